import { ROLES } from '@huiyin/kernel/actor';

import type { ServicePolicy } from '../policy-row.ts';

/** What the operations team may see and do. Business content is not among it. */
export const operationsPolicy = {
  'operations.read-clock': [{ roles: ROLES }],
  'operations.read-health': [{ roles: ['operator'] }],
  'operations.read-traces': [{ roles: ['operator'] }],
  'operations.read-dead-letters': [{ roles: ['operator'] }],
  'operations.replay-dead-letter': [{ roles: ['operator'] }],
  'operations.verify-audit': [{ roles: ['operator', 'congress-desk'] }],
} as const satisfies ServicePolicy<'operations'>;
