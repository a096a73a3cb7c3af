import type { Role } from '@huiyin/kernel/actor';
import type { SupervisionPorts } from './ports.ts';
import { takeFacts, type ForeignEvent } from './take-facts.ts';

const UNIT_ROLES: readonly Role[] = ['unit-head', 'unit-liaison', 'unit-clerk'];

/** A declined meeting counts against the unit only when one of its people declined. */
export function noteDeclinedMeeting(ports: SupervisionPorts) {
  const take = takeFacts(ports);
  return async (event: ForeignEvent, declined: { meetingId: string; personId: string }): Promise<void> => {
    const memberships = await ports.reference.memberships(event.tx, declined.personId);
    // Nobody acts without a membership: directory's fact is still on its way, the event is delivered again.
    if (memberships.length === 0) throw new Error(`person ${declined.personId} is not known here yet`);
    const byUnit = memberships.some(({ role }) => UNIT_ROLES.includes(role));
    await take(event, [{ type: 'meeting-declined', meetingId: declined.meetingId, byUnit }]);
  };
}
