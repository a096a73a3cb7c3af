import type { LocalDate } from '@huiyin/kernel/local-date';
import { reject } from '@huiyin/kernel/rejection';
import { cancelClock, startClock, type ClockFact, type RulesInForce } from './clock-fact.ts';
import type { Decider } from './events.ts';
import { refuseOutOfOffice, type Membership } from './mandate.ts';
import { wrongStatus, type IntakeRejection } from './rejections.ts';
import { cosignersOf, isDrafting, type Drafting, type Period } from './suggestion.ts';
import { refuseIncomplete } from './text.ts';

export interface SubmitCommand {
  readonly on: LocalDate;
  /** In session until the presidium's cut-off, else between sessions. */
  readonly period: Period;
  readonly leadMemberships: readonly Membership[];
  readonly rules: RulesInForce;
}

/**
 * T2, T3: the lead signs and submits. Every invited deputy has confirmed this very text or has been removed. An open
 * pre-review ends unanswered. After a return the suggestion keeps its identity and becomes the next text version.
 */
export const submitSuggestion: Decider<SubmitCommand> = (suggestion, command) => {
  if (!isDrafting(suggestion)) return wrongStatus(suggestion.status, '建议已提交，无需再次提交');
  const refused =
    refuseIncomplete(suggestion.text) ??
    refuseOutOfOffice(suggestion.leadDeputyId, command.leadMemberships) ??
    refuseUnsigned(suggestion) ??
    refuseFewForMotion(suggestion, command.rules);
  if (refused !== undefined) return refused;
  const { kind, leadDeputyId, text, textHash } = suggestion;
  const textVersion = suggestion.textVersion + 1;
  return [
    {
      type: 'suggestion-submitted',
      ...{ kind, leadDeputyId, text, textHash, textVersion },
      cosignerIds: cosignersOf(suggestion).map((cosigner) => cosigner.deputyId),
      period: command.period,
      submittedOn: command.on,
      clocks: [
        ...endPreReview(suggestion, command.on),
        ...startRegistration(suggestion, textVersion, command),
      ],
    },
  ];
};

function refuseUnsigned(suggestion: Drafting): IntakeRejection | undefined {
  const missing = cosignersOf(suggestion).filter(
    (cosigner) => cosigner.answer === 'pending' || cosigner.textHash !== suggestion.textHash,
  );
  if (missing.length === 0) return undefined;
  return reject(
    'wrong-state',
    'cosignatures-missing',
    `还有${missing.length}名联名代表未确认，请等待确认或移除`,
    {
      detail: { missing: missing.length },
    },
  );
}

/** 组织法22: a motion at county level and above needs ten deputies; the lead is one of them. */
function refuseFewForMotion(suggestion: Drafting, rules: RulesInForce): IntakeRejection | undefined {
  if (suggestion.kind === 'suggestion' || isConverted(suggestion)) return undefined;
  const needed = rules.pack.params.motion_cosigners.county_and_above;
  const signed = 1 + cosignersOf(suggestion).length;
  if (signed >= needed) return undefined;
  return reject(
    'wrong-state',
    'motion-cosigners-missing',
    `议案须有${needed}名以上代表联名，现有${signed}名`,
    {
      detail: { needed, signed },
    },
  );
}

function endPreReview(suggestion: Drafting, on: LocalDate): readonly ClockFact[] {
  if (suggestion.status !== 'pre-review') return [];
  return [cancelClock({ ...suggestion.clock, subject: suggestion.suggestionId, on })];
}

/** S94: returned for correction, a motion that the presidium made a suggestion stays one. */
function isConverted(suggestion: Drafting): boolean {
  return suggestion.status === 'returned' && suggestion.conversion?.state === 'decided';
}

/** A motion waits for the presidium, not for the desk: its registration clock starts at conversion. */
function startRegistration(
  suggestion: Drafting,
  round: number,
  command: SubmitCommand,
): readonly ClockFact[] {
  if (suggestion.kind === 'motion' && !isConverted(suggestion)) return [];
  const { suggestionId: subject } = suggestion;
  const from = { startDate: command.on, startEvent: 'submission' } as const;
  return [startClock(command.rules, { kind: 'register', subject, round, ...from })];
}
