import { createHash } from 'node:crypto';
import { localDateOf, type LocalDate } from '@huiyin/kernel/local-date';
import { isRejection, reject } from '@huiyin/kernel/rejection';
import type { RulesInForce } from './clock-fact.ts';
import { confirmCosignature, inviteCosigners } from './cosigning.ts';
import { draftSuggestion } from './drafting.ts';
import type { Decision, SuggestionEvent } from './events.ts';
import { evolveAll } from './evolve.ts';
import { refuseOutOfOffice, type Membership } from './mandate.ts';
import { submitSuggestion } from './submitting.ts';
import { isDrafting, signersOf, type Period, type Suggestion } from './suggestion.ts';
import type { SuggestionText } from './text.ts';

/** A paper form as its deputies signed it. */
export interface PaperForm {
  /** The office's own number of the form, one in the tenant: the same number is the same form. */
  readonly formNumber: string;
  readonly leadDeputyId: string;
  readonly cosignerIds: readonly string[];
  readonly signedOn: LocalDate;
  /** When the office got it. The deputies handed it in then, whenever it is typed (domain.md T3: the cut-off hour). */
  readonly receivedAt: Date;
  readonly text: SuggestionText;
}

export interface TakeInCommand extends PaperForm {
  readonly suggestionId: string;
  readonly enteredBy: string;
  /** The present. */
  readonly at: Date;
  /** That in which the form was received. */
  readonly period: Period;
  /** Of every deputy on the form. */
  readonly memberships: ReadonlyMap<string, readonly Membership[]>;
  readonly rules: RulesInForce;
}

/** SHA-256 (hex) of what a form says besides its number: its words, who signed it and when. */
export function paperHashOf(form: PaperForm, textHash: string): string {
  const { leadDeputyId, cosignerIds, signedOn } = form;
  const said = [textHash, leadDeputyId, cosignerIds.toSorted(), signedOn];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

/** Whether the people on the form are those of the suggestion. */
export function isSignedBy(
  suggestion: Suggestion,
  { leadDeputyId, cosignerIds }: Pick<PaperForm, 'leadDeputyId' | 'cosignerIds'>,
): boolean {
  if (suggestion.leadDeputyId !== leadDeputyId) return false;
  // Back with its deputies, whoever signs is open again.
  if (isDrafting(suggestion)) return true;
  const named = new Set([leadDeputyId, ...cosignerIds]);
  const signers = signersOf(suggestion);
  return signers.length === named.size && signers.every((id) => named.has(id));
}

/**
 * 代为录入: an office enters a signed paper form (SD Art 8: paper form and e-copy through the delegation). What the
 * deputies did with a pen is decided by the same rules as if they had done it here, draft, signatures and submission
 * in one; the submission says on which paper it stands.
 */
export function takeInPaper(command: TakeInCommand): Decision {
  const on = localDateOf(command.receivedAt);
  if (command.receivedAt > command.at) {
    return reject('invalid', 'date-in-the-future', '收到的时间不能晚于现在', { field: 'receivedAt' });
  }
  if (command.signedOn > on) {
    return reject('invalid', 'date-in-the-future', '签名日期不能晚于收到的日期', { field: 'signedOn' });
  }
  const { suggestionId, leadDeputyId, enteredBy, text, cosignerIds, signedOn, receivedAt, formNumber } =
    command;
  const facts: SuggestionEvent[] = [];
  const steps: readonly ((suggestion: Suggestion) => Decision)[] = [
    (suggestion) => (cosignerIds.length === 0 ? [] : inviteCosigners(suggestion, { deputyIds: cosignerIds })),
    ...[...new Set(cosignerIds)].map(
      (deputyId) =>
        (suggestion: Suggestion): Decision =>
          refuseOutOfOffice(deputyId, membershipsOf(command, deputyId)) ??
          confirmCosignature(suggestion, { deputyId, textHash: suggestion.textHash, on: signedOn }),
    ),
    (suggestion) =>
      submitSuggestion(suggestion, { ...command, on, leadMemberships: membershipsOf(command, leadDeputyId) }),
  ];
  const drafted = draftSuggestion({ suggestionId, kind: 'suggestion', leadDeputyId, enteredBy, text });
  if (isRejection(drafted)) return drafted;
  facts.push(...drafted);
  for (const step of steps) {
    const decision = step(evolveAll(undefined, facts));
    if (isRejection(decision)) return decision;
    facts.push(...decision);
  }
  return facts.map((fact) =>
    fact.type === 'suggestion-submitted' ? { ...fact, paper: { formNumber, signedOn, receivedAt } } : fact,
  );
}

function membershipsOf(command: TakeInCommand, personId: string): readonly Membership[] {
  return command.memberships.get(personId) ?? [];
}
