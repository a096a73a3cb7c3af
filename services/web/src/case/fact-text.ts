import { dayText } from '../design/days.ts';
import { word } from '../design/words.ts';

export type UnitNames = ReadonlyMap<string, string>;

/** A fact in words: what stands beside its name, and in the quiet line below it. */
export interface FactText {
  readonly head: string;
  readonly detail: string;
  /** A change of colour is told by its mark. */
  readonly colour?: string;
}

type Facts = Readonly<Record<string, unknown>>;

/** What a reader looks for first in a fact, by the kind of event. Kinds without an entry are told by their name alone. */
export function factText(
  type: string,
  facts: Facts,
  around: { readonly units: UnitNames; readonly today: string },
): FactText {
  const tell = TOLD[type];
  const told = tell === undefined ? {} : tell({ facts, ...around });
  return { head: '', detail: '', ...told };
}

interface Told {
  readonly facts: Facts;
  readonly units: UnitNames;
  /** YYYY-MM-DD */
  readonly today: string;
}

type Tell = (told: Told) => Partial<FactText>;

function text(facts: Facts, key: string): string {
  const value = facts[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function size(facts: Facts, key: string): number {
  const value = facts[key];
  return Array.isArray(value) ? value.length : 0;
}

const unit: Tell = ({ facts, units }) => ({ head: units.get(text(facts, 'unitId')) ?? '' });
const workPackage: Tell = (told) => {
  const held = told.facts['workPackage'] as Facts | undefined;
  return { ...unit({ ...told, facts: held ?? {} }), detail: text(held ?? {}, 'task') };
};
const clock: Tell = (told) => ({
  head: word('clock', text(told.facts, 'kind')),
  detail: until(told, 'dueDate'),
});
const meeting: Tell = ({ facts }) => ({
  head: word('meeting', text(facts, 'kind')),
  detail: text(facts, 'place'),
});
const satisfaction = (facts: Facts, key: string): string => word('satisfaction', text(facts, key));

function until({ facts, today }: Told, key: string): string {
  const day = text(facts, key);
  return day === '' ? '' : `${dayText(day, today)}到期`;
}

const TOLD: Readonly<Record<string, Tell>> = {
  'cosignature-requested': ({ facts }) => ({ head: `${size(facts, 'deputyIds')} 人` }),
  'suggestion-submitted': ({ facts }) => ({ detail: `诉求 ${size(facts, 'demands')} 条` }),
  'suggestion-registered': ({ facts }) => ({
    head: text(facts, 'displayNumber') || text(facts, 'number'),
    detail: text(facts, 'category'),
  }),
  'suggestion-returned': ({ facts }) => ({
    head: size(facts, 'matters') === 0 ? '' : `拆成 ${size(facts, 'matters')} 件`,
    detail: text(facts, 'explanation'),
  }),
  'suggestion-declined': ({ facts }) => ({ detail: text(facts, 'explanation') }),
  'decline-notice-confirmed': ({ facts }) => ({ detail: text(facts, 'toldHow') }),
  'suggestion-absorbed': ({ facts }) => ({ head: text(facts, 'childNumber') }),
  'suggestion-classified': ({ facts }) => ({
    head: word('handling', text(facts, 'handlingType')),
    detail: ['scope', 'difficulty', 'urgency']
      .map((each) => `${word('score', each)} ${text(facts, each)}`)
      .join(' · '),
  }),
  'suggestion-merged': ({ facts }) => ({
    head: text(facts, 'competence'),
    detail: likenessText(facts),
  }),
  'suggestion-marked-key': ({ facts, units }) => ({
    head: text(facts, 'decisionNumber'),
    detail: keyDetail(facts, units),
  }),
  'assignment-made': ({ facts, units }) => ({
    head: `${word('share', text(facts, 'role'))} ${units.get(text(facts, 'unitId')) ?? ''}`,
    detail: [
      facts['liaisonUntrained'] === true ? '联络员没有有效培训合格证' : '',
      text(facts, 'wishReason') === '' ? '' : `未交给代表希望的单位：${text(facts, 'wishReason')}`,
    ]
      .filter(Boolean)
      .join(' · '),
  }),
  'assignment-acknowledged': unit,
  'assignment-accepted': unit,
  'assignment-return-requested': (told) => ({
    ...unit(told),
    detail: text(told.facts, 'grounds'),
  }),
  'assignment-returned': unit,
  'assignment-return-refused': unit,
  'assignment-reassigned': unit,
  'plan-filed': (told) => ({
    ...unit(told),
    detail: `第 ${text(told.facts, 'planVersion')} 版 · 里程碑 ${size(told.facts, 'milestones')} 个`,
  }),
  'task-force-formed': ({ facts }) => ({
    head: text(facts, 'leaderName'),
    detail: `成员单位 ${size(facts, 'unitIds')} 家 · 工作包 ${size(facts, 'workPackages')} 个`,
  }),
  'work-package-added': workPackage,
  'work-package-amended': workPackage,
  'work-package-completed': (told) => ({ ...unit(told), detail: text(told.facts, 'summary') }),
  'task-force-met': ({ facts, today }) => ({ head: dayText(text(facts, 'heldOn'), today) }),
  'co-opinion-drafted': unit,
  'co-opinion-given': (told) => ({ ...unit(told), detail: text(told.facts, 'opinion') }),
  'co-opinion-sent-back': unit,
  'co-opinion-accepted': unit,
  'extension-requested': (told) => ({
    ...unit(told),
    detail: text(told.facts, 'grounds'),
  }),
  'extension-granted': unit,
  'extension-refused': unit,
  'confidant-named': unit,
  'difficulty-reported': ({ facts }) => ({ detail: text(facts, 'description') }),
  'reply-issued': ({ facts }) => ({
    head: `${word('resultClass', text(facts, 'resultClass'))} ${text(facts, 'letterNumber')}`,
    detail: size(facts, 'promises') > 0 ? `承诺 ${size(facts, 'promises')} 项` : '',
  }),
  'face-to-face-recorded': ({ facts, today }) => ({
    head: `${dayText(text(facts, 'onDate'), today)} ${text(facts, 'place')}`,
    detail: size(facts, 'scan') > 0 ? '附代表签字的纸质记录' : '待代表签署，尚未送达',
  }),
  'face-to-face-signed': ({ facts }) => ({ detail: text(facts, 'opinion') }),
  'face-to-face-denied': ({ facts }) => ({ detail: text(facts, 'opinion') }),
  'situation-changed': ({ facts, today }) => ({
    head: dayText(text(facts, 'changedOn'), today),
    detail: text(facts, 'what'),
  }),
  'reply-supplemented': ({ facts }) => ({
    head: word('resultClass', text(facts, 'resultClass')),
    detail: text(facts, 'why'),
  }),
  'meeting-scheduled': meeting,
  'meeting-rescheduled': meeting,
  'meeting-held': ({ facts }) => ({
    head: word('meeting', text(facts, 'kind')),
    detail: `到场 ${size(facts, 'presentIds')} 人 · 决定 ${size(facts, 'decisions')} 条`,
  }),
  'meeting-confirmed': ({ facts }) => ({ head: word('meeting', text(facts, 'kind')) }),
  'look-back-judged': ({ facts }) => ({ head: word('verdict', text(facts, 'verdict')) }),
  'suggestion-evaluated': ({ facts }) => ({
    head: `态度 ${satisfaction(facts, 'attitude')} · 结果 ${satisfaction(facts, 'result')}`,
    detail: text(facts, 'reasons'),
  }),
  'promise-opened': (told) => ({ head: text(told.facts, 'text'), detail: until(told, 'dueOn') }),
  'clock-started': clock,
  'clock-met': ({ facts }) => ({ head: word('clock', text(facts, 'kind')) }),
  'clock-missed': clock,
  'feedback-reminded': (told) => ({
    head: `第 ${text(told.facts, 'ordinal')} 次`,
    detail: until(told, 'dueDate'),
  }),
  'clock-moved': ({ facts, today }) => ({
    head: word('clock', text(facts, 'kind')),
    detail: movedText(facts, today),
  }),
  'clock-cancelled': ({ facts }) => ({ head: word('clock', text(facts, 'kind')) }),
  'colour-changed': ({ facts }) => ({
    colour: text(facts, 'toColour') || 'green',
    head: `转${word('colour', text(facts, 'toColour') || 'green')} · ${word('clock', text(facts, 'kind'))}`,
    detail: text(facts, 'evidence'),
  }),
  'colour-overridden': ({ facts }) => ({
    colour: text(facts, 'toColour') || 'green',
    head: `调整为${word('colour', text(facts, 'toColour') || 'green')}`,
  }),
  'unit-urged': unit,
  'supervision-letter-sent': unit,
  'supervision-letter-answered': unit,
  'talk-called': unit,
  'talk-held': (told) => ({ ...unit(told), detail: text(told.facts, 'undertaking') }),
};

/** A day that stayed was provisional before, or is now. */
function movedText(facts: Facts, today: string): string {
  const from = dayText(text(facts, 'fromDate'), today);
  const due = dayText(text(facts, 'dueDate'), today);
  if (from === due) return facts['provisional'] === true ? `${due}改为暂定` : `${due}不再暂定`;
  return text(facts, 'cause') === 'calendar' ? `因放假安排由${from}改为${due}` : `由${from}改为${due}`;
}

/** Nothing for a mark made before its grounds were kept. */
function keyDetail(facts: Facts, units: UnitNames): string {
  const { criteria } = facts;
  const body = units.get(text(facts, 'supervisingUnitId')) ?? '';
  if (!Array.isArray(criteria) || body === '') return '';
  return `${criteria.map((each) => word('keyCriterion', String(each))).join('、')} · 督办：${body}`;
}

/** What the merged texts have in common; nothing for a merge recorded before it was kept. */
function likenessText(facts: Facts): string {
  const { similarity, sharedPassages } = facts;
  if (typeof similarity !== 'number' || !Array.isArray(sharedPassages) || sharedPassages.length === 0)
    return '';
  return `相似度 ${Math.round(similarity * 100)}% · 相同之处：${sharedPassages.map(String).join('、')}`;
}
