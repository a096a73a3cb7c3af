import { describe, expect, inject, it } from 'vitest';
import { seen } from '../mechanisms/support/seen.ts';
import { refusal } from '../road/bends.ts';
import { castOf, deskOf, timelineOf } from './support/city.ts';
import { PLANS } from './support/plans.ts';

interface Evaluation {
  readonly status: string;
  readonly round: number;
  readonly result: string;
  readonly reasons: string;
}

const evaluationsOf = async (tenant: string, caseId: string) =>
  (
    await (
      await deskOf(tenant)
    ).get<{ evaluations: readonly Evaluation[] }>(`/suggestions/${caseId}/evaluations`)
  ).evaluations;

const caseOf = (index: number): string => inject('caseIds')[index] ?? '';

describe('M21 evaluation 测评, over a year', () => {
  it('is by the deputy, attitude and result apart; who says nothing is lapsed, not satisfied', async (context) => {
    const counts = { submitted: 0, lapsed: 0 };
    for (const { index, place, acts } of PLANS) {
      if (!acts.some(({ act }) => act === 'reply')) continue;
      const first = (await evaluationsOf(place.tenant, caseOf(index))).find(({ round }) => round === 1);
      const spoke = acts.some(({ act }) => act === 'evaluate');
      expect([index, first?.status]).toEqual([index, spoke ? 'submitted' : 'lapsed']);
      if (!spoke) expect(first?.result).toBe('');
      counts[spoke ? 'submitted' : 'lapsed'] += 1;
    }
    expect(counts.lapsed).toBeGreaterThan(0);
    seen(context, `测评 ${counts.submitted} 份，逾期未反馈 ${counts.lapsed} 份`);
  });

  it('不满意 names its reasons and brings a second round with an answer of its own', async (context) => {
    const again = PLANS.filter(({ acts }) => acts.some(({ act }) => act === 'evaluate-again'));
    expect(again.length).toBeGreaterThan(0);
    for (const { index, place } of again) {
      const rounds = await evaluationsOf(place.tenant, caseOf(index));
      expect(rounds.map(({ round, result }) => [round, result])).toEqual([
        [1, 'dissatisfied'],
        [2, 'satisfied'],
      ]);
      expect(rounds[0]?.reasons).toMatch(/\S/);
    }
    seen(context, `不满意 ${again.length} 件，重新办理后再测评`);
  });

  it('who was silent was reminded before it lapsed, and nobody of the unit could speak instead', async (context) => {
    let reminders = 0;
    const silent = PLANS.filter(
      ({ acts }) => acts.some(({ act }) => act === 'reply') && !acts.some(({ act }) => act === 'evaluate'),
    );
    expect(silent.length).toBeGreaterThan(0);
    for (const { index, place, suggestion } of silent) {
      const types = (await timelineOf(place.tenant, caseOf(index))).map(({ type }) => type);
      const before = types.slice(0, types.indexOf('suggestion-lapsed'));
      const reminded = before.filter((type) => type === 'feedback-reminded').length;
      expect([index, reminded > 0]).toEqual([index, true]);
      reminders += reminded;
      const cast = castOf(place.tenant);
      const { assignments } = await (
        await deskOf(place.tenant)
      ).get<{ assignments: readonly { assignmentId: string }[] }>(`/suggestions/${caseOf(index)}/handling`);
      const assignmentId = assignments[0]?.assignmentId;
      for (const part of ['head', 'liaison', 'clerk'] as const) {
        const form = { assignmentId, attitude: 'satisfied', result: 'satisfied' };
        const person = cast.ofUnit(part, suggestion.leadUnitCode);
        expect(await refusal(person, `/suggestions/${caseOf(index)}/evaluations`, form)).toMatch(/^403 /);
      }
    }
    seen(context, `催评 ${reminders} 次；单位的人代为测评都被拒绝`);
  });
});
