import type { Action } from '@huiyin/access/actions';
import { can } from '@huiyin/access/can';
import { relationsTo, type ResourceFacts, type Subject } from '@huiyin/access/relation';
import type { Actor } from '@huiyin/kernel/actor';
import { reject, type Rejection } from '@huiyin/kernel/rejection';

/** What may be asked of supervision. */
export type SupervisionAction = Extract<Action, `supervision.${string}`>;

/** Who asks, in which tenant. */
export interface Asker {
  readonly tenant: string;
  readonly actor: Actor;
}

/** The people and units around a case, as rights see them. */
export interface Circle {
  /** Lead, co-signers and deputies of merged children: their rights here are the same. */
  readonly deputies: readonly string[];
  readonly units: readonly { readonly unitId: string; readonly role: string }[];
}

/** The office that distributes to a unit and urges it. */
export type DecidingOffice = 'government-office' | 'congress-desk';

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
  const unitsOf = (...roles: readonly string[]): string[] =>
    circle.units.filter((unit) => roles.includes(unit.role)).map((unit) => unit.unitId);
  return {
    cosignerIds: circle.deputies,
    leadUnitIds: unitsOf('lead', 'parallel'),
    coUnitIds: unitsOf('co'),
    ...(about?.decidingOffice === undefined ? {} : { decidingOffice: about.decidingOffice }),
  };
}

/** Which part of a list somebody may see. */
export type Sight =
  | { readonly type: 'all' }
  /** Only what concerns this unit. */
  | { readonly type: 'unit'; readonly unitId: string };

/** What an asker sees of one case: the lead unit all of it, a co-unit its own. */
export function sightOfCase(asker: Asker, circle: Circle): Sight | Rejection {
  const around = aroundCase(circle);
  const refused = refuseAct(asker, 'supervision.read-case', around);
  if (refused !== undefined) return refused;
  const relations = relationsTo(around, subjectOf(asker));
  const { unitId } = asker.actor;
  const ownOnly = unitId !== undefined && relations.includes('co-unit') && !relations.includes('lead-unit');
  return ownOnly ? { type: 'unit', unitId } : { type: 'all' };
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
