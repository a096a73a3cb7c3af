import { ROLES } from '@huiyin/kernel/actor';

import type { ServicePolicy } from '../policy-row.ts';

/** Everybody has one inbox and reads no other. */
export const notificationPolicy = {
  'notification.read-notices': [{ roles: ROLES, relations: ['self'] }],
  'notification.mark-read': [{ roles: ROLES, relations: ['self'] }],
  'notification.subscribe': [{ roles: ROLES, relations: ['self'] }],
  // Whom something did not reach, never what it said.
  'notification.read-deliveries': [{ roles: ['operator', 'administrator'] }],
  'notification.decide-delivery': [{ roles: ['operator', 'administrator'] }],
} as const satisfies ServicePolicy<'notification'>;
