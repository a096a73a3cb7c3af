import { describe, expect, it } from 'vitest';
import { seen } from '../mechanisms/support/seen.ts';
import { deskOf, TENANTS } from './support/city.ts';
import { PLANS } from './support/plans.ts';

interface PromiseItem {
  readonly suggestionId: string;
  readonly status: string;
  readonly dueOn: string;
  readonly finding: string;
  readonly reports: readonly { readonly onDate: string }[];
}

describe('M20 the promise ledger 承诺台账, over a year', () => {
  it('holds every promise of a class B, with reports, and says which were kept and which were not', async (context) => {
    const ledger: PromiseItem[] = [];
    for (const tenant of TENANTS)
      ledger.push(...(await (await deskOf(tenant)).all<PromiseItem>('/promises')));
    const replied = PLANS.filter(
      ({ acts, suggestion }) =>
        acts.some(({ act }) => act === 'reply') && suggestion.course.resultClass === 'B',
    );
    expect(ledger).toHaveLength(replied.length);
    const judged = replied.filter(({ acts }) => acts.some(({ act }) => act === 'judge-promises'));
    const kept = judged.filter(({ promiseKept }) => promiseKept).length;
    expect(ledger.filter(({ status }) => status === 'kept')).toHaveLength(kept);
    expect(ledger.filter(({ status }) => status === 'broken')).toHaveLength(judged.length - kept);
    for (const { status, finding } of ledger) if (status !== 'open') expect(finding).toMatch(/\S/);
    expect(ledger.some(({ reports }) => reports.length > 0)).toBe(true);
    seen(context, `承诺 ${ledger.length} 项：兑现 ${kept}，未兑现 ${judged.length - kept}`);
  });
});
