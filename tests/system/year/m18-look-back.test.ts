import { stableId } from '@huiyin/kernel/ids';
import { describe, expect, inject, it } from 'vitest';
import { seen } from '../mechanisms/support/seen.ts';
import { deskOf } from './support/city.ts';
import { PLANS } from './support/plans.ts';

interface LookBack {
  readonly replyId: string;
  readonly status: string;
  readonly ground: string;
  readonly draw: number;
  readonly seed: string;
  readonly verdict: string;
  readonly deputyPresent: boolean;
}

async function lookBacks() {
  const found: (LookBack & { readonly isKey: boolean; readonly tenant: string; readonly caseId: string })[] =
    [];
  for (const { index, place, isKey, acts } of PLANS) {
    if (!acts.some(({ act }) => act === 'reply')) continue;
    const caseId = inject('caseIds')[index] ?? '';
    const answer = await (
      await deskOf(place.tenant)
    ).get<{ lookBacks: readonly LookBack[] }>(`/suggestions/${caseId}/meetings`);
    found.push(...answer.lookBacks.map((each) => ({ ...each, isKey, tenant: place.tenant, caseId })));
  }
  return found;
}

/** The value in [0, 1) of a seed, computed again as anybody can. */
function drawAgain(seed: string): number {
  const bits = stableId('look-back', seed).replaceAll('-', '').slice(0, 12);
  return Number.parseInt(bits, 16) / 2 ** 48;
}

describe('M18 meeting 3 回头看, over a year', () => {
  it('is held for every key case and for at least a fifth of the others, by a draw that anybody can repeat', async (context) => {
    const all = await lookBacks();
    const isHeld = ({ status }: LookBack): boolean => status !== 'waived';
    expect(all.filter(({ isKey }) => isKey).every(isHeld)).toBe(true);
    for (const { draw, seed, isKey } of all) if (!isKey) expect(draw).toBeCloseTo(drawAgain(seed), 12);
    for (const [tenant, own] of Map.groupBy(all, (each) => each.tenant)) {
      const others = own.filter(({ isKey }) => !isKey);
      const share = others.length === 0 ? 1 : others.filter(isHeld).length / others.length;
      expect([tenant, share >= 0.2]).toEqual([tenant, true]);
    }
    seen(context, `${all.length} 份答复中 ${all.filter(isHeld).length} 份回头看，抽签可复算`);
  });

  it('below expectation becomes a rectification that comes back until it is met', async (context) => {
    const unmet = (await lookBacks()).filter(({ verdict }) => verdict === 'unmet');
    expect(unmet.length).toBeGreaterThan(0);
    for (const { tenant, caseId } of unmet) {
      const { rectifications } = await (
        await deskOf(tenant)
      ).get<{
        rectifications: readonly { status: string; gaps: readonly string[]; acceptedBy: string }[];
      }>(`/suggestions/${caseId}/evaluations`);
      expect(rectifications).toMatchObject([{ status: 'accepted', gaps: [expect.stringMatching(/\S/)] }]);
    }
    seen(context, `不达预期 ${unmet.length} 件，整改后由代表验收`);
  });
});
