import type { RulePack } from '../../api/use-rules.ts';

export const ASPECTS = ['scope', 'difficulty', 'urgency'] as const;
export type Aspect = (typeof ASPECTS)[number];
export type HandlingType = 'general' | 'complex';

interface Score {
  readonly points: number | undefined;
  readonly reason: string;
}

/** A person's judgement while it is being made. */
export interface Judgement extends Readonly<Record<Aspect, Score>> {
  readonly expectedUnits: number;
  /** '' follows the proposal. */
  readonly handlingType: HandlingType | '';
  readonly overrideReason: string;
  /** 提请 to the 主任会议 as a key one. */
  readonly keyProposed: boolean;
}

export const NO_JUDGEMENT: Judgement = {
  scope: { points: undefined, reason: '' },
  difficulty: { points: undefined, reason: '' },
  urgency: { points: undefined, reason: '' },
  expectedUnits: 1,
  handlingType: '',
  overrideReason: '',
  keyProposed: false,
};

export type ComplexRule = RulePack['content']['params']['classification']['complex_if'];

/** What the rule pack proposes, and the sum; undefined while a score is missing. assignment decides again. */
export function proposalOf(
  judgement: Judgement,
  rule: ComplexRule,
): { readonly sum: number; readonly type: HandlingType } | undefined {
  const points = ASPECTS.map((aspect) => judgement[aspect].points);
  if (points.some((each) => each === undefined)) return undefined;
  const sum = points.reduce<number>((total, each) => total + (each ?? 0), 0);
  const circumstances: Readonly<Record<string, boolean>> = {
    units_at_least_3: judgement.expectedUnits >= 3,
    difficulty_3: judgement.difficulty.points === 3,
  };
  const isComplex = sum >= rule.sum_at_least && rule.and_any.some((each) => circumstances[each] === true);
  return { sum, type: isComplex ? 'complex' : 'general' };
}

type Proposed = Readonly<Record<Aspect, { readonly points: number; readonly reason: string }>> & {
  readonly expectedUnits: number;
};

/** The proposed scores as the person's own, to be changed or sent. */
export function adopt(judgement: Judgement, proposed: Proposed): Judgement {
  const { scope, difficulty, urgency, expectedUnits } = proposed;
  return { ...judgement, scope, difficulty, urgency, expectedUnits };
}

/** Scores that differ from what was proposed and still carry the proposal's reason; '' when there are none. */
export function unexplained(judgement: Judgement, proposed: Proposed | undefined): string {
  if (proposed === undefined) return '';
  const isUnexplained = (aspect: Aspect): boolean =>
    judgement[aspect].points !== proposed[aspect].points &&
    judgement[aspect].reason === proposed[aspect].reason;
  return ASPECTS.some(isUnexplained) ? '改了建议的分，请写明自己的理由' : '';
}

/** What is still missing before the judgement counts, in words; '' when nothing is. */
export function judgementFault(judgement: Judgement, rule: ComplexRule, isAgain: boolean): string {
  const proposal = proposalOf(judgement, rule);
  if (proposal === undefined) return '三项都要打分';
  if (ASPECTS.some((aspect) => judgement[aspect].reason.trim() === '')) return '每项都要写理由';
  const differs = judgement.handlingType !== '' && judgement.handlingType !== proposal.type;
  if (differs && judgement.overrideReason.trim() === '') return '与系统建议不同，请写明原因';
  if (isAgain && judgement.overrideReason.trim() === '') return '重新分类要写明原因';
  return '';
}

interface Classification {
  readonly scope: number;
  readonly difficulty: number;
  readonly urgency: number;
  readonly scopeReason: string;
  readonly difficultyReason: string;
  readonly urgencyReason: string;
  readonly expectedUnits: number;
  readonly keyProposed: boolean;
}

/** The judgement that was made, to be made again. */
export function judgementOf(made: Classification): Judgement {
  return {
    scope: { points: made.scope, reason: made.scopeReason },
    difficulty: { points: made.difficulty, reason: made.difficultyReason },
    urgency: { points: made.urgency, reason: made.urgencyReason },
    expectedUnits: made.expectedUnits,
    handlingType: '',
    overrideReason: '',
    keyProposed: made.keyProposed,
  };
}
