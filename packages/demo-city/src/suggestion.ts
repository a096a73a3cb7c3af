import type { Place } from './places.ts';
import type { Random } from './random.ts';
import type { Category, Topic } from './topic.ts';
import { CITY_TOPICS } from './topics-city.ts';
import { ECONOMY_TOPICS } from './topics-economy.ts';
import { PEOPLE_TOPICS } from './topics-people.ts';

/** What a deputy writes 事由 and 具体建议, point by point. */
export interface SuggestionText {
  readonly title: string;
  readonly facts: string;
  /** One to three. */
  readonly demands: readonly string[];
}

/** A suggestion as the demo city's deputies raise it, with what usually becomes of it. */
export interface DemoSuggestion extends SuggestionText {
  readonly category: Category;
  readonly subType: '建议' | '批评' | '意见';
  readonly period: 'in-session' | 'between-sessions';
  readonly cosignerCount: number;
  /** Codes of units, see units.ts. */
  readonly leadUnitCode: string;
  readonly coUnitCodes: readonly string[];
  readonly course: SuggestionCourse;
}

/** Draws for what usually happens on the way, each with the frequency that offices report. */
export interface SuggestionCourse {
  readonly resultClass: 'A' | 'B' | 'C' | 'D';
  readonly satisfaction: '满意' | '基本满意' | '不满意';
  readonly returnRequested: boolean;
  readonly extended: boolean;
  readonly merged: boolean;
}

const TOPICS = [...CITY_TOPICS, ...PEOPLE_TOPICS, ...ECONOMY_TOPICS];

// Shares of the real register (domain.md §5); its 政治法律 is split into 监察司法, 社会建设 and 民族侨外.
const CATEGORY_WEIGHTS: Readonly<Record<Category, number>> = {
  城建环保: 103,
  教科文卫: 52,
  农业农村: 48,
  财政经济: 26,
  监察司法: 19,
  社会建设: 18,
  其他: 15,
  民族侨外: 2,
};

// The real register's counts; a topic with fewer helpers names them all.
const CO_UNIT_WEIGHTS = { 0: 45, 1: 91, 2: 72, 3: 28, 4: 21, 5: 15, 6: 11 } as const;

// Per cent, from domain.md §6.3.
const RESULT_CLASS_WEIGHTS = { A: 70, B: 24, C: 4, D: 2 } as const;
const SATISFACTION_WEIGHTS = { 满意: 90, 基本满意: 8, 不满意: 2 } as const;
const COSIGNED = 0.15;
const BETWEEN_SESSIONS = 0.03;
const RETURN_REQUESTED = 0.07;
const EXTENDED = 0.04;
const MERGED = 0.03;

/** A suggestion of a place. The same source of choices gives the same suggestion. */
export function demoSuggestion(random: Random, place: Place): DemoSuggestion {
  const category = random.weighted(CATEGORY_WEIGHTS);
  const topic = random.pick(TOPICS.filter((candidate) => candidate.category === category));
  // A city's helpers are departments; it has no towns of its own.
  const helpers = topic.co.filter((code) => place.level === 'district' || !code.startsWith('town'));
  // Most often nine co-signers: ten names, as for a motion.
  const cosignerCount = random.chance(COSIGNED) ? random.pick([9, 9, 9, 10, 8, 6, 5, 4, 3, 2, 1]) : 0;
  return {
    ...compose(random, place, topic, random.pick(topic.titles)),
    category,
    subType: random.weighted({ 建议: 92, 意见: 5, 批评: 3 }),
    period: random.chance(BETWEEN_SESSIONS) ? 'between-sessions' : 'in-session',
    cosignerCount,
    leadUnitCode: topic.lead,
    coUnitCodes: random.sample(helpers, Number(random.weighted(CO_UNIT_WEIGHTS))),
    course: {
      resultClass: random.weighted(RESULT_CLASS_WEIGHTS),
      satisfaction: random.weighted(SATISFACTION_WEIGHTS),
      returnRequested: random.chance(RETURN_REQUESTED),
      extended: random.chance(EXTENDED),
      merged: random.chance(MERGED),
    },
  };
}

/** A text for a title that comes from elsewhere, such as a register that holds titles only. */
export function textForTitle(random: Random, place: Place, title: string): SuggestionText {
  const matter = title.replace(/^关于/, '').replace(/的?(建议|提案|意见|议案)$/, '');
  return compose(random, place, generalTopic(matter), title);
}

function generalTopic(matter: string): Pick<Topic, 'facts' | 'demands'> {
  return {
    facts: [
      `近期在{town}走访时，群众对“${matter}”反映较多，先后收到意见{n}条。`,
      '座谈中各方认为，现有措施分散、责任不够清晰，效果与群众期待仍有差距。',
      '代表小组实地查看了{road}和{community}，所见情况与群众反映基本一致。',
    ],
    demands: [
      `由主管部门围绕“${matter}”开展摸底，形成问题清单和责任分工。`,
      '明确牵头单位、完成时限和所需资金，纳入年度工作计划。',
      '先在{town}试点，总结后推广，并向代表和群众公布进展。',
    ],
  };
}

function compose(
  random: Random,
  place: Place,
  topic: Pick<Topic, 'facts' | 'demands'>,
  title: string,
): SuggestionText {
  const words: Readonly<Record<string, string>> = {
    town: random.pick(place.towns),
    village: random.pick(place.villages),
    road: random.pick(place.roads),
    community: random.pick(place.communities),
    n: String(random.int(11, 96)),
  };
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (slot, word: string) => words[word] ?? slot);
  const wanted = new Set(random.sample(topic.demands, random.int(1, 3)));
  return {
    title: fill(title),
    facts: topic.facts.map(fill).join(''),
    demands: topic.demands.filter((demand) => wanted.has(demand)).map(fill),
  };
}
