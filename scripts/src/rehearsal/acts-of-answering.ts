import { createHash } from 'node:crypto';
import { personId } from '@huiyin/demo-city/people';
import { seededRandom } from '@huiyin/demo-city/random';
import { addDays, type LocalDate } from '@huiyin/kernel/local-date';
import type { ApiSession } from '../api/session.ts';
import { unsignedRecord } from '../api/unsigned-record.ts';
import { contact, held } from './acts-of-handling.ts';
import type { Act } from './acts-of-raising.ts';
import { GRADES } from './case-plan.ts';
import { desk, lead, ofLeadUnit, pathOf, shareId, sharePath, type CaseRun } from './case-run.ts';
import { proofPicture } from './proof-picture.ts';

export const reply: Act = async (run, today) => {
  await issue(run, today, run.plan.suggestion.course.resultClass);
};

/** 重新办理: the deputy is heard again before the unit answers anew. */
export const replyAgain: Act = async (run, today) => {
  await contact(run, today, []);
  await issue(run, today, 'C');
};

async function issue(run: CaseRun, today: LocalDate, resultClass: 'A' | 'B' | 'C' | 'D'): Promise<void> {
  const path = sharePath(run);
  const clerk = await ofLeadUnit(run, 'clerk');
  await clerk.post(`${path}/replies`, {
    resultClass,
    opening: '您提出的建议收悉，现答复如下。',
    sections: run.plan.suggestion.demands.map((_demand, index) => ({
      demandNumber: index + 1,
      answer: ANSWERS[resultClass],
    })),
    ...(await groundsOf(run, today, resultClass)),
    coOpinions: run.opinionIds.map((opinionId) => ({ opinionId, statement: '协办单位同意安排资金。' })),
  });
  const { replies } = await clerk.get<{
    replies: readonly { replyId: string; textHash: string; status: string }[];
  }>(path);
  const draft = replies.find(({ status }) => status === 'draft');
  if (draft === undefined) throw new Error('the draft just saved is not there');
  run.replyId = draft.replyId;
  const head = await ofLeadUnit(run, 'head');
  await run.signInTurn(() =>
    head.post(`${path}/replies:issue`, {
      letterNumber: `函〔${today.slice(0, 4)}〕${run.plan.index + 1}号`,
      textHash: draft.textHash,
    }),
  );
  await answerFaceToFace(run, today);
}

/** 当面答复: the unit writes down what it said; each deputy reads it and signs (SD22). */
async function answerFaceToFace(run: CaseRun, today: LocalDate): Promise<void> {
  const liaison = await ofLeadUnit(run, 'liaison');
  await liaison.post(`/replies/${run.replyId}:record-face-to-face`, {
    ...{ onDate: today, place: '代表联络站', attendees: '单位负责人及经办人' },
    content: '逐条说明了答复的依据和安排。',
  });
  for (const { plan } of [run, ...run.merged]) {
    for (const login of [plan.leadDeputy, ...plan.cosigners]) await signRecord(run, login, liaison);
  }
}

async function signRecord(run: CaseRun, login: string, reader: ApiSession): Promise<void> {
  const { replyId, cast } = run;
  const of = { replyId, deputyId: personId(cast.tenant, login) };
  const recordId = await unsignedRecord(reader, sharePath(run), of);
  const deputy = await cast.person(login);
  await deputy.post(`/replies/${replyId}:answer-face-to-face`, { recordId, agrees: true });
}

const ANSWERS = {
  A: '已经办结，照片附后。',
  B: '已列入计划，按期实施。',
  C: '目前条件不具备，已向代表说明。',
  D: '按现行规定不能采纳，依据如下。',
} as const;

/** What each class rests on (SD18). */
async function groundsOf(
  run: CaseRun,
  today: LocalDate,
  resultClass: 'A' | 'B' | 'C' | 'D',
): Promise<object> {
  switch (resultClass) {
    case 'A':
      return { evidence: { attachments: [await proof(run)], completedOn: today } };
    case 'B': {
      const { promiseDueOn } = run.plan;
      const dueOn = promiseDueOn > today ? promiseDueOn : addDays(today, 60);
      return { promises: [{ text: '完成全部施工', dueOn }] };
    }
    case 'C':
      return { evidence: { lackingCondition: '现状道路宽度不足', explainedBy: '顾行远' } };
    case 'D':
      return { evidence: { legalBasis: '《山东省道路交通安全条例》有关规定' } };
  }
}

async function proof(run: CaseRun): Promise<object> {
  const clerk = await ofLeadUnit(run, 'clerk');
  const picture = proofPicture(seededRandom(`proof/${run.plan.index}`));
  const name = '现场照片.png';
  const { id } = await clerk.post(`/attachments?name=${encodeURIComponent(name)}`, picture);
  return { attachmentId: id, sha256: createHash('sha256').update(picture).digest('hex'), name };
}

export const evaluate: Act = async (run) => {
  const result = GRADES[run.plan.suggestion.course.satisfaction];
  await evaluated(run, result, result === 'dissatisfied' ? '问题没有解决。' : '');
};

export const evaluateAgain: Act = async (run) => {
  await evaluated(run, 'satisfied', '');
};

/** Each lead deputy says the same for the suggestion he signed, the case's own and those merged into it. */
async function evaluated(run: CaseRun, result: string, reasons: string): Promise<void> {
  for (const signed of [run, ...run.merged]) {
    await (
      await lead(signed)
    ).post(`${pathOf(run)}/evaluations`, {
      ...{ assignmentId: shareId(run), signedSuggestionId: signed.suggestionId },
      ...{ attitude: 'satisfied', result, reasons },
      ...{ seenOnSite: run.plan.lookBackMet, classOpinion: 'agreed' },
    });
  }
}

interface CaseMeetings {
  readonly lookBacks: readonly { readonly status: string }[];
}

/** 回头看 where the draw or the key mark asks for one. */
export const lookBack: Act = async (run, today) => {
  const { lookBacks } = await (await desk(run)).get<CaseMeetings>(`${pathOf(run)}/meetings`);
  if (!lookBacks.some(({ status }) => status === 'required')) return;
  const id = await held(run, today, { kind: 'look-back', record: { findings: '到现场逐项查看。' } });
  const { lookBackMet } = run.plan;
  await (
    await lead(run)
  ).post(`/meetings/${id}:judge`, {
    verdict: lookBackMet ? 'met' : 'unmet',
    gaps: lookBackMet ? [] : ['有一处没有完工'],
  });
};

interface Followed {
  readonly rectifications: readonly { readonly rectificationId: string; readonly status: string }[];
  readonly promises: readonly { readonly promiseId: string; readonly status: string }[];
}

const followed = async (run: CaseRun): Promise<Followed> =>
  (await desk(run)).get<Followed>(`${pathOf(run)}/evaluations`);

/** 整改 of what the deputy found unmet. */
export const rectify: Act = async (run) => {
  for (const { rectificationId, status } of (await followed(run)).rectifications) {
    if (status !== 'ordered') continue;
    const path = `/rectifications/${rectificationId}`;
    await (await ofLeadUnit(run, 'head')).post(`${path}:submit`, { report: '已经补齐。' });
    await (await lead(run)).post(`${path}:accept`);
  }
};

export const reportPromises: Act = async (run) => {
  for (const promiseId of await openPromises(run)) {
    const progress = '已完成勘察和招标。';
    await (await ofLeadUnit(run, 'clerk')).post(`/promises/${promiseId}/progress`, { progress });
  }
};

export const judgePromises: Act = async (run) => {
  const office = await desk(run);
  for (const promiseId of await openPromises(run)) {
    if (run.plan.promiseKept)
      await office.post(`/promises/${promiseId}:keep`, { finding: '现场查看，已完成。' });
    else await office.post(`/promises/${promiseId}:break`, { explanation: '资金没有到位，没有完成。' });
  }
};

/** 补充答复 where a promise that was judged changed what the reply says (T32). */
export const supplement: Act = async (run, today) => {
  const open = await (
    await desk(run)
  ).all(`/clocks?suggestionId=${run.suggestionId}&kind=supplementary_reply`);
  if (open.length === 0) return;
  const { promiseKept } = run.plan;
  const resultClass = promiseKept ? 'A' : 'C';
  await (
    await ofLeadUnit(run, 'head')
  ).post(`/replies/${run.replyId}:supplement`, {
    resultClass,
    why: promiseKept ? '承诺事项已兑现。' : '承诺事项没有按期兑现。',
    text: promiseKept ? '您提出的问题已全部解决。' : '资金没有到位，已向代表说明。',
    ...(await groundsOf(run, today, resultClass)),
  });
};

async function openPromises(run: CaseRun): Promise<readonly string[]> {
  const { promises } = await followed(run);
  return promises.filter(({ status }) => status === 'open').map(({ promiseId }) => promiseId);
}

/** 归档 of what is closed by then; what still waits for something stays open. */
export const seal: Act = async (run) => {
  const office = await desk(run);
  const { summary } = await office.get<{ summary: { next?: { act: string } } }>(`/cases/${run.suggestionId}`);
  if (summary.next?.act === 'seal') await office.post(`/cases/${run.suggestionId}:seal`);
};
