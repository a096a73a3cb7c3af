import { roadPlace } from '@huiyin/scripts/road/road-case';
import { describe, expect, it } from 'vitest';
import { refusal } from '../road/bends.ts';
import { cast, deputy, deputyId, registered, submitted, textOf, told } from './support/case-of.ts';
import { seen } from './support/seen.ts';

interface Suggestion {
  readonly status: string;
  readonly number: string;
  readonly explanation: string;
  readonly ground: string;
  readonly parentId: string;
}

const read = async (who: Promise<{ get<A>(path: string): Promise<A> }>, id: string): Promise<Suggestion> =>
  (await who).get<Suggestion>(`/suggestions/${id}`);

describe('M6 registration 登记', () => {
  it('gives each suggestion the next number of its series, never one twice, however many register', async (context) => {
    const people = [26, 27, 28, 29, 30, 31];
    const ids = await Promise.all(people.map((number) => submitted(number, `m6 burst ${number}`)));
    const desk = await cast.person('desk');
    await Promise.all(ids.map((id) => desk.post(`/suggestions/${id}:register`, { category: '农业农村' })));
    const numbers = await Promise.all(ids.map(async (id) => (await read(cast.person('desk'), id)).number));
    expect(new Set(numbers).size).toBe(ids.length);
    const running = numbers.map((number) => Number(number.slice(-4))).toSorted((a, b) => a - b);
    expect(running.at(-1)).toBe((running[0] ?? 0) + ids.length - 1);
    expect(
      await refusal(cast.person('desk'), `/suggestions/${ids[0]}:register`, { category: '农业农村' }),
    ).toMatch(/^409 /);
    seen(context, `6 人同时登记，编号 ${numbers.toSorted()[0]} 起连续不重`);
  });

  it('returns for correction with a reason, and the deputy submits again', async (context) => {
    const id = await submitted(32, 'm6 returned');
    const desk = cast.person('desk');
    expect(await refusal(deputy(32), `/suggestions/${id}:return`, { explanation: '请分成两件' })).toMatch(
      /^403 /,
    );
    await (await desk).post(`/suggestions/${id}:return`, { explanation: '请分成两件' });
    expect(await read(deputy(32), id)).toMatchObject({ status: 'returned', explanation: '请分成两件' });
    await (await deputy(32)).post(`/suggestions/${id}:submit`);
    expect((await read(deputy(32), id)).status).toBe('submitted');
    seen(context, '退回修改：写明理由，改后再提交');
  });

  it('declines only on a ground of the law and after hearing the deputy', async (context) => {
    const id = await submitted(33, 'm6 declined');
    const path = `/suggestions/${id}:decline`;
    const desk = cast.person('desk');
    const { now } = await (await desk).get<{ now: string }>('/operations/clock');
    const body = { explanation: '属于本人具体事务', deputyHeardOn: now.slice(0, 10) };
    expect(await refusal(desk, path, { ...body, ground: 'because-i-say-so' })).toMatch(/^400 /);
    await (await desk).post(path, { ...body, ground: 'private-matter' });
    expect(await read(deputy(33), id)).toMatchObject({ status: 'declined', ground: 'private-matter' });
    seen(context, '不作为建议处理：法定情形之一，听取代表意见之后');
  });

  it('merges one into another and leaves it its own deputy', async (context) => {
    const [parent, child] = [await registered(34, 'm6 one'), await registered(35, 'm6 one')];
    const desk = await cast.person('desk');
    const into = { parentId: parent, reason: '内容相同', competence: '区交通运输局' };
    await desk.post(`/suggestions/${child}:merge`, into);
    expect(await read(deputy(35), child)).toMatchObject({ status: 'merged', parentId: parent });
    await told(deputy(34), parent, 'suggestion-absorbed');
    await told(deputy(35), child, 'suggestion-merged');
    expect(
      await refusal(cast.person('desk'), `/suggestions/${parent}:merge`, {
        ...{ parentId: child, reason: '循环', competence: '区交通运输局' },
      }),
    ).toMatch(/^409 /);
    seen(context, '并案：双方领衔代表都收到通知，子件保留代表本人，不能成环');
  });

  it('takes paper forms from the clerk of a delegation, of its own deputies alone, and shows them to it', async (context) => {
    const clerk = await cast.person('delegation');
    const today = (await clerk.get<{ now: string }>('/operations/clock')).now.slice(0, 10);
    const { title, facts, demands } = textOf('m6 on paper');
    const ofTeam = (team: number): number => 60 - ((60 - 1 - team) % roadPlace().towns.length);
    const form = (formNumber: string, number: number) => ({
      ...{ formNumber, leadDeputyId: deputyId(number), signedOn: today, text: { title, facts, demands } },
    });
    const forms = [form('团-6-1', ofTeam(0)), form('团-6-2', ofTeam(1))];
    type Results = { readonly results: readonly { readonly outcome: string; readonly code?: string }[] };
    const { results } = await clerk.send<Results>('POST', '/suggestions:take-in', { forms });
    expect(results).toMatchObject([
      { outcome: 'taken' },
      { outcome: 'refused', code: 'deputy-of-other-delegation' },
    ]);
    const desk = await cast.person('desk');
    const entered = { forms: [form('委-6-3', ofTeam(0)), form('委-6-4', ofTeam(1))] };
    await desk.send<Results>('POST', '/suggestions:take-in', entered);
    const shown = await clerk.all<{ formNumber: string }>('/paper-forms');
    const mine = shown.map(({ formNumber }) => formNumber).filter((one) => /-6-\d$/.test(one));
    expect(mine.toSorted()).toEqual(['团-6-1', '委-6-3']);
    seen(context, '代表团工作人员只录本团代表的纸质建议；本团的，代表工委录入的也看得到');
  });
});
