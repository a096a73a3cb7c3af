import type { LocalDate } from '@huiyin/kernel/local-date';

import {
  cancelClock,
  lastDay,
  meetClock,
  startClock,
  type Circumstances,
  type ClockFact,
  type OpenClock,
} from './clock-fact.ts';
import type { SuggestionCase } from './suggestion-case.ts';

/**
 * 提请 (T30): from the day the desk proposes a session's suggestion as a key one, the term for the 主任会议 to decide runs,
 * two months from the closing of the session. A proposal taken back ends it. There is none between sessions, nor once
 * that term is over: then nothing times the decision, which stays possible (decisions 6).
 */
export function proposalClocks(
  suggestion: SuggestionCase,
  isProposed: boolean,
  under: Circumstances,
): readonly ClockFact[] {
  const running = openSelection(suggestion);
  if (!isProposed) return running.map((clock) => cancelClock(clock, under.today));
  const { sessionClosesOn: startDate } = suggestion;
  if (running.length > 0 || suggestion.keyMark.marked || startDate === undefined) return [];
  if (lastDay(startDate, under.pack.rules.key_selection, under) < under.today) return [];
  const name = { kind: 'key_selection', subject: suggestion.id, round: 1 } as const;
  return [startClock(name, { owner: 'desk' }, { startDate, startEvent: 'session_close', under })];
}

/** The 主任会议 has decided: it is a key one. */
export function selectionClocks(suggestion: SuggestionCase, under: Circumstances): readonly ClockFact[] {
  return openSelection(suggestion).map((clock) => meetClock(clock, under.today));
}

/** The last day for the 主任会议 to decide about what was proposed; undefined when no term runs. */
export function keySelectionDueOn(suggestion: SuggestionCase, under: Circumstances): LocalDate | undefined {
  const [clock] = openSelection(suggestion);
  return clock && lastDay(clock.startDate, clock.term, under);
}

/** The term for the decision, while it runs. */
function openSelection({ openClocks }: SuggestionCase): readonly OpenClock[] {
  return openClocks.filter(({ kind }) => kind === 'key_selection');
}
