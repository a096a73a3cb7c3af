/**
 * What should be true of suggestions, in the plainest words: no dates, no clocks, no events. Written from domain.md §2
 * and decisions 1–6, not from the deciders, and fed only with the names of what was accepted and heard.
 */

export interface ModelShare {
  readonly id: string;
  unit: string;
  readonly role: 'lead' | 'co' | 'parallel';
  state: 'unsigned' | 'signed' | 'asked-back' | 'back' | 'gone' | 'in-hand' | 'answered' | 'ended';
  confirmed: boolean;
  plan: 'none' | 'filed' | 'reopened';
  onSite: 'free' | 'needed' | 'done';
  contactsInRound: number;
  contacts: number;
  /** The deputy was met in this round, or a visit failed. */
  faced: boolean;
  difficult: boolean;
  drafted: boolean;
  round: number;
  opinion: 'none' | 'given' | 'weak' | 'given-again' | 'accepted';
  extension: 'none' | 'asked' | 'granted' | 'refused';
  /** `suggestion:deputy` of those who have the present round's reply. */
  delivered: Set<string>;
  /** `suggestion:deputy` of those for whom a talk is recorded that they have not signed, or say was otherwise. */
  talks: Map<string, 'waiting' | 'denied'>;
  /** A lead of the case's own suggestion was asked for the evaluation of this round. */
  asked: boolean;
  /** What the reply says is no longer so, and nobody has supplemented it. */
  changed: boolean;
}

export interface ModelCase {
  readonly id: string;
  phase: 'to-assign' | 'handling' | 'merged' | 'ended' | 'closed';
  classified: boolean;
  complex: boolean;
  key: boolean;
  /** Before the 主任会议 as a key one. */
  proposed: boolean;
  force: 'none' | 'formed' | 'dissolved';
  /** Units of the task force. */
  members: Set<string>;
  packages: { readonly id: string; unit: string; done: boolean }[];
  returns: number;
  rules: string;
  coordination:
    { state: 'none' } | { state: 'open'; share: string } | { state: 'closed'; share: string; unit: string };
  shares: ModelShare[];
  owed: Set<string>;
  /** Who speaks for the case's own suggestion. */
  lead: string;
}

export interface ModelSuggestion {
  readonly id: string;
  stage:
    | 'unentered'
    | 'drafting'
    | 'pre-review'
    | 'submitted'
    | 'returned'
    | 'registered'
    | 'declined'
    | 'merged'
    | 'withdrawn';
  lead: string;
  /** Confirmed or not, in the order of invitation. */
  cosigners: Map<string, boolean>;
  withdrawing: Set<string>;
  requested: boolean;
  children: number;
  closed: boolean;
  /** 议案 before the presidium, or made a suggestion by it. */
  motion: 'none' | 'awaited' | 'decided';
  /** The desk found several matters, in words that stand as they were. */
  unsplit: boolean;
  /** The deputy knows that it is not handled as a suggestion. */
  told: boolean;
  /** How far intake has heard that handling is. */
  heard: 'unassigned' | 'assigned' | 'replied' | 'delivered';
  rules: string;
}

export interface Model {
  suggestions: Map<string, ModelSuggestion>;
  cases: Map<string, ModelCase>;
  outOfOffice: Set<string>;
  goneUnits: Set<string>;
}

export function newSuggestion(id: string, lead: string): ModelSuggestion {
  return {
    ...{ id, lead, stage: 'drafting', cosigners: new Map(), withdrawing: new Set(), requested: false },
    ...{ children: 0, closed: false, heard: 'unassigned', rules: '' },
    ...{ motion: 'none', unsplit: false, told: false },
  };
}

export function newCase(id: string, deputies: readonly string[]): ModelCase {
  const owed = new Set(deputies.map((deputy) => `${id}:${deputy}`));
  return {
    ...{ id, phase: 'to-assign', classified: false, complex: false, key: false, returns: 0, rules: 'sd' },
    ...{ proposed: false, force: 'none', members: new Set(), packages: [] },
    ...{ coordination: { state: 'none' }, shares: [], owed, lead: deputies[0] ?? '' },
  };
}

export function newShare(id: string, unit: string, role: ModelShare['role']): ModelShare {
  return {
    ...{ id, unit, role, state: 'unsigned', confirmed: false, plan: 'none', onSite: 'free' },
    ...{ contactsInRound: 0, contacts: 0, drafted: false, round: 1, opinion: 'none', extension: 'none' },
    ...{ delivered: new Set(), asked: false, changed: false, faced: false, difficult: false },
    talks: new Map(),
  };
}

export const isOver = ({ phase }: ModelCase): boolean => phase !== 'to-assign' && phase !== 'handling';
export const owes = ({ role }: ModelShare): boolean => role !== 'co';
export const isWithUnit = ({ state }: ModelShare): boolean =>
  state !== 'back' && state !== 'gone' && state !== 'ended';
export const isInHand = ({ state }: ModelShare): boolean => state === 'signed' || state === 'in-hand';

/** Shares in which a reply is owed, including one handed back and not given to another unit yet. */
export function replyingOf(one: ModelCase): readonly ModelShare[] {
  return one.shares.filter((share) => owes(share) && share.state !== 'gone');
}

export function everybodyHasIt(one: ModelCase, share: ModelShare): boolean {
  return share.state === 'answered' && [...one.owed].every((owed) => share.delivered.has(owed));
}

/** The lead who has a round's reply is asked for the evaluation, once a round. */
export function askLead(one: ModelCase, share: ModelShare): void {
  if (share.state === 'answered' && share.delivered.has(`${one.id}:${one.lead}`)) share.asked = true;
}

/** Nobody is served any more by a withdrawal: a deputy has had a reply, or the rules close it at 交办 (BJ13). */
export function isTooLateToWithdraw(one: ModelCase): boolean {
  if (one.phase === 'to-assign') return false;
  if (one.phase !== 'handling') return true;
  return one.rules === 'bj' || one.shares.some((share) => share.round > 1 || share.delivered.size > 0);
}

/** Who must act on one suggestion now, as decisions 2 say it; one entry for each parallel handler. */
export function accountable(model: Model, id: string): readonly string[] {
  const suggestion = model.suggestions.get(id);
  switch (suggestion?.stage) {
    case 'drafting':
    case 'pre-review':
    case 'returned':
      return [suggestion.lead];
    case 'submitted':
      return ['desk'];
    case 'registered': {
      const one = model.cases.get(id);
      return one === undefined ? ['desk'] : accountableInCase(one);
    }
    case 'merged':
      return ['parent'];
    default:
      return [];
  }
}

function accountableInCase(one: ModelCase): readonly string[] {
  if (one.phase === 'to-assign') return ['desk'];
  if (one.phase === 'merged') return ['parent'];
  if (one.phase !== 'handling') return [];
  return replyingOf(one).map((share) => {
    if (share.state === 'back') return 'office';
    return everybodyHasIt(one, share) ? 'desk' : share.unit;
  });
}

/** A unit goes: the one that comes takes its place in the task force, with the packages it had not finished. */
export function passForce(one: ModelCase, from: string, to: string): void {
  if (one.members.delete(from)) one.members.add(to);
  for (const held of one.packages) if (!held.done && held.unit === from) held.unit = to;
}
