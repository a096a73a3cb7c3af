import { personId } from '@huiyin/demo-city/people';
import { advanceTo } from '@huiyin/scripts/api/quiet';
import type { Cast } from '@huiyin/scripts/road/cast';
import { evaluate, keepPromises, lookBackIfRequired, supplementReply } from '@huiyin/scripts/road/conclude';
import { contactDeputy, filePlan, giveOpinions, reply } from '@huiyin/scripts/road/handle';
import { confirmBySides, lookBack, meet } from '@huiyin/scripts/road/meet';
import { acknowledge, learnShares, raise, writeAndSubmit } from '@huiyin/scripts/road/raise';
import { furtherCase, type RoadCase } from '@huiyin/scripts/road/road-case';
import { waitFor } from '@huiyin/testkit/wait-for';
import type { AttachmentRef } from './probe.ts';
import { DRAFT_WORDS } from './questions.ts';
import { QuickJourney } from './quick-journey.ts';
import { CATEGORY, COSIGNER, CO_UNIT, FORMER_DEPUTY, LEAD_DEPUTY, LEAD_UNIT } from './readers.ts';
import { WORDS } from './bodies.ts';
import { handOverToAll, inHands, inHandsWithChild, referTo, type Build } from './in-hands.ts';

const replied =
  (resultClass: 'B' | 'C'): Build =>
  async (journey) => {
    await inHands(journey);
    await confirmBySides(journey);
    await filePlan(journey);
    const opinions = await giveOpinions(journey);
    if (journey.roadCase.isKey) await meet(journey, 'on-site');
    await contactDeputy(journey);
    await reply(journey, { resultClass, opinions });
  };

const evaluated =
  (result: 'satisfied' | 'dissatisfied', resultClass: 'B' | 'C' = 'C'): Build =>
  async (journey) => {
    await replied(resultClass)(journey);
    await evaluate(journey, result);
  };

const draft: Build = async (journey) => {
  await journey.step('起草', journey.lead(), '/suggestions', { text: { ...journey.roadCase.text } });
};

const cosigning: Build = async (journey) => {
  await draft(journey);
  const deputyIds = [personId(journey.cast.tenant, COSIGNER)];
  await journey.step('邀请联名', journey.lead(), `${journey.path}/cosigners`, { deputyIds });
};

const preReview: Build = async (journey) => {
  await draft(journey);
  await journey.step('申请预审', journey.lead(), `${journey.path}:request-pre-review`);
};

/** Deputies who sign a motion, its lead among them (代表法). */
const MOTION_NEEDS = 10;

/** 议案 that the presidium made a suggestion. */
const converted: Build = async (journey) => {
  const motion = { kind: 'motion', text: { ...journey.roadCase.text } };
  await journey.step('起草议案', journey.lead(), '/suggestions', motion);
  const logins = [
    COSIGNER,
    ...Array.from({ length: MOTION_NEEDS - 2 }, (_none, index) => `deputy-${index + 5}`),
  ];
  const deputyIds = logins.map((login) => personId(journey.cast.tenant, login));
  await journey.step('邀请联名', journey.lead(), `${journey.path}/cosigners`, { deputyIds });
  const { textHash } = await (await journey.lead()).get<{ textHash: string }>(journey.path);
  const confirm = `${journey.path}/cosigners/me:confirm`;
  for (const login of logins)
    await journey.step('确认联名', journey.cast.person(login), confirm, { textHash });
  await journey.step('提交', journey.lead(), `${journey.path}:submit`);
  const decision = { motionNumber: '议案1', decisionNumber: '主席团1', decidedOn: '2026-01-05' };
  await journey.step('转建议', journey.desk(), `${journey.path}:convert`, decision);
};

const classified: Build = async (journey) => {
  await raise(journey);
  const score = { points: 1, reason: '涉及一个部门' };
  const scores = { scope: score, difficulty: score, urgency: score };
  await journey.step('分类', journey.desk(), `${journey.path}:classify`, { ...scores, expectedUnits: 2 });
};

const desk =
  (verb: string, body: object): Build =>
  async (journey) => {
    await writeAndSubmit(journey);
    await journey.step(verb, journey.desk(), `${journey.path}:${verb}`, body);
  };

const withdrawn: Build = async (journey) => {
  await inHands(journey);
  for (const who of [journey.lead(), journey.cast.person(COSIGNER)])
    await journey.step('撤回', who, `${journey.path}:withdraw`, { reason: '情况已解决' });
};

const returnRequested: Build = async (journey) => {
  await inHandsWithChild(journey);
  const ask = {
    ...{ grounds: WORDS.returnGrounds, legalBasis: '三定规定第三条' },
    proposedUnitId: journey.cast.unitId('weijian'),
  };
  const path = `/assignments/${journey.share()}:request-return`;
  const { id } = await journey.step('申退', journey.unit('head'), path, ask);
  journey.parts.set('return-request', id);
};

const closed: Build = async (journey) => {
  await evaluated('satisfied')(journey);
  await lookBackIfRequired(journey);
};

const archived: Build = async (journey) => {
  await evaluated('satisfied', 'B')(journey);
  await lookBackIfRequired(journey);
  await keepPromises(journey);
  await supplementReply(journey);
  await journey.step('归档', journey.desk(), `/cases/${journey.suggestionId}:seal`);
};

/** A draft reply whose words stand nowhere else. */
async function draftReply(journey: QuickJourney): Promise<void> {
  const [share] = journey.shares.values();
  await journey.step('起草答复', journey.unit('clerk'), `/assignments/${share}/replies`, {
    opening: DRAFT_WORDS,
  });
}

/** In hand with a draft reply, a task force, a difficulty, a coordination that is open, a letter and a talk. */
const inProgress: Build = async (journey) => {
  await inHandsWithChild(journey);
  await draftReply(journey);
  const hard = { severity: 'yellow', description: WORDS.difficulty };
  await journey.step(
    '困难',
    journey.unit('clerk'),
    `/assignments/${journey.share()}:report-difficulty`,
    hard,
  );
  const ask = { assignmentId: journey.share(), grounds: WORDS.coordinationGrounds };
  const { id } = await journey.step('提请协调', journey.unit('head'), '/coordinations', ask);
  journey.parts.set('coordination', id);
};

/** Confidential: one person of the unit knows, the desk has read the draft reply, an extension is asked for. */
const confidential: Build = async (journey) => {
  await inHands(journey);
  await confirmBySides(journey);
  await filePlan(journey);
  const path = `/assignments/${journey.share()}`;
  const contact = { form: 'visit', onDate: await journey.day(), summary: WORDS.contact };
  await journey.step('沟通', journey.unit('head'), `${path}/contacts`, contact);
  const { id } = await journey.step('延期', journey.unit('head'), `${path}/extensions`, {
    grounds: WORDS.extensionGrounds,
  });
  journey.parts.set('extension', id);
  await draftReply(journey);
  await journey.step('查阅答复稿', journey.desk(), `${path}/replies:read-draft`);
  const { personId: confidant } = await journey.unit('clerk');
  await journey.step('指定知情人', journey.desk(), `${path}:name-confidant`, { personId: confidant });
};

/** 分别办理 by two units; the first has a draft reply. */
const parallel: Build = async (journey) => {
  await classified(journey);
  const units = [LEAD_UNIT, CO_UNIT].map((code) => ({ unitId: journey.cast.unitId(code), role: 'parallel' }));
  await journey.step('交办', journey.desk(), `${journey.path}:assign`, { shares: units });
  await referTo(journey);
  await learnShares(journey);
  await acknowledge(journey);
  await draftReply(journey);
};

/** 不满意 twice. A contact counts for the round that runs, so the second must have begun. */
const escalated: Build = async (journey) => {
  await evaluated('dissatisfied')(journey);
  await waitFor('the second round', async () => {
    const clerk = await journey.unit('clerk');
    const path = `/assignments/${journey.share()}`;
    return (await clerk.get<{ assignment: { round: number } }>(path)).assignment.round === 2;
  });
  await contactDeputy(journey);
  const { coOpinions } = await (
    await journey.unit('clerk')
  ).get<{ coOpinions: readonly { opinionId: string }[] }>(`/assignments/${journey.share()}`);
  await reply(journey, { resultClass: 'C', opinions: coOpinions.map(({ opinionId }) => opinionId) });
  await evaluate(journey, 'dissatisfied');
};

/** A promise is open, and 回头看 found a gap. */
const followUp: Build = async (journey) => {
  await evaluated('satisfied', 'B')(journey);
  await lookBack(journey, 'unmet');
};

/** Child of another suggestion of the same deputies. */
const merged: Build = async (journey) => {
  const parent = new QuickJourney(journey.cast, { ...journey.roadCase, name: '主案' });
  await Promise.all([raise(parent), raise(journey)]);
  const merge = { parentId: parent.suggestionId, reason: '同一事项', competence: '区交通运输局' };
  await journey.step('并案', journey.desk(), `${journey.path}:merge`, merge);
};

/** Every stage of the walk that a case can be brought to within the days of one session. */
const BUILDS: Readonly<Record<string, { readonly build: Build; readonly change?: Partial<RoadCase> }>> = {
  draft: { build: draft },
  cosigning: { build: cosigning },
  'pre-review': { build: preReview },
  converted: { build: converted },
  submitted: { build: writeAndSubmit },
  'returned-to-deputy': { build: desk('return', { explanation: '请一事一议' }) },
  'not-admitted': {
    build: desk('decline', {
      ...{ ground: 'private-matter', explanation: '属个人事务' },
      deputyHeardOn: '2026-01-05',
    }),
  },
  registered: { build: raise },
  classified: { build: classified },
  assigned: {
    build: async (journey) => {
      await raise(journey);
      await handOverToAll(journey);
    },
  },
  'return-requested': { build: returnRequested },
  withdrawn: { build: withdrawn },
  'in-progress': { build: inProgress, change: { isComplex: true } },
  parallel: { build: parallel },
  merged: { build: merged },
  confidential: { build: confidential },
  replied: { build: replied('C') },
  'left-office': { build: replied('C'), change: { cosigner: FORMER_DEPUTY } },
  evaluated: { build: evaluated('satisfied'), change: { isKey: true } },
  rehandling: { build: evaluated('dissatisfied') },
  escalated: { build: escalated },
  'follow-up': { build: followUp, change: { isKey: true } },
  closed: { build: closed },
  archived: { build: archived },
};

/** Brings one case to each stage, all side by side. */
export async function buildStages(cast: Cast, photo: AttachmentRef): Promise<Map<string, QuickJourney>> {
  const built = await Promise.all(
    Object.entries(BUILDS).map(
      async ([stage, { build, change }], index) =>
        [stage, await caseAt(cast, stage, { build, change: change ?? {}, index, photo })] as const,
    ),
  );
  return new Map(built);
}

/** A case that came between sessions: after the cut-off of the one that sits. */
export async function betweenSessions(cast: Cast): Promise<QuickJourney> {
  await advanceTo(await cast.person('operator'), AFTER_CUT_OFF);
  const build: Build = async (journey) => {
    await raise(journey);
    await handOverToAll(journey);
  };
  return caseAt(cast, 'between-sessions', { build, change: {}, index: Object.keys(BUILDS).length });
}

const AFTER_CUT_OFF = '2026-01-08T11:00:00Z';

interface Plan {
  readonly build: Build;
  readonly change: Partial<RoadCase>;
  readonly index: number;
  /** Named by the text of the case that is registered. */
  readonly photo?: AttachmentRef;
}

async function caseAt(
  cast: Cast,
  stage: string,
  { build, change, index, photo }: Plan,
): Promise<QuickJourney> {
  const roadCase: RoadCase = {
    ...furtherCase(stage, 40 + index, LEAD_DEPUTY),
    ...{ leadUnit: LEAD_UNIT, coUnits: [CO_UNIT], cosigner: COSIGNER, category: CATEGORY },
    ...change,
  };
  if (stage === 'confidential') Object.assign(roadCase.text, { authorConfidential: true });
  const journey = new QuickJourney(cast, roadCase);
  if (stage === 'registered' && photo !== undefined) {
    Object.assign(roadCase.text, { attachments: [photo] });
    journey.parts.set('attachment', photo.attachmentId);
  }
  try {
    await build(journey);
  } catch (error) {
    throw new Error(`no case came to the stage ${stage}`, { cause: error });
  }
  return journey;
}
