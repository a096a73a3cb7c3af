import type { Cast } from '@huiyin/scripts/road/cast';
import { contactDeputy, filePlan, giveOpinions, reply } from '@huiyin/scripts/road/handle';
import { confirmBySides } from '@huiyin/scripts/road/meet';
import { acknowledge, handOver } from '@huiyin/scripts/road/raise';
import { expect } from 'vitest';
import { inHands, newJourney, refusal, registered } from './bends.ts';

/** 申退: refused once and binding; granted elsewhere, and no moment without one accountable party. */
export async function returnOfAnAssignment(cast: Cast): Promise<void> {
  const journey = newJourney(cast, '申退', { leadUnit: 'jiaotong', coUnits: ['caizheng'] });
  await registered(journey);
  await handOver(journey);
  await acknowledge(journey);
  const due = (await journey.handling()).assignments.find(({ role }) => role === 'lead')?.replyDueOn;
  const ask = {
    grounds: '三定规定中没有此项职责',
    legalBasis: '三定规定第三条',
    proposedUnitId: cast.unitId('zhujian'),
  };
  const path = `/assignments/${journey.share()}`;
  expect(await refusal(cast.ofUnit('head', 'zhujian'), `${path}:request-return`, ask)).toMatch(/^40[34] /);
  expect(await refusal(journey.unit('liaison'), `${path}:request-return`, ask)).toMatch(/^403 /);
  const { id } = await journey.step('申退', journey.unit('head'), `${path}:request-return`, ask);
  expect((await journey.handling()).accountable).toMatchObject([
    { kind: 'unit', unitId: cast.unitId('jiaotong') },
  ]);
  const government = cast.person('government');
  expect(
    await refusal(journey.desk(), `/return-requests/${id}:decide`, { grant: true, reason: '同意' }),
  ).toMatch(/^403 /);
  await journey.step('同意申退', government, `/return-requests/${id}:decide`, {
    grant: true,
    reason: '确属他单位职责',
  });
  expect((await journey.handling()).accountable).toMatchObject([
    { kind: 'office', office: 'government-office' },
  ]);
  const glimpse = journey.glimpses.at(-1);
  expect([glimpse?.stage, glimpse?.party, glimpse?.act]).toEqual(['assigned', 'office', 'reassign']);

  await journey.wait(3);
  const to = { unitId: cast.unitId('zhujian'), reason: '由住房城乡建设部门主办' };
  await journey.step('改办', government, `${path}:reassign`, to);
  const moved = (await journey.handling()).assignments.find(
    ({ unitId, status }) => unitId === to.unitId && status === 'pending',
  );
  expect(moved).toMatchObject({ role: 'lead', replyDueOn: due });
  expect((await journey.handling()).accountable).toMatchObject([{ kind: 'unit', unitId: to.unitId }]);
  const liaison = cast.ofUnit('liaison', 'zhujian');
  await journey.step('新主办签收', liaison, `/assignments/${moved?.assignmentId}:acknowledge`);
  const head = cast.ofUnit('head', 'zhujian');
  const again = await journey.step('再申退', head, `/assignments/${moved?.assignmentId}:request-return`, {
    ...{ grounds: '涉及规划调整', legalBasis: '三定规定第二条' },
    proposedUnitId: cast.unitId('jiaotong'),
  });
  await journey.step('不同意申退', government, `/return-requests/${again.id}:decide`, {
    grant: false,
    reason: '属于你单位职责',
  });
  expect(
    await refusal(head, `/assignments/${moved?.assignmentId}:request-return`, {
      ...ask,
      proposedUnitId: cast.unitId('jiaotong'),
    }),
  ).toMatch(/^409 /);
  expect((await journey.handling()).accountable).toMatchObject([{ kind: 'unit', unitId: to.unitId }]);
}

/** 延期: asked for by the head after a contact, granted by 代表工委; the date moves once and the colour says so. */
export async function extension(cast: Cast): Promise<void> {
  const journey = newJourney(cast, '延期');
  await inHands(journey);
  const path = `/assignments/${journey.share()}/extensions`;
  const ask = { grounds: '涉及面广,需要征求沿线居民意见' };
  expect(await refusal(journey.unit('head'), path, ask)).toBe('409 extension-needs-contact');
  await contactDeputy(journey);
  expect(await refusal(journey.unit('clerk'), path, ask)).toMatch(/^403 /);
  const before = await dueOf(journey);
  const { id } = await journey.step('申请延期', journey.unit('head'), path, ask);
  await journey.step('同意延期', journey.desk(), `/extensions/${id}:decide`, {
    grant: true,
    reason: '情况属实',
  });
  const after = await dueOf(journey);
  expect(after > before).toBe(true);
  expect((await journey.handling()).assignments.find(({ role }) => role === 'lead')?.replyDueOn).toBe(after);
  expect(journey.glimpses.at(-1)).toMatchObject({ colour: 'yellow' });
  expect(journey.glimpses.at(-1)?.events).toEqual(
    expect.arrayContaining(['extension-granted', 'clock-moved', 'colour-changed']),
  );
  expect(await refusal(journey.unit('head'), path, ask)).toMatch(/^409 extension/);
}

async function dueOf(journey: ReturnType<typeof newJourney>): Promise<string> {
  const clock = (await journey.page()).clocks.find(({ kind, state }) => kind === 'reply' && state === 'open');
  return clock?.dueDate ?? '';
}

/** 撤回 before 交办 by the only signer; after 交办 by every signer, and all that was owed falls away. */
export async function withdrawals(cast: Cast): Promise<void> {
  const early = newJourney(cast, '撤回');
  await registered(early);
  await early.step('撤回', early.lead(), `${early.path}:withdraw`, { reason: '情况已解决' });
  expect(early.glimpses.at(-1)).toMatchObject({ stage: 'withdrawn', act: '' });
  expect(await refusal(early.desk(), `${early.path}:classify`, classification)).toMatch(/^409 /);

  const late = newJourney(cast, '交办后撤回');
  await inHands(late);
  expect(await refusal(cast.person('deputy-2'), `${late.path}:withdraw`, { reason: '不是我的' })).toMatch(
    /^40[34] /,
  );
  await late.step('撤回', late.lead(), `${late.path}:withdraw`, { reason: '单位已主动整改' });
  expect(late.glimpses.at(-1)).toMatchObject({ stage: 'withdrawn', act: '', accountable: [] });
  expect(late.glimpses.at(-1)?.events).toEqual(
    expect.arrayContaining(['withdrawal-requested', 'case-ended', 'suggestion-withdrawn', 'clock-cancelled']),
  );
  expect((await late.page()).clocks.filter(({ state }) => state === 'open' || state === 'missed')).toEqual(
    [],
  );
  expect(await refusal(late.unit('clerk'), `/assignments/${late.share()}/plan`, plan)).toMatch(/^40[09] /);
}

const score = { points: 1, reason: '涉及一个部门' };
const classification = { scope: score, difficulty: score, urgency: score, expectedUnits: 1 };
const plan = {
  leaderName: '顾行远',
  leaderPost: '局长',
  leaderRank: 'unit-head',
  solution: '分步实施',
  milestones: [],
  deadline: '2027-01-01',
};

/** 并案: the child follows its parent, and its deputy gets an own reply and an own evaluation. */
export async function merger(cast: Cast): Promise<void> {
  const parent = newJourney(cast, '并案主件');
  const child = newJourney(cast, '并案', { category: parent.roadCase.category });
  await registered(parent);
  await registered(child);
  const into = { parentId: parent.suggestionId, reason: '内容相同', competence: '区交通运输局' };
  expect(await refusal(child.lead(), `${child.path}:merge`, into)).toMatch(/^403 /);
  await child.step('并案', child.desk(), `${child.path}:merge`, into);
  expect(child.glimpses.at(-1)).toMatchObject({ stage: 'merged', accountable: ['parent'] });

  await handOver(parent);
  await acknowledge(parent);
  await confirmBySides(parent);
  await filePlan(parent);
  const opinions = await giveOpinions(parent);
  await contactDeputy(parent);
  const alsoOwed = [child.roadCase.leadDeputy];
  await reply(parent, { resultClass: 'C', opinions, alsoOwed });
  const evaluation = {
    assignmentId: parent.share(),
    attitude: 'satisfied',
    result: 'satisfied',
    seenOnSite: true,
  };
  await parent.step('主件代表评价', parent.lead(), `${parent.path}/evaluations`, evaluation);
  expect(parent.glimpses.at(-1)?.stage).not.toBe('closed');
  const own = { ...evaluation, signedSuggestionId: child.suggestionId };
  expect(await refusal(cast.person('deputy-2'), `${parent.path}/evaluations`, own)).toMatch(/^40[349] /);
  await parent.step('并案代表评价', child.lead(), `${parent.path}/evaluations`, own);
  const { evaluations } = await (
    await parent.desk()
  ).get<{
    evaluations: readonly { signedSuggestionId: string }[];
  }>(`${parent.path}/evaluations`);
  expect(evaluations.map(({ signedSuggestionId }) => signedSuggestionId).toSorted()).toEqual(
    [parent.suggestionId, child.suggestionId].toSorted(),
  );
}
