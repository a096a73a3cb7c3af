import type { Actor, Role } from '@huiyin/kernel/actor';
import type { Command } from './command.ts';
import type { Model } from './model.ts';
import { DEPUTIES, UNITS } from './people.ts';
import { actor } from './rights.ts';

const UNIT_ROLES = ['unit-head', 'unit-liaison', 'unit-clerk'] as const satisfies readonly Role[];
const DESK = ['congress-desk', 'session-registrar'] as const satisfies readonly Role[];
const OFFICES = ['congress-desk', 'government-office'] as const satisfies readonly Role[];
const ASSIGNERS = [...DESK, 'government-office'] as const satisfies readonly Role[];
const FORCE = ['congress-desk', 'council', 'committee'] as const satisfies readonly Role[];

/** People who have to do with these suggestions, each in one role. */
const INSIDERS: readonly Actor[] = [
  ...DEPUTIES.map((deputy) => actor('deputy', deputy)),
  ...UNITS.flatMap((unit) => UNIT_ROLES.map((role) => actor(role, `${role} of ${unit}`, unit))),
  actor('congress-desk', 'desk'),
  actor('session-registrar', 'registrar'),
  actor('pre-reviewer', 'pre-reviewer'),
  actor('delegation-clerk', 'clerk of a delegation'),
  actor('government-office', 'government'),
  actor('council', 'council'),
  actor('committee', 'committee'),
];

/** Roles that may do it at all, on whichever case (domain.md T1–T19, T29–T32, read by hand). */
const HANDS: Readonly<Record<Command['kind'], readonly Role[]>> = {
  invite: ['deputy'],
  confirm: ['deputy'],
  remove: ['deputy'],
  edit: ['deputy'],
  'ask-pre-review': ['deputy'],
  'answer-pre-review': [...DESK, 'pre-reviewer'],
  submit: ['deputy'],
  register: DESK,
  return: DESK,
  decline: DESK,
  merge: DESK,
  withdraw: ['deputy'],
  'take-lead': ['congress-desk', 'deputy'],
  'take-in': [...DESK, 'delegation-clerk'],
  convert: DESK,
  'confirm-notice': [...DESK, 'deputy'],
  classify: ASSIGNERS,
  'assign-lead': ASSIGNERS,
  'assign-lead-co': ASSIGNERS,
  'assign-parallel': ASSIGNERS,
  'add-co': ASSIGNERS,
  'propose-key': ASSIGNERS,
  'mark-key': ['council'],
  'move-rules': ['congress-desk'],
  'form-force': FORCE,
  'add-package': FORCE,
  'amend-package': FORCE,
  'complete-package': UNIT_ROLES,
  acknowledge: ['unit-liaison'],
  'ask-return': ['unit-head'],
  'decide-return': OFFICES,
  reassign: OFFICES,
  'ask-coordination': ['unit-head', 'unit-liaison'],
  'close-coordination': OFFICES,
  plan: ['unit-head', 'unit-clerk'],
  contact: UNIT_ROLES,
  attempt: UNIT_ROLES,
  call: UNIT_ROLES,
  'draft-opinion': UNIT_ROLES,
  'give-opinion': ['unit-head'],
  'send-opinion-back': ['unit-head', 'unit-liaison'],
  'accept-opinion': ['unit-head', 'unit-liaison'],
  'ask-extension': ['unit-head'],
  'decide-extension': ['congress-desk'],
  draft: UNIT_ROLES,
  issue: ['unit-head'],
  deliver: UNIT_ROLES,
  'record-talk': UNIT_ROLES,
  change: [...UNIT_ROLES, 'congress-desk'],
  supplement: ['unit-head'],
  'report-difficulty': UNIT_ROLES,
  'resolve-difficulty': UNIT_ROLES,
  'sign-talk': ['deputy'],
  'deny-talk': ['deputy'],
};

/** What only the lead deputy does. */
const LEADS_OWN: ReadonlySet<Command['kind']> = new Set([
  ...(['invite', 'remove', 'edit', 'ask-pre-review', 'submit'] as const),
]);
/** What the unit that leads does with another's share. */
const LEADING_UNITS: ReadonlySet<Command['kind']> = new Set(['send-opinion-back', 'accept-opinion']);
/** What one of the two offices decides: 政府办 for units of the government, 代表工委 for others. */
const DECIDING: ReadonlySet<Command['kind']> = new Set(['decide-return', 'reassign']);

/** Who has to do with the case and must still not do this: a role that never may, another unit, another deputy. */
export function wrongHands(model: Model, command: Command): readonly Actor[] {
  const { kind, about, share: shareId } = command;
  const lead = model.suggestions.get(about)?.lead;
  const share = model.cases.get(about)?.shares.find(({ id }) => id === shareId);
  const office = share?.unit === 'u-party' ? 'congress-desk' : 'government-office';
  return INSIDERS.filter(({ personId, roles, unitId }) => {
    if (!HANDS[kind].some((role) => roles.includes(role))) return true;
    if (roles.includes('deputy')) return LEADS_OWN.has(kind) && personId !== lead;
    if (share === undefined) return false;
    if (unitId !== undefined) return unitId !== share.unit && !LEADING_UNITS.has(kind);
    return DECIDING.has(kind) && !roles.includes(office);
  });
}
