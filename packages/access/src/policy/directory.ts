import { ROLES } from '@huiyin/kernel/actor';

import type { ServicePolicy } from '../policy-row.ts';

/** Who may do what with offices, people, rules and calendars. */
export const directoryPolicy = {
  'directory.read': [{ roles: ROLES }],
  // 常用筛选: everybody's own.
  'directory.keep-views': [{ roles: ROLES }],
  'directory.read-people': [
    {
      roles: [
        'congress-desk',
        'session-registrar',
        'government-office',
        'council',
        'trainer',
        'administrator',
      ],
    },
    // Who forms a task force names its convener.
    { roles: ['committee'] },
  ],
  'directory.configure-tenant': [{ roles: ['administrator'] }],
  'directory.manage-units': [{ roles: ['administrator', 'congress-desk'] }],
  'directory.manage-people': [{ roles: ['administrator', 'congress-desk'] }],
  'directory.manage-accounts': [{ roles: ['administrator'] }],
  'directory.manage-congress-sessions': [{ roles: ['administrator', 'congress-desk'] }],
  'directory.activate-rule-pack': [{ roles: ['administrator'] }],
  'directory.import-calendar': [{ roles: ['administrator'] }],
  'directory.advance-clock': [{ roles: ['operator'] }],
} as const satisfies ServicePolicy<'directory'>;
