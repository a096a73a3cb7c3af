import { createHash } from 'node:crypto';
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

const PROOF = {
  name: '竣工验收单.pdf',
  content: new TextEncoder().encode('%PDF-1.7\n% 竣工验收\n'),
} as const;

/** 补充答复, as a promise that was judged asks for (T32): the class B becomes an A, with its proof. */
export async function supplementReply(journey: Journey): Promise<void> {
  const head = await journey.unit('head');
  const { replies } = await journey.page();
  const reply = replies.toSorted((a, b) => a.round - b.round).at(-1);
  const { name, content } = PROOF;
  const { id: attachmentId } = await head.post(`/attachments?name=${encodeURIComponent(name)}`, content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  await journey.step('补充答复', journey.unit('head'), `/replies/${reply?.replyId}:supplement`, {
    resultClass: 'A',
    why: '承诺事项已兑现。',
    text: '您提出的问题已全部解决。',
    evidence: { attachments: [{ attachmentId, sha256, name }], completedOn: await journey.day() },
  });
}

/** 归档: the case is sealed over its manifest. */
export async function seal(journey: Journey): Promise<void> {
  await journey.step('归档', journey.desk(), `/cases/${journey.suggestionId}:seal`);
}
