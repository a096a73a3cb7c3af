import type { Cast } from '@huiyin/scripts/road/cast';
import { evaluate, keepPromises, lookBackIfRequired } from '@huiyin/scripts/road/conclude';
import { contactDeputy, filePlan, giveOpinions, reply } from '@huiyin/scripts/road/handle';
import { confirmBySides, meet } from '@huiyin/scripts/road/meet';
import { acknowledge, handOver, raise, writeAndSubmit } from '@huiyin/scripts/road/raise';
import { furtherCase, type RoadCase } from '@huiyin/scripts/road/road-case';
import { QuickJourney } from './quick-journey.ts';
import { CATEGORY, COSIGNER, CO_UNIT, LEAD_DEPUTY, LEAD_UNIT } from './readers.ts';

/** Brings a case to a stage. Stages are named as the archive names them; further names say what is special. */
type Build = (journey: QuickJourney) => Promise<void>;

const inHands: Build = async (journey) => {
  await raise(journey);
  await handOver(journey);
  await acknowledge(journey);
};

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
  await inHands(journey);
  const ask = { grounds: '三定规定中没有此项职责', legalBasis: '三定规定第三条' };
  await journey.step('申退', journey.unit('head'), `/assignments/${journey.share()}:request-return`, ask);
};

const closed: Build = async (journey) => {
  await evaluated('satisfied')(journey);
  await lookBackIfRequired(journey);
};

const archived: Build = async (journey) => {
  await evaluated('satisfied', 'B')(journey);
  await lookBackIfRequired(journey);
  await keepPromises(journey);
  await journey.step('归档', journey.desk(), `/cases/${journey.suggestionId}:seal`);
};

const confidential: Build = async (journey) => {
  await inHands(journey);
  await confirmBySides(journey);
};

/** Every stage of the walk that a case can be brought to within the days of one session. */
const BUILDS: Readonly<Record<string, { readonly build: Build; readonly change?: Partial<RoadCase> }>> = {
  draft: { build: draft },
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
      await handOver(journey);
    },
  },
  'return-requested': { build: returnRequested },
  withdrawn: { build: withdrawn },
  'in-progress': { build: inHands },
  confidential: { build: confidential },
  replied: { build: replied('C') },
  evaluated: { build: evaluated('satisfied'), change: { isKey: true } },
  rehandling: { build: evaluated('dissatisfied') },
  'follow-up': { build: evaluated('satisfied', 'B') },
  closed: { build: closed },
  archived: { build: archived },
};

/** Brings one case to each stage, all side by side. */
export async function buildStages(cast: Cast): Promise<ReadonlyMap<string, QuickJourney>> {
  const built = await Promise.all(
    Object.entries(BUILDS).map(async ([stage, { build, change }], index) => {
      const roadCase: RoadCase = {
        ...furtherCase(stage, 40 + index, LEAD_DEPUTY),
        ...{ leadUnit: LEAD_UNIT, coUnits: [CO_UNIT], cosigner: COSIGNER, category: CATEGORY },
        ...change,
      };
      if (stage === 'confidential') Object.assign(roadCase.text, { authorConfidential: true });
      const journey = new QuickJourney(cast, roadCase);
      try {
        await build(journey);
      } catch (error) {
        throw new Error(`no case came to the stage ${stage}`, { cause: error });
      }
      return [stage, journey] as const;
    }),
  );
  return new Map(built);
}
