import type { Action } from '@huiyin/access/actions';
import { can } from '@huiyin/access/can';
import { relationsTo, type ResourceFacts, type Subject } from '@huiyin/access/relation';
import { hasRole, type Actor } from '@huiyin/kernel/actor';
import { reject, type Rejection } from '@huiyin/kernel/rejection';

import { refuse } from './rejections.ts';

/** What may be asked of supervision. */
export type SupervisionAction = Extract<Action, `supervision.${string}`>;

/** Who asks, in which tenant. */
export interface Asker {
  readonly tenant: string;
  readonly actor: Actor;
}

/** A unit with a share of a case. */
export interface UnitAround {
  readonly unitId: string;
  readonly role: string;
  /** The share is another's now; absent on what was last reviewed before it was kept. */
  readonly left?: boolean;
}

/** The people and units around a case, as rights see them. */
export interface Circle {
  /** Lead, co-signers and deputies of merged children: their rights here are the same. */
  readonly deputies: readonly string[];
  readonly units: readonly UnitAround[];
  /** 代表要求保密 */
  readonly confidential: boolean;
  /** 知情人 of the units that owe a reply. */
  readonly confidants: readonly { readonly personId: string; readonly unitId: string }[];
  /** Committees that oversee it 对口督办, by unit id. */
  readonly overseerIds: readonly string[];
}

/** 政府办 of its units, 代表工委 of all others. */
export const DECIDING_OFFICES = ['government-office', 'congress-desk'] as const;

/** The office that distributes to a unit and urges it. */
export type DecidingOffice = (typeof DECIDING_OFFICES)[number];

/** Undefined means the asker may. */
export function refuseAct(
  asker: Asker,
  action: SupervisionAction,
  around: ResourceFacts = {},
): Rejection | undefined {
  const subject = subjectOf(asker);
  const decision = can(subject, action, { tenant: asker.tenant, relations: relationsTo(around, subject) });
  if (decision.allowed) return undefined;
  return reject('forbidden', 'not-permitted', decision.reason, { detail: { action } });
}

/** How a case looks to the policy. `about` is the unit that an act is about, with its office. */
export function aroundCase(
  circle: Circle,
  about?: { unitId: string; decidingOffice: DecidingOffice | undefined },
): ResourceFacts {
  const held = circle.units.filter(({ left }) => left !== true);
  const unitsOf = (...roles: readonly string[]): string[] =>
    held.filter((unit) => roles.includes(unit.role)).map((unit) => unit.unitId);
  return {
    cosignerIds: circle.deputies,
    leadUnitIds: unitsOf('lead', 'parallel'),
    coUnitIds: unitsOf('co'),
    confidants: circle.confidants,
    overseeingCommitteeIds: circle.overseerIds,
    ...(about?.decidingOffice === undefined ? {} : { decidingOffice: about.decidingOffice }),
  };
}

/** Which part of a list somebody may see. */
export type Sight =
  | { readonly type: 'all' }
  /** Only what concerns this unit. */
  | { readonly type: 'unit'; readonly unitId: string };

/**
 * What an asker sees of one case: the unit that leads all of it, a co-handler and each unit of a parallel handling its
 * own (domain.md §3.2).
 */
export function sightOfCase(
  asker: Asker,
  circle: Circle & { readonly government: boolean; readonly submitted: boolean },
): Sight | Rejection {
  if (!circle.submitted && !mayReadDrafts(asker)) return refuse('clock-not-found');
  const decidingOffice = circle.government ? 'government-office' : undefined;
  const around = aroundCase(circle, { unitId: '', decidingOffice });
  const refused = refuseAct(asker, 'supervision.read-case', around);
  if (refused !== undefined) return refused;
  const relations = relationsTo(around, subjectOf(asker));
  const { unitId } = asker.actor;
  const leads = circle.units.some(
    ({ role, left, unitId: of }) => role === 'lead' && left !== true && of === unitId,
  );
  const handles = relations.includes('co-unit') || relations.includes('lead-unit');
  return unitId !== undefined && handles && !leads ? { type: 'unit', unitId } : { type: 'all' };
}

/** 政府办 sees across cases what it distributes (domain.md §3.2). */
export function seesGovernmentOnly({ actor }: Asker): boolean {
  return hasRole(actor, 'government-office') && !hasRole(actor, 'congress-desk', 'council', 'committee');
}

/** 代表工委, which may be asked for the pre-review; no draft exists for the other offices (domain.md §3.2). */
export function mayReadDrafts({ actor }: Asker): boolean {
  return hasRole(actor, 'congress-desk');
}

/** False where a confidential author is to stay unknown (SD11). */
export function mayKnowAuthor(asker: Asker, circle: Circle): boolean {
  if (!circle.confidential) return true;
  const subject = subjectOf(asker);
  const relations = relationsTo(aroundCase(circle), subject);
  const resource = { tenant: asker.tenant, relations, traits: ['confidential-author'] as const };
  return can(subject, 'archive.read-author', resource).allowed;
}

/** A committee sees the colours of every case, but what it is about only in its own field (domain.md §3.2). */
export function mayKnowTitle({ actor }: Asker, circle: Circle): boolean {
  if (!hasRole(actor, 'committee') || hasRole(actor, 'congress-desk', 'council')) return true;
  return actor.unitId !== undefined && circle.overseerIds.includes(actor.unitId);
}

/** What an asker sees across cases: a unit its own. */
export function sightOfBoard(asker: Asker): Sight | Rejection {
  const refused = refuseAct(asker, 'supervision.read-board');
  if (refused !== undefined) return refused;
  const { unitId } = asker.actor;
  return unitId === undefined || isOffice(asker.actor) ? { type: 'all' } : { type: 'unit', unitId };
}

function isOffice(actor: Actor): boolean {
  const offices = ['congress-desk', 'government-office', 'committee', 'council'];
  return actor.roles.some((role) => offices.includes(role));
}

function subjectOf({ tenant, actor }: Asker): Subject {
  const { personId, roles, unitId } = actor;
  return unitId === undefined ? { tenant, personId, roles } : { tenant, personId, roles, unitId };
}
