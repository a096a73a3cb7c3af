import { describe, expect, inject, it } from 'vitest';
import { seen } from '../mechanisms/support/seen.ts';
import { deskOf, TENANTS, timelineOf } from './support/city.ts';
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

  it('has the class rated anew by a supplementary reply once a promise was judged; what the deputy said stays', async (context) => {
    const judged = PLANS.filter(({ acts }) => acts.some(({ act }) => act === 'supplement'));
    const classes = new Map<string, number>();
    for (const { index, place, acts, promiseKept } of judged) {
      const caseId = inject('caseIds')[index] ?? '';
      const facts = (await timelineOf(place.tenant, caseId)).map(({ type }) => type);
      const judgement = promiseKept ? 'promise-kept' : 'promise-broken';
      expect(facts).toContain(judgement);
      expect(facts.indexOf('reply-supplemented')).toBeGreaterThan(facts.indexOf(judgement));
      const desk = await deskOf(place.tenant);
      const { replies } = await desk.get<{ replies: readonly { resultClass: string }[] }>(`/cases/${caseId}`);
      const resultClass = promiseKept ? 'A' : 'C';
      expect([index, replies.map((reply) => reply.resultClass)]).toEqual([index, [resultClass]]);
      classes.set(resultClass, (classes.get(resultClass) ?? 0) + 1);
      // Each lead deputy of what was merged into it spoke too.
      const signed = PLANS.filter((plan) => plan.index === index || plan.parent === index);
      const evaluatedOn = acts
        .filter(({ act }) => act === 'evaluate')
        .flatMap(({ day }) => signed.map(() => day));
      const { evaluations } = await desk.get<{ evaluations: readonly { submittedOn: string }[] }>(
        `/suggestions/${caseId}/evaluations`,
      );
      expect(evaluations.map(({ submittedOn }) => submittedOn)).toEqual(evaluatedOn);
    }
    expect([...classes.keys()].toSorted()).toEqual(['A', 'C']);
    seen(context, `承诺有结论后补充答复：改为 A 类 ${classes.get('A')} 件，改为 C 类 ${classes.get('C')} 件`);
  });
});
