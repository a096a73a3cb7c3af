import type { ApiSession } from '../api/session.ts';
import type { Journey } from './journey.ts';
import { lookBack } from './meet.ts';

/** 征询意见表 by the lead deputy. */
export async function evaluate(
  journey: Journey,
  result: 'satisfied' | 'basically-satisfied' | 'dissatisfied',
): Promise<void> {
  await journey.step('代表评价', journey.lead(), `${journey.path}/evaluations`, {
    assignmentId: journey.share(),
    attitude: 'satisfied',
    result,
    seenOnSite: true,
    classOpinion: 'agreed',
    ...(result === 'dissatisfied' ? { reasons: '问题没有解决。' } : {}),
  });
}

/** 回头看 where the draw or the key mark asks for one. */
export async function lookBackIfRequired(journey: Journey): Promise<void> {
  const { lookBacks } = await (
    await journey.desk()
  ).get<{ lookBacks: readonly { status: string }[] }>(`${journey.path}/meetings`);
  if (lookBacks.some(({ status }) => status === 'required')) await lookBack(journey, 'met');
}

interface PromiseItem {
  readonly promiseId: string;
  readonly suggestionId: string;
}

/** Open promises of the case in the ledger 承诺事项台账. */
export async function openPromises(journey: Journey): Promise<readonly PromiseItem[]> {
  const desk: ApiSession = await journey.desk();
  const all = await desk.all<PromiseItem>('/promises?status=open');
  return all.filter(({ suggestionId }) => suggestionId === journey.suggestionId);
}

/** The unit reports on its promises. */
export async function reportPromises(journey: Journey): Promise<void> {
  for (const { promiseId } of await openPromises(journey)) {
    await journey.step('承诺进展', journey.unit('clerk'), `/promises/${promiseId}/progress`, {
      progress: '已完成勘察和招标。',
    });
  }
}

/** The desk has seen the promises kept. */
export async function keepPromises(journey: Journey): Promise<void> {
  for (const { promiseId } of await openPromises(journey)) {
    await journey.step('承诺兑现', journey.desk(), `/promises/${promiseId}:keep`, {
      finding: '现场查看，已完成。',
    });
  }
}

/** 归档: the case is sealed over its manifest. */
export async function seal(journey: Journey): Promise<void> {
  await journey.step('归档', journey.desk(), `/cases/${journey.suggestionId}:seal`);
}
