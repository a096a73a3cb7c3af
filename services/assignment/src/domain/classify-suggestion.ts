import type { RulePack } from '@huiyin/calendar/rule-pack';

import type { Circumstances } from './clock-fact.ts';
import type { Decision } from './events.ts';
import { proposalClocks } from './key-selection.ts';
import { onSiteChanges } from './on-site-requirement.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { overRefusal } from './share-guards.ts';
import type { HandlingType, Score, Scores, SuggestionCase } from './suggestion-case.ts';

/** With this many units taking part a suggestion counts as wide (domain §2.7). */
const MANY_UNITS = 3;
const HIGHEST_SCORE = 3;

export interface Classify {
  readonly scores: Scores;
  readonly expectedUnits: number;
  /** Empty takes the proposal. */
  readonly handlingType: HandlingType | '';
  readonly overrideReason: string;
  /** 提请: proposed to the 主任会议 as a key one (T30). Classified again without it, the proposal is taken back. */
  readonly keyProposed: boolean;
}

/**
 * 复杂 when the scores sum up to the rule pack's limit AND the matter is wide or hard; a high sum alone is 一般
 * (domain §2.7, decisions 6). 重点 no score proposes: people do, and the 主任会议 decides.
 */
export function proposeHandlingType(scores: Scores, expectedUnits: number, pack: RulePack): HandlingType {
  const { sum_at_least: limit, and_any: criteria } = pack.params.classification.complex_if;
  const sum = scores.scope.points + scores.difficulty.points + scores.urgency.points;
  const holds = {
    units_at_least_3: expectedUnits >= MANY_UNITS,
    difficulty_3: scores.difficulty.points === HIGHEST_SCORE,
  };
  return sum >= limit && criteria.some((criterion) => holds[criterion]) ? 'complex' : 'general';
}

/** A person decides; what differs from the proposal keeps its reason. Again later: reclassifies (T31). */
export function decideClassification(
  suggestion: SuggestionCase,
  command: Classify,
  under: Circumstances,
): Decision | AssignmentRejection {
  const refusal = overRefusal(suggestion) ?? scoresRefusal(command);
  if (refusal !== undefined) return refusal;
  const proposedType = proposeHandlingType(command.scores, command.expectedUnits, under.pack);
  const handlingType = command.handlingType === '' ? proposedType : command.handlingType;
  const reason = command.overrideReason.trim();
  if (handlingType !== proposedType && reason === '') {
    return refuse('invalid', 'override-reason-missing', '所定类型与系统建议不同，请写明理由', {
      field: 'overrideReason',
    });
  }
  if (suggestion.classification.state === 'classified' && reason === '') {
    return refuse('invalid', 'reclassification-reason-missing', '重新分类请写明理由', {
      field: 'overrideReason',
    });
  }
  const { scope, difficulty, urgency } = command.scores;
  const isKey = suggestion.keyMark.marked;
  return [
    {
      type: 'suggestion-classified',
      payload: {
        suggestionId: suggestion.id,
        scope: scope.points,
        difficulty: difficulty.points,
        urgency: urgency.points,
        scopeReason: scope.reason,
        difficultyReason: difficulty.reason,
        urgencyReason: urgency.reason,
        expectedUnits: command.expectedUnits,
        handlingType,
        proposedType,
        overrideReason: reason,
        keyProposed: command.keyProposed,
        classifiedOn: under.today,
        clocks: [
          ...onSiteChanges(suggestion, { handlingType, isKey, because: 'reclassification' }, under),
          ...proposalClocks(suggestion, command.keyProposed, under),
        ],
      },
      ...(reason === '' ? {} : { reason }),
    },
  ];
}

function scoresRefusal(command: Classify): AssignmentRejection | undefined {
  const scores: readonly [string, Score][] = Object.entries(command.scores);
  const outside = scores.find(
    ([, { points }]) => !Number.isInteger(points) || points < 1 || points > HIGHEST_SCORE,
  );
  if (outside !== undefined) {
    return refuse('invalid', 'score-out-of-range', '范围、难易、紧急各评1至3分', { field: outside[0] });
  }
  const silent = scores.find(([, { reason }]) => reason.trim() === '');
  if (silent !== undefined) {
    return refuse('invalid', 'score-reason-missing', '请为每项评分写明理由', { field: silent[0] });
  }
  return Number.isInteger(command.expectedUnits) && command.expectedUnits >= 1
    ? undefined
    : refuse('invalid', 'expected-units-missing', '请填写预计参与办理的单位数', { field: 'expectedUnits' });
}
