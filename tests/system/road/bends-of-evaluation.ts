import type { Cast } from '@huiyin/scripts/road/cast';
import {
  evaluate,
  keepPromises,
  supplementReply,
  lookBackIfRequired,
  openPromises,
  seal,
} from '@huiyin/scripts/road/conclude';
import { contactDeputy, filePlan, giveOpinions, reply } from '@huiyin/scripts/road/handle';
import type { Journey } from '@huiyin/scripts/road/journey';
import { confirmBySides, lookBack, meet } from '@huiyin/scripts/road/meet';
import { expect } from 'vitest';
import { inHands, newJourney, papers, refusal } from './bends.ts';

async function replied(journey: Journey, resultClass: 'B' | 'C'): Promise<void> {
  await inHands(journey);
  await confirmBySides(journey);
  await filePlan(journey);
  const opinions = await giveOpinions(journey);
  if (journey.roadCase.isKey) await meet(journey, 'on-site');
  await contactDeputy(journey);
  await reply(journey, { resultClass, opinions });
}

/** 不满意: red, a second round with a new reply, and the way out. */
export async function secondRound(cast: Cast): Promise<void> {
  const journey = newJourney(cast, '不满意');
  await replied(journey, 'C');
  for (const unitPerson of ['head', 'liaison', 'clerk'] as const) {
    const form = { assignmentId: journey.share(), attitude: 'satisfied', result: 'satisfied' };
    expect(await refusal(journey.unit(unitPerson), `${journey.path}/evaluations`, form)).toMatch(/^403 /);
  }
  await evaluate(journey, 'dissatisfied');
  expect(journey.glimpses.at(-1)).toMatchObject({
    stage: 'rehandling',
    colour: 'red',
    party: 'unit',
    act: 'reply',
  });
  expect(journey.glimpses.at(-1)?.events).toEqual(
    expect.arrayContaining(['suggestion-evaluated', 'rehandling-ordered', 'supervision-letter-sent']),
  );
  expect(journey.glimpses.at(-1)?.dueDate).not.toBe('');
  const ladder = ['rehandling-notice', 'supervision-letter'];
  for (const reader of [journey.desk(), journey.unit('head'), journey.lead()])
    expect(await papers(journey, reader, ladder)).toEqual(ladder);
  // A co-handler reads neither the letter to the lead unit nor what the deputy thinks of its reply.
  for (const code of journey.roadCase.coUnits)
    expect(await papers(journey, journey.unit('head', code), ladder)).toEqual([]);

  await journey.wait(7);
  await contactDeputy(journey);
  const { coUnits } = journey.roadCase;
  const path = `/assignments/${journey.share()}`;
  const { coOpinions } = await (
    await journey.unit('clerk')
  ).get<{ coOpinions: readonly { opinionId: string }[] }>(path);
  expect(coOpinions).toHaveLength(coUnits.length);
  await reply(journey, { resultClass: 'C', opinions: coOpinions.map(({ opinionId }) => opinionId) });
  expect(journey.glimpses.at(-1)).toMatchObject({ stage: 'replied', party: 'deputy', act: 'evaluate' });
  await evaluate(journey, 'satisfied');
  await lookBackIfRequired(journey);
  expect(journey.glimpses.at(-1)).toMatchObject({ stage: 'closed', colour: 'green' });
  const page = await journey.page();
  expect(new Set(page.replies.map(({ round }) => round))).toEqual(new Set([1, 2]));
}

/** 回头看 below expectation: 整改, sent back once by the deputy, accepted, then closed. */
export async function rectification(cast: Cast): Promise<void> {
  const journey = newJourney(cast, '整改', { isKey: true });
  await replied(journey, 'C');
  await evaluate(journey, 'satisfied');
  expect(journey.glimpses.at(-1)).toMatchObject({ stage: 'evaluated', act: 'look-back' });
  await lookBack(journey, 'unmet');
  expect(journey.glimpses.at(-1)).toMatchObject({ stage: 'follow-up', party: 'unit', act: 'rectify' });
  const [ordered] = await (
    await journey.desk()
  ).all<{ rectificationId: string }>('/rectifications?status=ordered');
  const path = `/rectifications/${ordered?.rectificationId}`;
  const report = { report: '已更换站牌。' };
  expect(await refusal(journey.unit('clerk'), `${path}:submit`, report)).toMatch(/^403 /);
  await journey.step('整改报告', journey.unit('head'), `${path}:submit`, report);
  expect(journey.glimpses.at(-1)).toMatchObject({ party: 'deputy', act: 'judge-rectification' });
  expect(await refusal(journey.desk(), `${path}:accept`)).toMatch(/^409 /);
  await journey.step('整改不通过', journey.lead(), `${path}:reject`, { explanation: '照明没有恢复' });
  expect(journey.glimpses.at(-1)).toMatchObject({ party: 'unit', act: 'rectify' });
  await journey.step('再次整改', journey.unit('head'), `${path}:submit`, report);
  const followUp = ['rectification-notice', 'rectification-report'];
  expect(await papers(journey, journey.unit('head'), followUp)).toEqual(followUp);
  await journey.step('整改通过', journey.lead(), `${path}:accept`);
  expect(journey.glimpses.at(-1)).toMatchObject({ stage: 'closed', colour: 'green', act: 'seal' });
}

/** Class B: nothing closes before the promise is judged; overdue it is red, broken it is said. */
export async function promise(cast: Cast): Promise<void> {
  const journey = newJourney(cast, '承诺');
  await replied(journey, 'B');
  await evaluate(journey, 'basically-satisfied');
  await lookBackIfRequired(journey);
  expect(journey.glimpses.at(-1)).toMatchObject({ stage: 'follow-up', party: 'unit', act: 'keep-promise' });
  expect(await refusal(journey.desk(), `/cases/${journey.suggestionId}:seal`)).toMatch(/^409 /);
  const [open] = await openPromises(journey);
  expect(
    await refusal(journey.unit('head'), `/promises/${open?.promiseId}:keep`, { finding: '已完成' }),
  ).toMatch(/^403 /);
  await keepPromises(journey);
  expect(journey.glimpses.at(-1)).toMatchObject({ stage: 'closed', party: 'unit', act: 'supplement-reply' });
  expect(await refusal(journey.desk(), `/cases/${journey.suggestionId}:seal`)).toMatch(/^409 supplement-/);
  await supplementReply(journey);
  expect(journey.glimpses.at(-1)).toMatchObject({ stage: 'closed', act: 'seal' });
  await seal(journey);
  expect(journey.glimpses.at(-1)).toMatchObject({ stage: 'archived', act: '' });
  expect(await refusal(journey.desk(), `/cases/${journey.suggestionId}:seal`)).toMatch(/^409 /);
}
