import { RULE_KEYS, type RuleKey, type RulePack } from '@huiyin/calendar/rule-pack';
import type { Term } from '@huiyin/calendar/term';

import type { Circumstances, ClockKind, OpenClock } from './clock-fact.ts';
import type { Decision, RulesMoved } from './events.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { overRefusal } from './share-guards.ts';
import { shareOf, type SuggestionCase } from './suggestion-case.ts';

export interface MoveRules {
  readonly toVersion: string;
  /** The pack of that version; undefined when none is in force under that name today. */
  readonly pack: RulePack | undefined;
  readonly reason: string;
}

/**
 * A running case keeps the rules it was registered under until 代表工委 moves it, with a reason. Whatever runs keeps the
 * day it counts from; only its term becomes the new version's (decisions 19). Nothing done is undone.
 */
export function decideMovedRules(
  suggestion: SuggestionCase,
  command: MoveRules,
  under: Circumstances,
): Decision | AssignmentRejection {
  const over = overRefusal(suggestion);
  if (over !== undefined) return over;
  if (command.pack === undefined) {
    return refuse('invalid', 'rule-pack-unknown', '没有这个版本的规则包，或尚未生效', {
      field: 'rulePackVersion',
    });
  }
  if (command.toVersion === under.packVersion) {
    return refuse('wrong-state', 'rules-unchanged', '该建议已按这个版本的规则办理');
  }
  if (command.reason.trim() === '') {
    return refuse('invalid', 'decision-reason-missing', '请写明改用规则版本的理由', { field: 'reason' });
  }
  const { pack } = command;
  const terms = RULE_KEYS.filter((kind) => !sameTerm(under.pack.rules[kind], pack.rules[kind])).map(
    (kind) => ({
      kind,
      term: termOf(pack, kind),
    }),
  );
  const moved: RulesMoved = {
    type: 'rules-moved',
    payload: {
      suggestionId: suggestion.id,
      fromVersion: under.packVersion,
      toVersion: command.toVersion,
      movedOn: under.today,
      terms,
    },
    reason: command.reason,
  };
  return [moved];
}

/** The case from then on: its version, and the new terms of the clocks it knows to run. */
export function underMovedRules(suggestion: SuggestionCase, moved: RulesMoved['payload']): SuggestionCase {
  const terms = new Map<ClockKind, Term>(moved.terms.map(({ kind, term }) => [kind, term]));
  const openClocks = suggestion.openClocks.map((clock) => {
    const term = terms.get(isExtended(suggestion, clock) ? 'extended_total' : clock.kind);
    return term === undefined ? clock : { ...clock, term };
  });
  return { ...suggestion, rulePackVersion: moved.toVersion, openClocks };
}

/** An extension was granted for the first round's reply: its term is the extended one. */
function isExtended(suggestion: SuggestionCase, clock: OpenClock): boolean {
  return clock.kind === 'reply' && shareOf(suggestion, clock.subject)?.extension.state === 'granted';
}

function sameTerm(a: Term, b: Term): boolean {
  return a.n === b.n && a.unit === b.unit;
}

function termOf(pack: RulePack, kind: RuleKey): Term {
  const { n, unit } = pack.rules[kind];
  return { n, unit };
}
