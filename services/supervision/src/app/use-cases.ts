import type { answerSupervisionLetter } from './answer-supervision-letter.ts';
import type { callTalk } from './call-talk.ts';
import type { checkTalk } from './check-talk.ts';
import type { confirmOverride } from './confirm-override.ts';
import type { getBoard } from './get-board.ts';
import type { getCalendarProgress } from './get-calendar-progress.ts';
import type { getClockExplanation } from './get-clock-explanation.ts';
import type { holdTalk } from './hold-talk.ts';
import type { keepCalendar } from './keep-calendar.ts';
import type { listClocks } from './list-clocks.ts';
import type { listLetters } from './list-letters.ts';
import type { listTalks } from './list-talks.ts';
import type { listUrges } from './list-urges.ts';
import type { noteDeclinedMeeting } from './note-declined-meeting.ts';
import type { overrideColour } from './override-colour.ts';
import type { previewCalendar } from './preview-calendar.ts';
import type { sendSupervisionLetter } from './send-supervision-letter.ts';
import type { takeFacts } from './take-facts.ts';
import type { urgeUnit } from './urge-unit.ts';

/** What supervision can be asked and told; the composition root builds each over the ports. */
export interface SupervisionUseCases {
  readonly urgeUnit: ReturnType<typeof urgeUnit>;
  readonly sendSupervisionLetter: ReturnType<typeof sendSupervisionLetter>;
  readonly answerSupervisionLetter: ReturnType<typeof answerSupervisionLetter>;
  readonly callTalk: ReturnType<typeof callTalk>;
  readonly holdTalk: ReturnType<typeof holdTalk>;
  readonly checkTalk: ReturnType<typeof checkTalk>;
  readonly overrideColour: ReturnType<typeof overrideColour>;
  readonly confirmOverride: ReturnType<typeof confirmOverride>;
  readonly listClocks: ReturnType<typeof listClocks>;
  readonly getClockExplanation: ReturnType<typeof getClockExplanation>;
  readonly getBoard: ReturnType<typeof getBoard>;
  readonly previewCalendar: ReturnType<typeof previewCalendar>;
  readonly getCalendarProgress: ReturnType<typeof getCalendarProgress>;
  readonly listLetters: ReturnType<typeof listLetters>;
  readonly listTalks: ReturnType<typeof listTalks>;
  readonly listUrges: ReturnType<typeof listUrges>;
}

/** What supervision does about other services' facts. */
export interface SupervisionReactions {
  readonly takeFacts: ReturnType<typeof takeFacts>;
  readonly noteDeclinedMeeting: ReturnType<typeof noteDeclinedMeeting>;
  readonly keepCalendar: ReturnType<typeof keepCalendar>;
}
