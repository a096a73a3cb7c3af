import { describe, expect, it } from 'vitest';
import {
  acknowledge,
  assigned,
  DRAFT,
  LEAD,
  NO_EVIDENCE,
  readyToReply,
  under,
  type Case,
} from '../../test/given.ts';
import { checkReply, firstMust, type ReplyCheck } from './check-reply.ts';
import type { ReplyDraft } from './reply-draft.ts';

function checks(story: Case, draft: ReplyDraft): readonly ReplyCheck[] {
  return checkReply(story.state, { share: story.share(LEAD), draft }, under('04-10'));
}

function musts(story: Case, draft: ReplyDraft): string[] {
  return checks(story, draft).flatMap((check) => (check.state === 'must' ? [check.refusal.code] : []));
}

describe('the checks of a reply', () => {
  it('are all done for a complete one, each with its own line', () => {
    const found = checks(readyToReply(), DRAFT);
    expect(firstMust(found)).toBeUndefined();
    expect(found.map(({ subject, state }) => `${subject} ${state}`)).toEqual([
      'gate done',
      'contact done',
      'face-to-face done',
      'class done',
      'evidence done',
      'demand done',
      'demand done',
    ]);
  });

  it('name everything that is missing at once, not only the first', () => {
    const story = assigned('general');
    story.next('03-03', acknowledge());
    const empty = { ...DRAFT, resultClass: '', sections: [] } as const;
    expect(musts(story, empty)).toEqual([
      'fact-not-yet-known',
      'contact-missing',
      'face-to-face-not-tried',
      'reply-class-missing',
      'demand-unanswered',
      'demand-unanswered',
    ]);
  });

  it.each([
    ['A', 'class-a-evidence-missing'],
    ['B', 'class-b-promise-missing'],
    ['C', 'class-c-condition-missing'],
    ['D', 'class-d-legal-basis-missing'],
  ] as const)('ask of class %s what it rests on', (resultClass, code) => {
    expect(musts(readyToReply(), { ...DRAFT, resultClass, evidence: NO_EVIDENCE })).toEqual([code]);
  });

  it('say which demand has no answer, and where an answer stands', () => {
    const [, second] = DRAFT.sections;
    const found = checks(readyToReply(), { ...DRAFT, sections: second === undefined ? [] : [second] });
    expect(
      found
        .filter(({ subject }) => subject === 'demand')
        .map((check) => [check.demandNumber, check.section, check.state]),
    ).toEqual([
      [1, -1, 'must'],
      [2, 0, 'done'],
    ]);
  });

  it('advise against words that say nothing, with the passage, and hold nothing back', () => {
    const sections = [{ demandNumber: 1, answer: '我们高度重视，将适时考虑。' }, ...DRAFT.sections.slice(1)];
    const found = checks(readyToReply(), { ...DRAFT, sections });
    expect(found.filter(({ state }) => state === 'advice')).toMatchObject([
      { section: 0, demandNumber: 1, passage: '适时考虑', code: 'empty-phrase' },
      { section: 0, demandNumber: 1, passage: '高度重视', code: 'empty-phrase' },
    ]);
    expect(firstMust(found)).toBeUndefined();
  });
});
