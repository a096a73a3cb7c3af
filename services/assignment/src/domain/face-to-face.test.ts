import { localDate } from '@huiyin/kernel/local-date';
import { describe, expect, it } from 'vitest';
import {
  acknowledge,
  assigned,
  confirmed,
  contact,
  DRAFT,
  draft,
  issue,
  LEAD,
  plan,
  replied,
  types,
  under,
  type Case,
} from '../../test/given.ts';
import { checkReply } from './check-reply.ts';
import { decideExtensionRequest } from './extension.ts';
import { firstClosedGate } from './reply-gates.ts';

const BY_TELEPHONE = { form: 'telephone', summary: '电话里听取意见' } as const;
const DECLINED = { outcome: 'declined', summary: '代表出差，请改为电话沟通' } as const;

/** The deputy answered no invitation; the unit has only telephoned. */
function onlyTelephoned(): Case {
  const story = assigned().next('03-03', acknowledge());
  story.hears('03-20', { ...confirmed('03-20'), manner: 'deputy-not-responding' } as never);
  return story.next('03-21', plan()).next('03-22', contact(LEAD, BY_TELEPHONE)).next('03-23', draft());
}

const checkWords = (story: Case): string | undefined =>
  checkReply(story.state, { share: story.share(), draft: DRAFT }, under('03-24')).find(
    ({ subject }) => subject === 'face-to-face',
  )?.words;

describe('face to face', () => {
  it('is tried before the reply of every round', () => {
    const story = replied();
    story.hears('05-06', { type: 'round-ordered', assignmentId: LEAD, round: 2, clocks: [] });
    story.next('05-07', contact(LEAD, BY_TELEPHONE)).next('05-08', draft());
    expect(story.refuses('05-08', issue())).toBe('face-to-face-not-tried');
    expect(firstClosedGate(story.state, story.share())).toBe('face-to-face');
    story.next('05-09', contact(LEAD, { form: 'seminar' }));
    expect(types(story.does('05-09', issue()))).toEqual(['reply-issued']);
  });

  it('was tried when the deputy declined, for the reason on record', () => {
    const story = onlyTelephoned();
    expect(story.refuses('03-24', issue())).toBe('face-to-face-not-tried');
    expect(checkWords(story)).toContain('答复前须先当面与代表沟通');
    story.next('03-24', contact(LEAD, DECLINED));
    expect(checkWords(story)).toBe('本轮已尝试当面沟通，未成的原因已记录');
    expect(types(story.does('03-24', issue()))).toEqual(['reply-issued']);
  });

  it('happened in the meeting in which both sides confirmed, or on site', () => {
    const met = assigned().next('03-03', acknowledge());
    met.hears('03-10', confirmed('03-10'));
    met.next('03-12', plan()).next('03-13', contact(LEAD, BY_TELEPHONE)).next('03-14', draft());
    expect(checkWords(met)).toBe('本轮已与代表当面沟通');
    expect(types(met.does('03-15', issue()))).toEqual(['reply-issued']);
    const onSite = onlyTelephoned();
    const held = { assignmentId: LEAD, on: localDate('2026-03-24'), clocks: [] };
    onSite.hears('03-24', { type: 'on-site-held', ...held });
    expect(types(onSite.does('03-24', issue()))).toEqual(['reply-issued']);
  });

  it('is no contact when it failed', () => {
    const story = assigned().next('03-03', acknowledge());
    story.hears('03-10', confirmed('03-10'));
    const failed = { outcome: 'failed', summary: '两次到访代表均外出' } as const;
    story.next('03-12', plan()).next('03-13', contact(LEAD, failed)).next('03-14', draft());
    expect(story.refuses('03-15', issue())).toBe('contact-missing');
    const request = { assignmentId: LEAD, extensionId: 'x-1', grounds: '涉及面广' };
    expect(story.refuses('03-15', (state, on) => decideExtensionRequest(state, request, on))).toBe(
      'extension-needs-contact',
    );
  });

  it('is what an attempt was meant to be, with its reason', () => {
    expect(assigned().refuses('03-05', contact(LEAD, { ...DECLINED, form: 'telephone' }))).toBe(
      'attempt-not-face-to-face',
    );
    expect(assigned().refuses('03-05', contact(LEAD, { ...DECLINED, summary: ' ' }))).toBe(
      'contact-summary-missing',
    );
  });
});
