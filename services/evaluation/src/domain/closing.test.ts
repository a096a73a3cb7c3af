import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  awaiting,
  Case,
  coMade,
  day,
  delivered,
  evaluation,
  form,
  LI,
  lookBackJudged,
  lookBackRequired,
  lookBackWaived,
  made,
  otherMade,
  PROMISE,
  replied,
  RULES,
  SHARE,
  TRANSPORT,
} from '../../test/given.ts';
import { openConditions } from './closing.ts';
import type { Fact } from './facts.ts';
import { learn } from './learn.ts';
import { submitEvaluation } from './submit-evaluation.ts';

const kinds = (story: Case): string[] => openConditions(story.file).map((condition) => condition.kind);

describe('closing 办结', () => {
  it('waits for reply, evaluation and look-back, in this case all three', () => {
    const story = new Case();
    expect(kinds(story)).toEqual(['reply']);
    expect(kinds(story.hears('03-02', made, coMade))).toEqual(['reply']);
    expect(kinds(story.hears('05-20', replied(1)))).toEqual(['evaluation', 'look-back']);
    story.hears('05-22', delivered(1), delivered(1, LI)).does('06-01', submitEvaluation, evaluation());
    expect(kinds(story)).toEqual(['look-back']);
    expect(kinds(story.hears('06-02', lookBackRequired()))).toEqual(['look-back']);
    expect(story.types).toEqual(['suggestion-evaluated']);
    story.hears('06-10', lookBackJudged('met'));
    expect(story.types).toEqual(['suggestion-evaluated', 'suggestion-closed']);
  });

  it('starts the archive clock', () =>
    expect(awaiting().does('06-01', submitEvaluation, evaluation()).last('suggestion-closed')).toMatchObject({
      ...{ closedOn: '2026-06-01', outcome: 'closed', resultClass: 'A' },
      clocks: [
        {
          op: 'start',
          kind: 'archive',
          subject: 'case-1',
          round: 1,
          term: { n: 30, unit: 'day' },
          owner: 'desk',
        },
      ],
    }));

  it('counts a class A as unseen when nobody stood in front of it (decisions.md 7)', () => {
    const seen = (seenOnSite: boolean) => evaluation({ form: form({ seenOnSite }) });
    expect(awaiting().does('06-01', submitEvaluation, seen(false)).last('suggestion-closed').aUnseen).toBe(
      true,
    );
    expect(awaiting().does('06-01', submitEvaluation, seen(true)).last('suggestion-closed').aUnseen).toBe(
      false,
    );
    const visited = awaiting().hears('05-30', lookBackRequired(), lookBackJudged('met'));
    expect(visited.does('06-01', submitEvaluation, seen(false)).last('suggestion-closed').aUnseen).toBe(
      false,
    );
    const classC = new Case()
      .hears('03-02', made)
      .hears('05-22', replied(1, { resultClass: 'C' }), delivered(1), lookBackWaived());
    expect(classC.does('06-01', submitEvaluation, seen(false)).last('suggestion-closed').aUnseen).toBe(false);
  });

  it('waits for the look-back at a class A that the deputy denies', () => {
    const denied = evaluation({ form: form({ classOpinion: 'disagreed' }) });
    const story = awaiting().does('06-01', submitEvaluation, denied);
    expect(kinds(story)).toEqual(['look-back']);
    expect(story.hears('06-02', lookBackRequired()).hears('06-20', lookBackJudged('met')).types).toContain(
      'suggestion-closed',
    );
  });

  it('waits for the lead of a child that was absorbed after the reply was signed', () => {
    const child = { deputyId: 'zhao', suggestionId: 's-2', isLead: true };
    const story = awaiting().hears('05-30', { type: 'suggestion-absorbed', deputies: [child] });
    expect(kinds(story.does('06-01', submitEvaluation, evaluation()))).toEqual(['evaluation']);
  });

  it('leaves a case that ended alone', () => {
    const story = awaiting().hears('05-25', { type: 'case-ended' });
    expect(story.file.evaluations[0]?.status).toBe('void');
    expect(story.types).toEqual([]);
  });

  it('waits for a share that was handed back until its next unit has replied', () => {
    const story = new Case().hears('03-02', otherMade, made);
    story.hears('05-22', replied(1), delivered(1), lookBackWaived());
    story.does('06-01', submitEvaluation, evaluation());
    story.hears('06-02', { type: 'share-handed-back', assignmentId: 'share-2' });
    expect(openConditions(story.file)).toEqual([{ kind: 'reply', subject: 'share-2' }]);
    story.hears('06-04', { ...otherMade, assignmentId: 'share-3', replaces: 'share-2' });
    expect(openConditions(story.file)).toEqual([{ kind: 'reply', subject: 'share-3' }]);
    expect(story.types).not.toContain('suggestion-closed');
  });

  it('does not wait for a share that a coordination gave to another unit', () => {
    const story = new Case().hears('03-02', { ...made, assignmentId: 'share-9' });
    story.hears('03-20', { ...made, replaces: 'share-9' });
    story.hears('05-22', replied(1), delivered(1), lookBackWaived());
    expect(story.does('06-01', submitEvaluation, evaluation()).types).toContain('suggestion-closed');
  });
});

describe('the order in which services are heard', () => {
  it('changes nothing: any interleaving of assignment’s and meeting’s facts ends the same', () => {
    const ofAssignment: readonly Fact[] = [
      made,
      replied(1, { resultClass: 'B', promises: [PROMISE] }),
      delivered(1),
    ];
    const ofMeeting: readonly Fact[] = [lookBackRequired(), lookBackJudged('unmet')];
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (turns) => {
        const queues = [[...ofAssignment], [...ofMeeting]];
        const story = new Case();
        for (const turn of turns) {
          const fact = queues[turn ? 0 : 1]?.shift() ?? queues[turn ? 1 : 0]?.shift();
          if (fact !== undefined) story.hears('06-10', fact);
        }
        for (const fact of queues.flat()) story.hears('06-10', fact);
        expect(story.types.toSorted()).toEqual([
          'follow-up-begun',
          'promise-opened',
          'rectification-ordered',
        ]);
        expect(kinds(story).toSorted()).toEqual(['evaluation', 'promise', 'rectification']);
      }),
    );
  });

  it('a share nobody made is a broken event', () =>
    expect(() => learn(new Case().file, { type: 'share-handed-back', assignmentId: SHARE })).toThrow(SHARE));
});

describe('the fact kept for the score', () => {
  it('an untrained liaison at 交办 is kept once, with its source', () => {
    const story = new Case(RULES).hears('03-02', { ...made, liaisonUntrained: true }, coMade);
    expect(story.types).toEqual(['score-fact-kept']);
    expect(story.last('score-fact-kept')).toMatchObject({ unitId: TRANSPORT, sourceEventId: 'event-1' });
    expect(day('03-02')).toBe('2026-03-02');
  });
});
