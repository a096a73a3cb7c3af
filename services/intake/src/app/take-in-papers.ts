import type { CommandContext, QueryContext } from '@huiyin/kernel/command-context';
import { stableId } from '@huiyin/kernel/ids';
import { localDateOf } from '@huiyin/kernel/local-date';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { CommandAnswer, OpenStream } from '@huiyin/kernel/unit-of-work';
import type { Membership } from '../domain/mandate.ts';
import { paperFormTaken, tooManyForms } from '../domain/rejections.ts';
import { refuseInGeneral } from '../domain/rights.ts';
import type { Period } from '../domain/suggestion.ts';
import { isSignedBy, paperHashOf, takeInPaper, type PaperForm } from '../domain/taking-in.ts';
import { textHashOf, tidyText } from '../domain/text.ts';
import { recordFacts } from './change-suggestion.ts';
import { settleFiles } from './named-files.ts';
import type { IntakePorts } from './ports.ts';
import { periodAt, rulesInForce } from './rules-in-force.ts';
import { refuseOtherDelegationOf } from './other-delegation.ts';
import { refuseUnknownUnits } from './wished-units.ts';

/** What became of one form. */
export interface FormResult {
  readonly formNumber: string;
  readonly outcome: 'taken' | 'known' | 'refused';
  readonly suggestionId: string;
  readonly code: string;
  readonly message: string;
  readonly field: string;
}

type AskerContext = QueryContext & Pick<CommandContext, 'traceparent'>;

/** Forms of one call, each in a transaction of its own. */
export const MAX_FORMS = 50;

/**
 * Enters signed paper forms, one after another. A form number is the form's identity: the same form again is `known`
 * and changes nothing, another text under it is refused. A refused form does not stop the rest; when the service
 * cannot answer now, the whole call is to be repeated.
 */
export function takeInPapers(ports: IntakePorts) {
  return async (
    request: { forms: readonly PaperForm[] },
    ctx: AskerContext,
  ): Promise<readonly FormResult[] | Rejection> => {
    if (request.forms.length > MAX_FORMS) return tooManyForms(MAX_FORMS);
    const results: FormResult[] = [];
    for (const form of request.forms) {
      const result = await takeInOne(ports, form, ctx);
      if (isRejection(result)) return result;
      results.push(result);
    }
    return results;
  };
}

async function takeInOne(
  ports: IntakePorts,
  given: PaperForm,
  ctx: AskerContext,
): Promise<FormResult | Rejection> {
  const { formNumber, receivedAt } = given;
  // Before the files are asked for: who may not enter the form is told nothing about them.
  const entry = await ports.uow.read(ctx.tenant, (tx) => periodToEnter(ports, tx, ctx, receivedAt));
  if (isRejection(entry)) return refused(formNumber, entry);
  const text = await settleFiles(ports, ctx, given.text, {
    before: [],
    uploaderIds: [given.leadDeputyId, ...given.cosignerIds, ctx.actor.personId],
  });
  if (isRejection(text)) return refused(formNumber, text);
  const form = { ...given, text };
  const suggestionId = stableId('paper-form', ctx.tenant, formNumber);
  const textHash = textHashOf(tidyText(form.text));
  const command: CommandContext = {
    ...ctx,
    method: 'take-in-paper',
    idempotencyKey: suggestionId,
    requestHash: paperHashOf(given, textHash),
  };
  // A replayed answer does not run the work again, and then the form was known.
  const run = { outcome: 'known' as 'known' | 'taken' };
  const answer = await ports.uow.command(command, suggestionId, async (tx, stream) => {
    run.outcome = 'known';
    const period = await periodToEnter(ports, tx, ctx, receivedAt);
    if (isRejection(period)) return period;
    const earlier = await ports.suggestions.load(tx, ctx.tenant, suggestionId);
    if (earlier !== undefined) {
      const first = await ports.texts.read(tx, ctx.tenant, { suggestionId, textVersion: 1 });
      const isSame = first?.textHash === textHash && isSignedBy(earlier.suggestion, form);
      return isSame ? { id: suggestionId } : paperFormTaken;
    }
    run.outcome = 'taken';
    return enter(ports, { tx, stream, period }, { ...form, suggestionId, textHash }, ctx);
  });
  if (!isRejection(answer)) {
    return { formNumber, outcome: run.outcome, suggestionId, code: '', message: '', field: '' };
  }
  return refused(formNumber, answer);
}

/** The period in which the form was received, for who may enter it then. */
async function periodToEnter(
  ports: IntakePorts,
  tx: Tx,
  ctx: AskerContext,
  receivedAt: Date,
): Promise<Period | Rejection> {
  const period = await periodAt(ports.reference, tx, receivedAt);
  if (isRejection(period)) return period;
  const traits = period.kind === 'in-session' ? (['in-session'] as const) : [];
  return refuseInGeneral(ctx, 'intake.take-in-paper', traits) ?? period;
}

function refused(formNumber: string, answer: Rejection): FormResult | Rejection {
  if (answer.kind === 'unavailable' || answer.kind === 'forbidden') return answer;
  const { code, message, field = '' } = answer.code === 'idempotency-key-reused' ? paperFormTaken : answer;
  return { formNumber, outcome: 'refused', suggestionId: '', code, message, field };
}

async function enter(
  ports: IntakePorts,
  { tx, stream, period }: { tx: Tx; stream: OpenStream; period: Period },
  form: PaperForm & { suggestionId: string; textHash: string },
  ctx: AskerContext,
): Promise<CommandAnswer | Rejection> {
  const rules = await rulesInForce(ports.reference, tx, ctx.at);
  if (isRejection(rules)) return rules;
  const unknownUnit = await refuseUnknownUnits(ports.reference, tx, form.text.wishedUnitIds);
  if (unknownUnit !== undefined) return unknownUnit;
  const memberships = new Map<string, readonly Membership[]>();
  for (const personId of [form.leadDeputyId, ...form.cosignerIds]) {
    memberships.set(personId, await ports.reference.memberships(tx, personId));
  }
  const otherDelegation = await refuseOtherDelegationOf(ports.reference, tx, {
    actor: ctx.actor,
    lead: memberships.get(form.leadDeputyId) ?? [],
  });
  if (otherDelegation !== undefined) return otherDelegation;
  const enteredBy = ctx.actor.personId;
  const decision = takeInPaper({ ...form, enteredBy, at: ctx.at, period, memberships, rules });
  if (isRejection(decision)) return decision;
  const { suggestionId, textHash } = form;
  const text = tidyText(form.text);
  const submittedOn = localDateOf(form.receivedAt);
  await ports.texts.keep(tx, ctx.tenant, { suggestionId, textVersion: 1, text, textHash, submittedOn });
  await recordFacts(ports, { tx, stream, tenant: ctx.tenant, at: ctx.at }, undefined, decision);
  return { id: suggestionId };
}
