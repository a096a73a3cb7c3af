import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  day,
  given,
  held,
  invited,
  LIAISON,
  lookBackDue,
  lookBackWaived,
  made,
  replied,
  RULES,
  SHARE,
} from '../../test/given.ts';
import { decideLookBack } from './follow-up.ts';
import { judgeLookBack, type JudgeLookBack } from './judge-look-back.ts';
import { drawLookBack, drawOf, type IssuedReply } from './look-back.ts';

const reply = (seed: string, isKey = false): IssuedReply => ({
  ...{ replyId: seed, assignmentId: SHARE, round: 1, issuedOn: day('05-20'), isKey, seed },
});

describe('the draw', () => {
  it('gives anyone the same value for the same seed, in [0, 1)', () => {
    expect(drawOf('hash')).toBe(drawOf('hash'));
    expect(drawOf('hash')).not.toBe(drawOf('another hash'));
    fc.assert(fc.property(fc.string(), (seed) => drawOf(seed) >= 0 && drawOf(seed) < 1));
  });

  it('spreads evenly', () => {
    const below = Array.from({ length: 10_000 }, (_, index) => drawOf(`seed-${index}`)).filter(
      (draw) => draw < 0.2,
    );
    expect(below.length).toBeGreaterThan(1_800);
    expect(below.length).toBeLessThan(2_200);
  });

  it('always takes a key reply, without touching the quota of the others', () => {
    const quota = { replies: 7, required: 2 };
    expect(drawLookBack(reply('x', true), quota, RULES)).toMatchObject({
      required: true,
      ground: 'key',
      quota,
    });
  });

  it('keeps the share of looked-at replies at 20 % or more at every moment of a year', () => {
    const seeds = fc.array(fc.string(), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(seeds, (year) => {
        let quota = { replies: 0, required: 0 };
        for (const seed of year) {
          quota = drawLookBack(reply(seed), quota, RULES).quota;
          if (quota.required / quota.replies < 0.2) return false;
        }
        return quota.replies === year.length;
      }),
    );
  });

  it('says why, and starts the clock on the day of the reply', () => {
    const { event } = decideLookBack(reply('seed', true), { replies: 0, required: 0 }, RULES);
    expect(event).toMatchObject({
      type: 'look-back-required',
      ground: 'key',
      seed: 'seed',
      clocks: [
        {
          op: 'start',
          kind: 'look_back',
          startDate: day('05-20'),
          term: { n: 60, unit: 'day' },
          owner: 'desk',
        },
      ],
    });
    const waived = decideLookBack(reply('seed-1'), { replies: 5, required: 5 }, RULES).event;
    expect(waived).toMatchObject({
      type: drawOf('seed-1') < 0.2 ? 'look-back-required' : 'look-back-waived',
    });
  });
});

describe('the verdict', () => {
  const asked = [made, replied, lookBackDue, invited('m-3', 'look-back', '06-01', '06-10')] as const;
  const visited = [...asked, held('m-3', 'look-back', '06-10')] as const;
  const alone = [...asked, held('m-3', 'look-back', '06-10', { presentIds: [LIAISON] })] as const;
  const unmet: JudgeLookBack = {
    ...{ meetingId: 'm-3', by: 'lead-deputy', verdict: 'unmet', gaps: ['护栏未装'] },
    ...{ today: day('06-10'), rules: RULES },
  };

  it('is the lead deputy’s own, with the gaps, and stops the clock', () =>
    given(...visited)
      .when(judgeLookBack, unmet)
      .yields({
        ...{ type: 'look-back-judged', verdict: 'unmet', gaps: ['护栏未装'], deputyPresent: true },
        clocks: [{ op: 'meet', kind: 'look_back', subject: SHARE, round: 1, startDate: day('06-10') }],
      } as never));

  it('lists gaps when unmet and only then', () => {
    given(...visited)
      .when(judgeLookBack, { ...unmet, gaps: [' '] })
      .refused('gaps-missing');
    given(...visited)
      .when(judgeLookBack, { ...unmet, verdict: 'met' })
      .refused('gaps-not-allowed');
    const many = Array.from({ length: 21 }, (_, index) => `第${index}条`);
    given(...visited)
      .when(judgeLookBack, { ...unmet, gaps: many })
      .refused('gaps-not-allowed');
  });

  it('is not given by a deputy who was not there, nor by the conductor when the deputy was', () => {
    given(...alone)
      .when(judgeLookBack, unmet)
      .refused('deputy-absent');
    given(...visited)
      .when(judgeLookBack, { ...unmet, by: 'conductor' })
      .refused('deputy-judges');
  });

  it('is given by the conductor after two invitations in vain', () => {
    given(...alone)
      .when(judgeLookBack, { ...unmet, by: 'conductor' })
      .refused('too-few-invitations');
    given(...alone, invited('m-4', 'look-back', '06-05', '06-12'))
      .when(judgeLookBack, { ...unmet, by: 'conductor' })
      .yields({ type: 'look-back-judged', deputyPresent: false });
  });

  it('needs a recorded look-back that is still due', () => {
    given(...asked)
      .when(judgeLookBack, unmet)
      .refused('meeting-not-held');
    given(...asked)
      .when(judgeLookBack, { ...unmet, meetingId: 'm-9' })
      .refused('meeting-unknown');
    given(made, invited('m-3', 'on-site', '06-01'))
      .when(judgeLookBack, unmet)
      .refused('not-a-look-back');
    given(...visited, lookBackWaived)
      .when(judgeLookBack, unmet)
      .refused('look-back-not-required');
  });
});

describe('what becomes of look-backs by themselves', () => {
  const challenged = { type: 'class-challenged', assignmentId: SHARE, round: 1 } as const;
  const again = { type: 'rehandling-ordered', assignmentId: SHARE, round: 2 } as const;

  it('a waived class A is looked at after all when the deputy denies it, also when that was heard first', () => {
    const required = { type: 'look-back-required', ground: 'challenged', replyId: 'reply-1' };
    expect(given(made, replied, lookBackWaived, challenged).follows('06-01')).toMatchObject([required]);
    expect(given(challenged, made, replied, lookBackWaived).follows('06-01')).toMatchObject([required]);
  });

  it('a re-handling makes the look-back at the old reply and its meetings pointless', () =>
    expect(
      given(made, replied, lookBackDue, invited('m-3', 'look-back', '06-01', '06-10'), again).follows(
        '06-05',
      ),
    ).toMatchObject([
      { type: 'look-back-superseded', clocks: [{ op: 'cancel', kind: 'look_back' }] },
      { type: 'meeting-cancelled', meetingId: 'm-3' },
    ]));

  it('a returned share and an ended case take their invitations back, once', () => {
    const asked = [made, invited('m-1', 'dual-confirmation', '03-05', '03-10')] as const;
    const cancelled = {
      type: 'meeting-cancelled',
      meetingId: 'm-1',
      kind: 'dual-confirmation',
      participantIds: [],
      reason: '',
    } as const;
    const left = { type: 'share-left', assignmentId: SHARE } as const;
    expect(given(...asked, left).follows('03-06')).toMatchObject([{ type: 'meeting-cancelled' }]);
    expect(given(...asked, { type: 'case-ended' }).follows('03-06')).toMatchObject([
      { type: 'meeting-cancelled' },
    ]);
    expect(given(...asked, left, cancelled).follows('03-06')).toEqual([]);
  });

  it('a share given to another unit by a coordination takes its invitations back', () => {
    const next = { ...made, assignmentId: 'share-2', replaces: SHARE };
    const asked = [made, invited('m-1', 'dual-confirmation', '03-05', '03-10')] as const;
    expect(given(...asked, next).follows('03-06')).toMatchObject([
      { type: 'meeting-cancelled', meetingId: 'm-1' },
    ]);
  });

  it('what was held stays', () =>
    expect(
      given(made, invited('m-1', 'on-site', '04-01'), held('m-1', 'on-site', '04-10'), { type: 'case-ended' })
        .follows('04-11')
        .filter(isCancelled),
    ).toEqual([]));

  it('nothing happens to a look-back that is due', () =>
    expect(given(made, replied, lookBackDue).follows('06-01')).toEqual([]));
});

function isCancelled(event: { readonly type: string }): boolean {
  return event.type === 'meeting-cancelled';
}
