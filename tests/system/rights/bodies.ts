import { get, type Question } from './questions.ts';
import type { QuickJourney } from './quick-journey.ts';

/** Stand in one part of a case and nowhere else. */
export const WORDS = {
  returnGrounds: '三定规定中没有此项职责',
  difficulty: '资金没有落实到位',
  coordinationGrounds: '职责交叉',
  extensionGrounds: '涉及面广',
  contact: '上门听取意见。',
} as const;

/** Of `scripts/src/road`: leader and tasks of 专班, solution of a plan, 协办意见, reasons of 不满意, place of a meeting. */
const ROAD_WORDS = {
  leader: '罗思齐',
  task: '按分工提出措施',
  solution: '分步实施，先易后难。',
  opinion: '同意从今年专项资金中安排经费',
  dissatisfied: '问题没有解决。',
  place: '云湖街道会议室',
} as const;

/** Where a part can stand: what the table calls it, its words, and the routes whose answers are searched for them. */
interface Part {
  readonly of: string;
  readonly name: string;
  readonly words: string;
  readonly routes: readonly (keyof typeof ROUTES)[];
}

const ROUTES = {
  'GET /cases/{id}': ({ suggestionId: id }: QuickJourney) => `/cases/${id}`,
  'GET /cases/{id}/timeline': ({ suggestionId: id }: QuickJourney) => `/cases/${id}/timeline?limit=200`,
  'GET /cases/{id}/documents': ({ suggestionId: id }: QuickJourney) => `/cases/${id}/documents`,
  'GET /suggestions/{id}/handling': ({ path }: QuickJourney) => `${path}/handling`,
  'GET /assignments/{id}': ({ shares }: QuickJourney) => `/assignments/${[...shares.values()][0]}`,
  'GET /suggestions/{id}/meetings': ({ path }: QuickJourney) => `${path}/meetings`,
  'GET /suggestions/{id}/evaluations': ({ path }: QuickJourney) => `${path}/evaluations`,
} as const;

const TIMELINE = 'GET /cases/{id}/timeline';
const DOCUMENTS = 'GET /cases/{id}/documents';
const HANDLING = 'GET /suggestions/{id}/handling';
const SHARE = 'GET /assignments/{id}';
const MEETINGS = 'GET /suggestions/{id}/meetings';

/** What stands in a case at a stage, by whose it is (domain.md §3.2). */
const PARTS: Readonly<Record<string, readonly Part[]>> = {
  'return-requested': [
    share('申退', WORDS.returnGrounds, [HANDLING, SHARE, TIMELINE]),
    share('申退函', '"return-request"', [DOCUMENTS]),
  ],
  'in-progress': [
    share('答复期限', '"replyDueOn":"20', [HANDLING, SHARE]),
    share('困难', WORDS.difficulty, [SHARE, TIMELINE]),
    share('协调', WORDS.coordinationGrounds, [HANDLING, TIMELINE]),
    share('现场会', '"onSite":"required"', [SHARE, MEETINGS]),
    share('督办函', '"supervision-letter-sent"', [TIMELINE]),
    share('督办函', '"supervision-letter"', [DOCUMENTS]),
    share('约谈', '"talk-called"', [TIMELINE]),
    share('约谈通知书', '"talk-notice"', [DOCUMENTS]),
    { of: 'task force', name: '组长', words: ROAD_WORDS.leader, routes: [HANDLING, TIMELINE] },
    { of: 'task force', name: '工作包', words: ROAD_WORDS.task, routes: [HANDLING, TIMELINE] },
  ],
  confidential: [
    share('延期', '"extension":"requested"', [HANDLING, SHARE]),
    share('延期事由', WORDS.extensionGrounds, [TIMELINE]),
    share('延期申请', '"extension-request"', [DOCUMENTS]),
    share('沟通', WORDS.contact, [SHARE, TIMELINE]),
    share('双确认', '"dualConfirmedOn":"20', [SHARE, MEETINGS]),
    share('见面', ROAD_WORDS.place, [MEETINGS, TIMELINE]),
    share('面商记录', '"consultation-record"', [DOCUMENTS]),
    { of: 'plan', name: '方案', words: ROAD_WORDS.solution, routes: [SHARE] },
  ],
  'left-office': [
    share('沟通', WORDS.contact, [SHARE, TIMELINE]),
    share('见面', ROAD_WORDS.place, [MEETINGS, TIMELINE]),
    { of: 'co-opinion', name: '协办意见', words: ROAD_WORDS.opinion, routes: [SHARE, TIMELINE] },
  ],
  rehandling: [
    share('评价理由', ROAD_WORDS.dissatisfied, [
      'GET /cases/{id}',
      'GET /suggestions/{id}/evaluations',
      TIMELINE,
    ]),
    share('重新办理通知', '"rehandling-notice"', [DOCUMENTS]),
  ],
  'follow-up': [
    share('整改通知', '"rectification-notice"', [DOCUMENTS]),
    share('整改', '"rectification-ordered"', [TIMELINE]),
  ],
};

function share(name: string, words: string, routes: Part['routes']): Part {
  return { of: 'share', name, words, routes };
}

/** Whether the answers that a reader of the case gets hold the parts that it has at a stage. */
export function partsIn(stage: string, journey: QuickJourney): readonly Question[] {
  const parts = [...(PARTS[stage] ?? []), ...clockPart(stage, journey)];
  return parts.flatMap(({ of, name, words, routes }) =>
    routes.map((route) =>
      get('', ROUTES[route](journey), {
        ...{ action: `of the ${of}: ${name} in ${route}`, route, names: [words] },
      }),
    ),
  );
}

/** The lead unit's clock, which the case file shows by its id. */
function clockPart(stage: string, { parts }: QuickJourney): readonly Part[] {
  const clockId = parts.get('clock');
  if (stage !== 'in-progress' || clockId === undefined) return [];
  return [share('期限', `"${clockId}"`, ['GET /cases/{id}'])];
}
