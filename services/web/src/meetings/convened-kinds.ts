import { UNIT_ROLES } from '../session/unit-roles.ts';
import type { MeetingKind } from './kinds.ts';

const WITH_UNIT: readonly MeetingKind[] = ['dual-confirmation', 'on-site'];
const OF_CASE: readonly MeetingKind[] = ['task-force', 'coordination', 'joint-study'];
const OF_OFFICE: readonly MeetingKind[] = ['talk', 'hand-over'];

/** By role, as the API's rights have it; whether for this very case the API says. */
const CONVENED: Readonly<Record<string, readonly MeetingKind[]>> = {
  ...Object.fromEntries(UNIT_ROLES.map((role) => [role, WITH_UNIT])),
  'congress-desk': [...WITH_UNIT, 'look-back', ...OF_CASE, ...OF_OFFICE],
  committee: [...WITH_UNIT, 'look-back', ...OF_CASE],
  'government-office': [...WITH_UNIT, ...OF_CASE, ...OF_OFFICE],
  'session-registrar': ['hand-over'],
};

/** The kinds of meetings that somebody with these roles may convene, the three that gate the road first. */
export function convenedKinds(roles: readonly string[]): readonly MeetingKind[] {
  return [...new Set(roles.flatMap((role) => CONVENED[role] ?? []))];
}

/** The same about one case: what 大会秘书处 hands over in session is handled by others (T9). */
export function convenedOnCase(roles: readonly string[]): readonly MeetingKind[] {
  return convenedKinds(roles.filter((role) => role !== 'session-registrar'));
}

/** 双确认, 现场会 and 回头看 are held with a unit that replies, and the lead deputy belongs to them. */
export function isGating(kind: MeetingKind): boolean {
  return WITH_UNIT.includes(kind) || kind === 'look-back';
}

/** These are about one unit's share. */
export function needsShare(kind: MeetingKind): boolean {
  return isGating(kind) || kind === 'joint-study';
}

/** 约谈 and 交办会 are the office's and the units' own: no deputy is asked. */
export function asksDeputies(kind: MeetingKind): boolean {
  return !OF_OFFICE.includes(kind);
}
