import { localDate } from '@huiyin/kernel/local-date';
import { describe, expect, it } from 'vitest';
import { clocks, deliver, issue, LEAD, readyToReply, types, type Case } from '../../test/given.ts';
import { accountableParties } from './accountable-party.ts';
import type { Circumstances } from './clock-fact.ts';
import {
  decideFaceToFaceAnswer,
  decideFaceToFaceRecord,
  type RecordFaceToFace,
} from './face-to-face-record.ts';
import { allDelivered, undelivered, type SuggestionCase } from './suggestion-case.ts';

const replyId = `reply-${LEAD}-1`;
const PHOTO = { attachmentId: 'file-1', sha256: 'a'.repeat(64), name: '签字页.jpg' };

const record =
  (onDate: string, more: Partial<RecordFaceToFace> = {}) =>
  (state: SuggestionCase, on: Circumstances) => {
    const said = { place: '区交通运输局', attendees: '李建国、王秀兰', content: '逐条答复。', scan: [] };
    const recordIds = state.owed.map(({ deputyId }) => `${onDate} ${deputyId}`);
    const day = localDate(`2026-${onDate}`);
    return decideFaceToFaceRecord(
      state,
      { replyId, deputyIds: [], onDate: day, ...said, recordIds, ...more },
      on,
    );
  };

const answer =
  (recordId: string, deputyId: string, more: { agrees?: boolean; opinion?: string } = {}) =>
  (state: SuggestionCase, on: Circumstances) =>
    decideFaceToFaceAnswer(state, { replyId, recordId, deputyId, agrees: true, opinion: '', ...more }, on);

const issued = (): Case => readyToReply().next('04-10', issue());

describe('a reply given face to face', () => {
  it('is not delivered by the unit’s word: the clock runs, the case waits, the unit answers for it', () => {
    const story = issued();
    const facts = story.does('04-12', record('04-12'));
    expect(types(facts)).toEqual(['face-to-face-recorded', 'face-to-face-recorded']);
    expect(clocks(facts)).toEqual([]);
    expect(undelivered(story.state, story.share()).map(({ deputyId }) => deputyId)).toEqual(['wang', 'li']);
    expect(story.state.openClocks.map(({ kind }) => kind)).toContain('reply');
    expect(accountableParties(story.state)).toMatchObject([{ kind: 'unit', assignmentId: LEAD }]);
  });

  it('has reached a deputy, on the day of the talk, with the signature; evaluating is possible from then', () => {
    const story = issued().next('04-12', record('04-12'));
    const signed = story.does('04-20', answer('04-12 wang', 'wang', { opinion: '同意。' }));
    expect(signed).toMatchObject([
      { type: 'face-to-face-signed', payload: { opinion: '同意。', signedOn: '2026-04-20' } },
      {
        type: 'reply-delivered',
        payload: {
          deliveredOn: '2026-04-12',
          method: 'face-to-face',
          allDelivered: false,
          clocks: [{ kind: 'feedback', startDate: '2026-04-20', personId: 'wang' }],
        },
      },
    ]);
    const last = story.does('04-21', answer('04-12 li', 'li'));
    expect(clocks(last)).toEqual(['meet reply']);
    expect(allDelivered(story.state)).toBe(true);
  });

  it('keeps the term by the latest day on which it reached anybody, whichever was recorded last', () => {
    const story = issued().next('04-12', record('04-12'));
    story.next('06-20', deliver(replyId, ['wang']));
    const last = story.does('06-21', answer('04-12 li', 'li'));
    expect(last).toMatchObject([
      { type: 'face-to-face-signed' },
      { payload: { deliveredOn: '2026-04-12', clocks: [{ op: 'meet', startDate: '2026-06-20' }] } },
    ]);
  });

  it('is signed by nobody but the deputy whom the record names', () => {
    const story = issued().next('04-12', record('04-12'));
    expect(story.refuses('04-13', answer('04-12 wang', 'li'))).toBe('face-to-face-not-waiting');
    expect(story.refuses('04-13', answer('another', 'wang'))).toBe('face-to-face-not-waiting');
  });

  it('that a deputy denies is not delivered, with the reason, until it is recorded anew or given by letter', () => {
    const story = issued().next('04-12', record('04-12'));
    const deny = { agrees: false, opinion: '没有见过面。' };
    expect(story.refuses('04-13', answer('04-12 wang', 'wang', { ...deny, opinion: ' ' }))).toBe(
      'face-to-face-denial-unexplained',
    );
    expect(types(story.does('04-13', answer('04-12 wang', 'wang', deny)))).toEqual(['face-to-face-denied']);
    expect(story.refuses('04-14', answer('04-12 wang', 'wang'))).toBe('face-to-face-denied');
    expect(undelivered(story.state, story.share())).toHaveLength(2);
    story.next('04-15', record('04-15', { deputyIds: ['wang'] }));
    expect(types(story.does('04-16', answer('04-15 wang', 'wang')))).toContain('reply-delivered');
    expect(types(story.does('04-17', deliver(replyId)))).toEqual(['reply-delivered']);
    expect(story.refuses('04-18', answer('04-12 li', 'li'))).toBe('face-to-face-not-waiting');
  });

  it('is delivered at once with the scan of the signed paper, whose names stay out of the facts', () => {
    const story = issued();
    const facts = story.does('04-14', record('04-12', { deputyIds: ['wang'], scan: [PHOTO] }));
    expect(types(facts)).toEqual(['face-to-face-recorded', 'reply-delivered']);
    expect(facts).toMatchObject([
      { payload: { scan: [{ attachmentId: 'file-1', name: '' }] } },
      { payload: { deliveredOn: '2026-04-12', clocks: [{ startDate: '2026-04-14' }] } },
    ]);
    expect(story.refuses('04-15', record('04-15', { deputyIds: ['wang'] }))).toBe('already-delivered');
  });

  it('says where, with whom and what, of a day between the signature and today', () => {
    const story = issued();
    expect(story.refuses('04-12', record('04-12', { place: ' ' }))).toBe('face-to-face-incomplete');
    expect(story.refuses('04-12', record('04-13'))).toBe('day-in-future');
    expect(story.refuses('04-12', record('04-09'))).toBe('delivered-before-issued');
    expect(story.refuses('04-12', record('04-12', { deputyIds: ['nobody'] }))).toBe('deputy-not-owed');
  });
});
