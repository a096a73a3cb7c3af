import {
  everybodyHasIt,
  isInHand,
  isOver,
  isWithUnit,
  owes,
  replyingOf,
  type Model,
  type ModelCase,
  type ModelShare,
  type ModelSuggestion,
} from './model.ts';

/** One thing somebody may try. `about` is a suggestion's id; `share`, `unit`, `deputy` where the kind needs them. */
export interface Command {
  readonly kind: IntakeKind | CaseKind;
  readonly about: string;
  readonly share?: string;
  readonly unit?: string;
  readonly unit2?: string;
  readonly deputy?: string;
  readonly yes?: boolean;
  readonly rules?: string;
  /** A work package; of a talk, `suggestion:deputy` whose record it is. */
  readonly item?: string;
}

export const INTAKE_KINDS = [
  ...(['invite', 'confirm', 'remove', 'edit', 'ask-pre-review', 'answer-pre-review', 'submit'] as const),
  ...(['register', 'return', 'decline', 'merge', 'withdraw', 'take-lead'] as const),
  ...(['take-in', 'convert', 'confirm-notice'] as const),
] as const;
type IntakeKind = (typeof INTAKE_KINDS)[number];

export const CASE_KINDS = [
  ...(['classify', 'assign-lead', 'assign-lead-co', 'assign-parallel', 'add-co', 'acknowledge'] as const),
  ...(['ask-return', 'decide-return', 'reassign', 'ask-coordination', 'close-coordination', 'plan'] as const),
  ...(['contact', 'give-opinion', 'send-opinion-back', 'accept-opinion', 'ask-extension'] as const),
  ...(['decide-extension', 'draft', 'issue', 'deliver', 'change', 'supplement', 'mark-key'] as const),
  ...(['move-rules', 'propose-key', 'form-force', 'add-package', 'amend-package'] as const),
  ...(['complete-package', 'attempt', 'call', 'draft-opinion', 'report-difficulty'] as const),
  ...(['resolve-difficulty', 'record-talk', 'sign-talk', 'deny-talk'] as const),
] as const;
type CaseKind = (typeof CASE_KINDS)[number];

/** True when the model says that this must be accepted from the right person (but for days and missing words). */
export function may(model: Model, command: Command): boolean {
  const suggestion = model.suggestions.get(command.about);
  if (isIntakeKind(command.kind)) return suggestion !== undefined && mayInIntake(model, suggestion, command);
  const one = model.cases.get(command.about);
  if (one === undefined) return false;
  return command.share === undefined ? mayInCase(model, one, command) : mayInShare(model, one, command);
}

export function isIntakeKind(kind: Command['kind']): kind is IntakeKind {
  return (INTAKE_KINDS as readonly string[]).includes(kind);
}

function mayInIntake(model: Model, suggestion: ModelSuggestion, command: Command): boolean {
  const { stage, cosigners } = suggestion;
  const drafting = stage === 'drafting' || stage === 'pre-review' || stage === 'returned';
  const deputy = command.deputy ?? '';
  switch (command.kind) {
    case 'invite':
      return drafting && deputy !== suggestion.lead && !model.outOfOffice.has(deputy);
    case 'confirm':
      return drafting && cosigners.get(deputy) === false && !model.outOfOffice.has(deputy);
    case 'remove':
      return drafting && cosigners.has(deputy);
    case 'edit':
      return drafting;
    case 'ask-pre-review':
      return stage === 'drafting';
    case 'answer-pre-review':
      return stage === 'pre-review';
    case 'submit':
      if (!drafting || model.outOfOffice.has(suggestion.lead)) return false;
      // 组织法22, of this world's two: the lead and one more.
      return (
        [...cosigners.values()].every(Boolean) && (suggestion.motion !== 'awaited' || cosigners.size > 0)
      );
    case 'register':
      if (stage !== 'submitted' || suggestion.motion === 'awaited') return false;
      return !model.outOfOffice.has(suggestion.lead) && (!suggestion.unsplit || command.yes === true);
    case 'convert':
      return stage === 'submitted' && suggestion.motion === 'awaited';
    case 'confirm-notice':
      return stage === 'declined' && !suggestion.told;
    case 'return':
      return stage === 'submitted';
    case 'decline':
      if (stage === 'submitted' || stage === 'returned') return true;
      return stage === 'registered' && suggestion.heard === 'unassigned' && suggestion.children === 0;
    case 'merge':
      return mayMerge(suggestion, model.suggestions.get(command.deputy ?? ''));
    case 'take-lead':
      if (stage !== 'registered' || suggestion.closed || !model.outOfOffice.has(suggestion.lead))
        return false;
      return cosigners.has(deputy) && !model.outOfOffice.has(deputy);
    case 'take-in':
      return stage === 'unentered' && mayTakeIn(model, command);
    case 'withdraw':
      return drafting ? deputy === suggestion.lead : mayWithdraw(suggestion, deputy);
    default:
      return false;
  }
}

/** By the desk or the clerk of a delegation at any time, by the session's registrar while it sits; of deputies in office. */
function mayTakeIn(model: Model, { deputy = '', unit: enteredBy, yes: inSession }: Command): boolean {
  if (enteredBy === 'session-registrar' && inSession !== true) return false;
  return [deputy, PAPER_COSIGNER].every((one) => !model.outOfOffice.has(one));
}

/** Who signed the paper form beside its lead. */
export const PAPER_COSIGNER = 'sun';

function mayMerge(child: ModelSuggestion, parent: ModelSuggestion | undefined): boolean {
  if (parent === undefined || parent === child) return false;
  const free = (one: ModelSuggestion): boolean =>
    one.stage === 'registered' && !one.requested && one.heard !== 'replied' && one.heard !== 'delivered';
  return free(child) && free(parent) && child.children === 0;
}

function mayWithdraw(suggestion: ModelSuggestion, deputy: string): boolean {
  const { stage, heard, rules } = suggestion;
  if (stage !== 'submitted' && stage !== 'registered') return false;
  if (suggestion.requested || suggestion.withdrawing.has(deputy)) return false;
  if (deputy !== suggestion.lead && !suggestion.cosigners.has(deputy)) return false;
  if (stage === 'submitted') return true;
  return suggestion.children === 0 && (rules === 'bj' ? heard === 'unassigned' : heard !== 'delivered');
}

function mayInCase(model: Model, one: ModelCase, command: Command): boolean {
  if (isOver(one)) return false;
  const free = (unit: string | undefined): boolean =>
    unit !== undefined &&
    !model.goneUnits.has(unit) &&
    one.shares.every((share) => share.unit !== unit || !isWithUnit(share));
  switch (command.kind) {
    case 'classify':
    case 'propose-key':
      return true;
    case 'form-force':
      return one.phase === 'handling' && (one.complex || one.key) && one.force !== 'formed';
    case 'add-package':
      return one.force === 'formed' && one.members.has(command.unit ?? '');
    case 'amend-package':
      return isOpenPackage(one, command) && one.members.has(command.unit ?? '');
    case 'complete-package':
      return (
        isOpenPackage(one, command) &&
        one.shares.some((share) => isWithUnit(share) && share.unit === holderOf(one, command))
      );
    case 'assign-lead':
      return one.phase === 'to-assign' && one.classified && free(command.unit);
    case 'assign-lead-co':
    case 'assign-parallel':
      if (command.unit === command.unit2) return false;
      return one.phase === 'to-assign' && one.classified && free(command.unit) && free(command.unit2);
    case 'add-co':
      return one.phase === 'handling' && one.shares.some(({ role }) => role === 'lead') && free(command.unit);
    case 'close-coordination':
      return one.coordination.state === 'open';
    case 'mark-key':
      return !one.key;
    case 'move-rules':
      return command.rules !== one.rules;
    default:
      return false;
  }
}

function isOpenPackage(one: ModelCase, { item }: Command): boolean {
  return one.force === 'formed' && one.packages.some(({ id, done }) => id === item && !done);
}

/** The unit that has a work package in hand. */
export function holderOf(one: ModelCase | undefined, { item }: Command): string {
  return one?.packages.find(({ id }) => id === item)?.unit ?? '';
}

function mayInShare(model: Model, one: ModelCase, command: Command): boolean {
  const share = one.shares.find(({ id }) => id === command.share);
  if (share === undefined) return false;
  if (command.kind === 'supplement' || command.kind === 'change') {
    const stands = share.state === 'answered' && (one.phase === 'handling' || one.phase === 'closed');
    return stands && (command.kind === 'supplement' || (share.delivered.size > 0 && !share.changed));
  }
  if (isOver(one)) return false;
  return mayReturn(model, one, { share, command }) || mayHandle(one, share, command);
}

function mayReturn(
  model: Model,
  one: ModelCase,
  { share, command }: { readonly share: ModelShare; readonly command: Command },
): boolean {
  const { coordination } = one;
  switch (command.kind) {
    case 'acknowledge':
      return share.state === 'unsigned';
    case 'ask-return':
      if (share.state !== 'unsigned' && share.state !== 'signed') return false;
      return one.returns < 2 || coordination.state !== 'open';
    case 'decide-return':
      return share.state === 'asked-back';
    case 'ask-coordination':
      return isWithUnit(share) && coordination.state !== 'open';
    case 'reassign': {
      const named =
        coordination.state === 'closed' && coordination.share === share.id && coordination.unit !== share.unit
          ? coordination.unit
          : undefined;
      const movable =
        share.state === 'back' || (named !== undefined && isWithUnit(share) && share.state !== 'answered');
      const { unit = '' } = command;
      const free = one.shares.every((other) => other.unit !== unit || !isWithUnit(other));
      return movable && unit !== share.unit && (named ?? unit) === unit && free && !model.goneUnits.has(unit);
    }
    default:
      return false;
  }
}

function mayHandle(one: ModelCase, share: ModelShare, command: Command): boolean {
  const inHand = owes(share) && isInHand(share);
  switch (command.kind) {
    case 'plan':
      return inHand && share.confirmed && share.plan !== 'filed';
    case 'contact':
    case 'attempt':
    case 'call':
      return isWithUnit(share);
    case 'report-difficulty':
      return isWithUnit(share) && !share.difficult;
    case 'resolve-difficulty':
      return isWithUnit(share) && share.difficult;
    case 'draft-opinion':
    case 'give-opinion':
      return share.role === 'co' && isInHand(share) && (share.opinion === 'none' || share.opinion === 'weak');
    case 'send-opinion-back':
      return share.opinion === 'given' && isWithUnit(share) && isLed(one);
    case 'accept-opinion':
      return (
        (share.opinion === 'given' || share.opinion === 'given-again') && isWithUnit(share) && isLed(one)
      );
    case 'ask-extension':
      return inHand && share.round === 1 && share.extension === 'none' && share.contacts > 0;
    case 'decide-extension':
      return (
        share.extension === 'asked' && (isInHand(share) || share.state === 'asked-back') && share.round === 1
      );
    case 'draft':
      return inHand;
    case 'issue':
      return inHand && gatesOpen(one, share);
    case 'deliver':
    case 'record-talk':
      return share.state === 'answered' && waiting(one, share, command.deputy);
    case 'sign-talk':
    case 'deny-talk':
      return share.state === 'answered' && share.talks.get(command.item ?? '') === 'waiting';
    default:
      return false;
  }
}

/** Opinions are judged by the lead unit; while its share is handed back, by nobody. */
function isLed(one: ModelCase): boolean {
  return one.shares.some((share) => share.role === 'lead' && isWithUnit(share));
}

/** Somebody still waits for it; of a deputy named, that deputy. */
function waiting(one: ModelCase, share: ModelShare, deputy: string | undefined): boolean {
  return [...one.owed].some(
    (owed) => !share.delivered.has(owed) && (deputy === undefined || owed.endsWith(`:${deputy}`)),
  );
}

/** decisions 5: receipt, 双确认, plan, on-site meeting, the deputy heard in this round; no opinion left unjudged. */
function gatesOpen(one: ModelCase, share: ModelShare): boolean {
  const unjudged = one.shares.some(
    ({ opinion, ...co }) =>
      (opinion === 'given' || opinion === 'given-again') && isWithUnit({ opinion, ...co }),
  );
  if (!share.confirmed || share.plan !== 'filed' || share.onSite === 'needed') return false;
  // SD20: face to face in the round, or tried; the meeting in which both confirmed is the first round's.
  const isFaced = share.faced || share.round === 1;
  return share.contactsInRound > 0 && isFaced && share.drafted && !unjudged;
}

/** True when evaluation could close the case: every deputy has the reply of every share. */
export function isAnswered(one: ModelCase): boolean {
  const shares = replyingOf(one);
  return one.phase === 'handling' && shares.length > 0 && shares.every((share) => everybodyHasIt(one, share));
}
