import { UNIT_ROLES, type PolicyRow, type ServicePolicy } from '../policy-row.ts';

const CONVENERS = [
  { roles: UNIT_ROLES, relations: ['lead-unit'] },
  { roles: ['government-office'], relations: ['deciding-office'] },
  { roles: ['congress-desk', 'committee'] },
] as const satisfies readonly PolicyRow[];

/** Who may do what with meetings (domain.md T14, T17, T25; decisions.md 5). */
export const meetingPolicy = {
  'meeting.schedule': CONVENERS,
  'meeting.cancel': CONVENERS,
  'meeting.decline': [
    { roles: ['deputy'], relations: ['lead-deputy', 'cosigner', 'participant'] },
    { roles: UNIT_ROLES, relations: ['lead-unit', 'co-unit', 'participant'] },
  ],
  'meeting.check-in': [
    {
      roles: ['deputy', ...UNIT_ROLES, 'congress-desk', 'government-office', 'committee', 'council'],
      relations: ['participant'],
    },
  ],
  'meeting.record': CONVENERS,
  'meeting.confirm': [
    { roles: ['deputy'], relations: ['lead-deputy'] },
    { roles: ['unit-liaison', 'unit-head'], relations: ['lead-unit'] },
  ],
  // Never the unit (decisions.md 5).
  'meeting.record-no-response': [{ roles: ['congress-desk'] }],
  'meeting.waive-on-site': [{ roles: ['congress-desk'] }],
  'meeting.judge-look-back': [
    { roles: ['deputy'], relations: ['lead-deputy'], unless: 'lead-unit' },
    { roles: ['congress-desk', 'committee'] },
  ],
} as const satisfies ServicePolicy<'meeting'>;
