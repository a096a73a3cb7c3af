import { describe, expect, it } from 'vitest';
import { refusal } from '../road/bends.ts';
import { cast, handedOver } from './support/case-of.ts';
import { seen } from './support/seen.ts';

interface Handling {
  readonly assignments: readonly {
    readonly assignmentId: string;
    readonly unitId: string;
    readonly status: string;
  }[];
  readonly coordination: { readonly coordinationId: string; readonly grounds: string } | null;
  readonly accountable: readonly {
    readonly kind: string;
    readonly unitId: string;
    readonly office: string;
  }[];
}

const handling = async (id: string): Promise<Handling> =>
  (await cast.person('desk')).get<Handling>(`/suggestions/${id}/handling`);

const accountable = async (id: string): Promise<Handling['accountable']> => (await handling(id)).accountable;

/** The share that the unit has now. */
async function shareOf(id: string, unit: string): Promise<string | undefined> {
  const { assignments } = await handling(id);
  const unitId = cast.unitId(unit);
  return assignments.find((each) => each.unitId === unitId && each.status === 'pending')?.assignmentId;
}

const ask = (unit: string): Record<string, string> => ({
  ...{ grounds: '三定规定中没有此项职责', legalBasis: '三定规定第三条' },
  proposedUnitId: cast.unitId(unit),
});

describe('M9 sign and return 签收与申退', () => {
  it('never leaves a moment without exactly one accountable party', async (context) => {
    const { id, shares } = await handedOver(36, 'm9 one party', ['jiaotong', 'caizheng']);
    const [lead] = shares;
    const unit = { kind: 'unit', unitId: cast.unitId('jiaotong') };
    expect(await accountable(id)).toMatchObject([unit]);

    await (await cast.ofUnit('liaison', 'jiaotong')).post(`/assignments/${lead}:acknowledge`);
    expect(await accountable(id)).toMatchObject([unit]);

    const head = await cast.ofUnit('head', 'jiaotong');
    const request = await head.post(`/assignments/${lead}:request-return`, ask('zhujian'));
    expect(await accountable(id)).toMatchObject([unit]);

    const government = await cast.person('government');
    await government.post(`/return-requests/${request.id}:decide`, { grant: true, reason: '确属他单位职责' });
    expect(await accountable(id)).toMatchObject([{ kind: 'office', office: 'government-office' }]);

    const to = { unitId: cast.unitId('zhujian'), reason: '由住房城乡建设部门主办' };
    await government.post(`/assignments/${lead}:reassign`, to);
    expect(await accountable(id)).toMatchObject([{ kind: 'unit', unitId: to.unitId }]);
    seen(context, '交办、签收、申退、同意、改办五个时刻，责任方始终唯一');
  });

  it('after two granted returns a third goes to coordination, whose result names who handles it', async (context) => {
    const { id, shares } = await handedOver(36, 'm9 third', ['jiaotong']);
    const government = await cast.person('government');
    let share = shares[0] ?? '';
    for (const [from, to] of [
      ['jiaotong', 'zhujian'],
      ['zhujian', 'caizheng'],
    ] as const) {
      const { id: request } = await (
        await cast.ofUnit('head', from)
      ).post(`/assignments/${share}:request-return`, ask(to));
      const grant = { grant: true, reason: '确属他单位职责' };
      await government.post(`/return-requests/${request}:decide`, grant);
      const move = { unitId: cast.unitId(to), reason: '按职责改办' };
      await government.post(`/assignments/${share}:reassign`, move);
      share = (await shareOf(id, to)) ?? '';
    }
    const asked = await (
      await cast.ofUnit('head', 'caizheng')
    ).post(`/assignments/${share}:request-return`, ask('jiaotong'));
    const unit = { kind: 'unit', unitId: cast.unitId('caizheng') };
    expect(await handling(id)).toMatchObject({
      accountable: [unit],
      coordination: { coordinationId: asked.id, grounds: ask('jiaotong').grounds },
    });
    expect(
      await refusal(cast.person('government'), `/return-requests/${asked.id}:decide`, {
        ...{ grant: true, reason: '同意' },
      }),
    ).toMatch(/^40[49] /);
    const result = { decision: '由财政局主办，交通局配合', responsibleUnitId: cast.unitId('caizheng') };
    await government.post(`/coordinations/${asked.id}:close`, result);
    expect((await handling(id)).accountable).toMatchObject([unit]);
    expect(
      await refusal(cast.ofUnit('head', 'caizheng'), `/assignments/${share}:request-return`, ask('jiaotong')),
    ).toMatch(/^409 /);
    seen(context, '同意申退两次后，第三次转为协调；协调定下的单位必须办理');
  });

  it('is decided by the right office, and a refusal binds', async (context) => {
    const { shares } = await handedOver(37, 'm9 refused', ['zhujian', 'caizheng']);
    const [lead] = shares;
    expect(await refusal(cast.ofUnit('liaison', 'gongan'), `/assignments/${lead}:acknowledge`)).toMatch(
      /^40[34] /,
    );
    const path = `/assignments/${lead}:request-return`;
    const head = cast.ofUnit('head', 'zhujian');
    expect(await refusal(cast.ofUnit('liaison', 'zhujian'), path, ask('jiaotong'))).toMatch(/^403 /);
    expect(await refusal(head, path, ask('zhujian'))).toBe('400 same-unit');
    const { id } = await (await head).post(path, ask('jiaotong'));
    const decision = { grant: false, reason: '属于你单位职责' };
    expect(await refusal(cast.person('desk'), `/return-requests/${id}:decide`, decision)).toMatch(/^403 /);
    await (await cast.person('government')).post(`/return-requests/${id}:decide`, decision);
    expect(await refusal(head, path, ask('jiaotong'))).toMatch(/^409 /);
    seen(context, '申退由单位主要负责人签字，写明建议承办单位；政府系统的申退由政府办决定；不同意的必须办理');
  });
});
