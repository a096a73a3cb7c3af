import { describe, expect, it } from 'vitest';
import { clocks, contact, deliver, draft, issue, LEAD, readyToReply, types } from '../../test/given.ts';
import type { ForeignFact } from './foreign-facts.ts';

const REPLY_ID = `reply-${LEAD}-1`;
const toLi: ForeignFact = { type: 'lead-passed', fromDeputyId: 'wang', leadDeputyId: 'li' };
const toWang: ForeignFact = { type: 'lead-passed', fromDeputyId: 'li', leadDeputyId: 'wang' };

describe('a co-signer who takes the lead', () => {
  it('leads the case, in which the former lead is owed a reply as before', () => {
    const story = readyToReply();
    story.hears('04-01', { type: 'absorbed', childId: 's-2', leadDeputyId: 'wang', cosignerIds: [] });
    expect(story.hears('04-02', toLi)).toEqual([]);
    expect(story.state.owed).toEqual([
      { deputyId: 'li', suggestionId: 's-1', isLead: true },
      { deputyId: 'wang', suggestionId: 's-1', isLead: false },
      { deputyId: 'wang', suggestionId: 's-2', isLead: true },
    ]);
  });

  it('is asked for the evaluation with the reply, and the former lead is not', () => {
    const story = readyToReply();
    story.hears('04-01', toLi);
    story.next('04-10', issue());
    expect(clocks(story.does('04-11', deliver(REPLY_ID, ['wang'])))).toEqual([]);
    expect(clocks(story.does('04-12', deliver(REPLY_ID, ['li'])))).toEqual(['start feedback', 'meet reply']);
  });

  it('who had the reply already is asked on the day of taking the lead', () => {
    const story = readyToReply()
      .next('04-10', issue())
      .next('04-11', deliver(REPLY_ID, ['li']));
    const asked = story.hears('04-15', toLi);
    expect(asked).toMatchObject([
      {
        type: 'feedback-asked',
        payload: {
          deputy: { deputyId: 'li', isLead: true },
          clocks: [{ op: 'start', subject: `${LEAD}:s-1`, startDate: '2026-04-15', personId: 'li' }],
        },
      },
    ]);
    expect(types(story.hears('04-15', toLi))).toEqual([]);
    expect(clocks(story.does('04-16', deliver(REPLY_ID)))).toEqual(['meet reply']);
  });

  it('starts no second term where the former lead was asked, however often the lead passes', () => {
    const story = readyToReply()
      .next('04-10', issue())
      .next('04-11', deliver(REPLY_ID, ['wang']));
    expect(story.hears('04-15', toLi)).toEqual([]);
    expect(clocks(story.does('04-16', deliver(REPLY_ID)))).toEqual(['meet reply']);
    expect(story.hears('04-17', toWang)).toEqual([]);
    story.hears('05-20', { type: 'round-ordered', assignmentId: LEAD, round: 2, clocks: [] });
    story.next('05-21', contact()).next('05-21', draft()).next('05-22', issue());
    expect(clocks(story.does('05-23', deliver(`reply-${LEAD}-2`)))).toContain('start feedback');
  });
});
