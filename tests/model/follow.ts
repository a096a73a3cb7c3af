import { PAPER_COSIGNER, type Command } from './command.ts';
import {
  isWithUnit,
  newShare,
  owes,
  passForce,
  type Model,
  type ModelCase,
  type ModelShare,
  type ModelSuggestion,
} from './model.ts';

/** What the model becomes by an accepted command. `ids` are those of what the command made. */
export function follow(model: Model, command: Command, ids: readonly string[]): void {
  const suggestion = model.suggestions.get(command.about);
  if (suggestion !== undefined) followIntake(model, suggestion, command);
  const one = model.cases.get(command.about);
  if (one === undefined) return;
  followCase(one, command, ids);
  const share = one.shares.find(({ id }) => id === command.share);
  if (share !== undefined) followShare(one, share, { command, ids });
}

function followIntake(model: Model, suggestion: ModelSuggestion, command: Command): void {
  const { cosigners, withdrawing } = suggestion;
  const deputy = command.deputy ?? '';
  switch (command.kind) {
    case 'invite':
      if (!cosigners.has(deputy)) cosigners.set(deputy, false);
      return;
    case 'confirm':
      cosigners.set(deputy, true);
      return;
    case 'remove':
      cosigners.delete(deputy);
      return;
    case 'edit':
      for (const one of cosigners.keys()) cosigners.set(one, false);
      suggestion.unsplit = false;
      return;
    case 'ask-pre-review':
      suggestion.stage = 'pre-review';
      return;
    case 'answer-pre-review':
      suggestion.stage = 'drafting';
      return;
    case 'submit':
      suggestion.stage = 'submitted';
      withdrawing.clear();
      return;
    case 'register':
      suggestion.stage = 'registered';
      suggestion.rules = 'sd';
      return;
    case 'return':
      suggestion.stage = 'returned';
      suggestion.unsplit = command.yes === true;
      return;
    case 'decline':
      suggestion.stage = 'declined';
      return;
    case 'convert':
      suggestion.motion = 'decided';
      return;
    case 'confirm-notice':
      suggestion.told = true;
      return;
    case 'merge': {
      suggestion.stage = 'merged';
      const parent = model.suggestions.get(deputy);
      if (parent !== undefined) parent.children += 1;
      return;
    }
    case 'take-lead':
      // The former lead is one of those who signed.
      cosigners.delete(deputy);
      cosigners.set(suggestion.lead, true);
      suggestion.lead = deputy;
      return;
    case 'withdraw':
      return followWithdrawal(suggestion, deputy);
    case 'take-in':
      suggestion.stage = 'submitted';
      suggestion.lead = deputy;
      cosigners.set(PAPER_COSIGNER, true);
      return;
    default:
      return;
  }
}

function followWithdrawal(suggestion: ModelSuggestion, deputy: string): void {
  const { stage, withdrawing, lead, cosigners } = suggestion;
  if (stage !== 'submitted' && stage !== 'registered') {
    suggestion.stage = 'withdrawn';
    return;
  }
  withdrawing.add(deputy);
  if (![lead, ...cosigners.keys()].every((signer) => withdrawing.has(signer))) return;
  if (stage === 'registered' && suggestion.heard !== 'unassigned') suggestion.requested = true;
  else suggestion.stage = 'withdrawn';
}

function followCase(one: ModelCase, command: Command, ids: readonly string[]): void {
  const [first = '', second = ''] = ids;
  const { unit = '', unit2 = '' } = command;
  switch (command.kind) {
    case 'classify':
    case 'propose-key':
      one.classified = true;
      one.complex = command.yes === true;
      one.proposed = command.kind === 'propose-key';
      return needOnSite(one);
    case 'assign-lead':
      return hand(one, newShare(first, unit, 'lead'));
    case 'assign-lead-co':
      return hand(one, newShare(first, unit, 'lead'), newShare(second, unit2, 'co'));
    case 'assign-parallel':
      return hand(one, newShare(first, unit, 'parallel'), newShare(second, unit2, 'parallel'));
    case 'add-co':
      return hand(one, newShare(first, unit, 'co'));
    case 'close-coordination':
      return closeCoordination(one, unit);
    case 'mark-key':
      one.key = true;
      needOnSite(one);
      for (const share of one.shares)
        if (share.state === 'in-hand' && share.plan === 'filed') share.plan = 'reopened';
      return;
    case 'move-rules':
      one.rules = command.rules ?? '';
      return;
    default:
      return followForce(one, command, first);
  }
}

function followForce(one: ModelCase, command: Command, made: string): void {
  const { unit = '' } = command;
  const held = one.packages.find(({ id }) => id === command.item);
  switch (command.kind) {
    case 'form-force':
      one.force = 'formed';
      one.members = new Set(one.shares.filter(isWithUnit).map((share) => share.unit));
      one.packages = [];
      return;
    case 'add-package':
      one.packages.push({ id: made, unit, done: false });
      return;
    case 'amend-package':
      if (held !== undefined) held.unit = unit;
      return;
    case 'complete-package':
      if (held !== undefined) held.done = true;
      return;
    default:
      return;
  }
}

function hand(one: ModelCase, ...shares: readonly ModelShare[]): void {
  one.phase = 'handling';
  for (const share of shares) {
    if (owes(share) && (one.complex || one.key)) share.onSite = 'needed';
    one.shares.push(share);
    one.members.add(share.unit);
  }
}

/** Complex and key items need the meeting; one held or waived stays so. */
function needOnSite(one: ModelCase): void {
  for (const share of one.shares) {
    if (!owes(share) || !isWithUnit(share) || share.state === 'answered' || share.onSite === 'done') continue;
    share.onSite = one.complex || one.key ? 'needed' : 'free';
  }
}

function closeCoordination(one: ModelCase, unit: string): void {
  if (one.coordination.state !== 'open') return;
  const { share: id } = one.coordination;
  one.coordination = { state: 'closed', share: id, unit };
  const share = one.shares.find((each) => each.id === id);
  if (share?.state === 'signed' && share.unit === unit) share.state = 'in-hand';
}

function followShare(
  one: ModelCase,
  share: ModelShare,
  { command, ids }: { readonly command: Command; readonly ids: readonly string[] },
): void {
  switch (command.kind) {
    case 'acknowledge':
      share.state = 'signed';
      return;
    case 'ask-return':
      share.state = one.returns < 2 ? 'asked-back' : 'signed';
      if (one.returns >= 2) one.coordination = { state: 'open', share: share.id };
      return;
    case 'decide-return':
      share.state = command.yes === true ? 'back' : 'in-hand';
      if (command.yes === true) one.returns += 1;
      return;
    case 'reassign':
      share.state = 'gone';
      passForce(one, share.unit, command.unit ?? '');
      return hand(one, newShare(ids[0] ?? '', command.unit ?? '', share.role));
    case 'ask-coordination':
      one.coordination = { state: 'open', share: share.id };
      return;
    default:
      return followHandling(share, command);
  }
}

function followHandling(share: ModelShare, command: Command): void {
  switch (command.kind) {
    case 'plan':
      share.plan = 'filed';
      share.state = 'in-hand';
      return;
    case 'contact':
      share.contacts += 1;
      share.contactsInRound += 1;
      share.faced = true;
      return;
    case 'call':
      share.contacts += 1;
      share.contactsInRound += 1;
      return;
    case 'attempt':
      share.faced = true;
      return;
    case 'report-difficulty':
      share.difficult = true;
      return;
    case 'resolve-difficulty':
      share.difficult = false;
      return;
    case 'give-opinion':
      share.opinion = share.opinion === 'weak' ? 'given-again' : 'given';
      share.state = 'in-hand';
      return;
    case 'send-opinion-back':
      share.opinion = 'weak';
      return;
    case 'accept-opinion':
      share.opinion = 'accepted';
      return;
    case 'ask-extension':
      share.extension = 'asked';
      return;
    case 'decide-extension':
      share.extension = command.yes === true ? 'granted' : 'refused';
      return;
    case 'draft':
      share.drafted = true;
      return;
    case 'issue':
      share.state = 'answered';
      share.delivered = new Set();
      share.talks = new Map();
      share.asked = false;
      return;
    case 'deny-talk':
      share.talks.set(command.item ?? '', 'denied');
      return;
    case 'change':
      share.changed = true;
      return;
    case 'supplement':
      share.changed = false;
      return;
    default:
      return;
  }
}
