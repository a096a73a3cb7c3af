import { sdDistrict } from '@huiyin/calendar/sd-district';
import { localDate } from '@huiyin/kernel/local-date';
import { isRejection } from '@huiyin/kernel/rejection';
import { expect } from 'vitest';
import type { RulesInForce } from '../src/domain/clock-fact.ts';
import type { Decision, SuggestionEvent } from '../src/domain/events.ts';
import { evolveAll } from '../src/domain/evolve.ts';
import type { Membership } from '../src/domain/mandate.ts';
import type { Period, Suggestion } from '../src/domain/suggestion.ts';
import { textHashOf, type SuggestionText } from '../src/domain/text.ts';

/** Deputies 王建华, 李敏 and 张强 of 东湖区. */
export const WANG = 'wang';
export const LI = 'li';
export const ZHANG = 'zhang';

export const RULES: RulesInForce = { version: 'sd-district-2026', pack: sdDistrict };
export const IN_OFFICE: readonly Membership[] = [{ role: 'deputy', active: true }];
export const LEFT_OFFICE: readonly Membership[] = [{ role: 'deputy', active: false }];

export const MONDAY = localDate('2026-01-05');
export const TUESDAY = localDate('2026-01-06');

export const FIFTH_SESSION: Period = {
  kind: 'in-session',
  congressSessionId: 'session-5',
  congressTerm: 19,
  congressSession: 5,
  closesOn: localDate('2026-01-09'),
};
export const BETWEEN_SESSIONS: Period = { kind: 'between-sessions', congressTerm: 19 };

export const CROSSING: SuggestionText = {
  title: '关于在文澜路小学门前增设行人过街设施的建议',
  facts:
    '文澜路小学门前早晚高峰车流量每小时约1200辆,最近的斑马线在300米以外,2025年发生涉及学生的交通事故3起。',
  demands: ['由区交通运输局在校门口增设一处信号控制的人行横道', '由区公安局在上下学时段安排警力疏导'],
  subType: 'suggestion',
  authorConfidential: false,
  publicationConsent: true,
  wishedUnitIds: [],
  wishedContact: 'face-to-face',
  researchSource: 'visit',
  affectedArea: '',
  earlierNumbers: [],
  attachments: [],
};
export const CROSSING_HASH = textHashOf(CROSSING);

export const drafted: SuggestionEvent = {
  type: 'suggestion-drafted',
  suggestionId: 's-1',
  kind: 'suggestion',
  leadDeputyId: WANG,
  enteredBy: WANG,
  text: CROSSING,
  textHash: CROSSING_HASH,
};

export const motionDrafted: SuggestionEvent = { ...drafted, kind: 'motion' };

export const invited = (...deputyIds: string[]): SuggestionEvent => ({
  type: 'cosignature-requested',
  deputyIds,
});

export const confirmed = (deputyId: string): SuggestionEvent => ({
  type: 'cosignature-confirmed',
  deputyId,
  textHash: CROSSING_HASH,
  on: MONDAY,
});

export const submittedWith = (
  more: { cosignerIds?: readonly string[]; period?: Period; kind?: 'suggestion' | 'motion' } = {},
): SuggestionEvent => ({
  type: 'suggestion-submitted',
  kind: more.kind ?? 'suggestion',
  leadDeputyId: WANG,
  text: CROSSING,
  textHash: CROSSING_HASH,
  textVersion: 1,
  cosignerIds: more.cosignerIds ?? [],
  period: more.period ?? FIFTH_SESSION,
  submittedOn: MONDAY,
  clocks: [],
});

export const registeredAs = (n: number, more: { cosignerIds?: readonly string[] } = {}): SuggestionEvent => ({
  type: 'suggestion-registered',
  number: `990101-19-5-${String(n).padStart(4, '0')}`,
  displayNumber: `第${n}号`,
  category: '城建环保',
  registeredOn: TUESDAY,
  text: CROSSING,
  leadDeputyId: WANG,
  cosignerIds: more.cosignerIds ?? [],
  period: FIFTH_SESSION,
  rulePackVersion: RULES.version,
  oneMatterReason: '',
  clocks: [],
});

/** The state after facts. */
export function given(...events: readonly SuggestionEvent[]): Suggestion {
  return evolveAll(undefined, events);
}

/** The types of the facts decided, in order. Fails with the refusal when there is one. */
export function typesOf(decision: Decision): string[] {
  return factsOf(decision).map((fact) => fact.type);
}

/** The facts decided. Fails with the refusal when there is one. */
export function factsOf(decision: Decision): readonly SuggestionEvent[] {
  if (isRejection(decision)) throw new Error(`refused: ${decision.code} ${decision.message}`);
  return decision;
}

/** The clocks that the decided facts carry, as `op kind startDate`. */
export function clocksOf(decision: Decision): string[] {
  return factsOf(decision).flatMap((fact) =>
    'clocks' in fact ? fact.clocks.map(({ op, kind, startDate }) => `${op} ${kind} ${startDate}`) : [],
  );
}

/** Expects a refusal by its stable code. */
export function expectRefusal(decision: unknown, code: string): void {
  expect(decision).toMatchObject({ rejected: true, code });
}
