import { OWN_DEPUTY, UNIT_ROLES, type PolicyRow, type ServicePolicy } from '../policy-row.ts';

const OFFICES = [
  { roles: ['congress-desk'] },
  { roles: ['government-office'], relations: ['deciding-office'] },
] as const satisfies readonly PolicyRow[];

/** Who may do what with colours and the escalation ladder (domain.md §2.5, §3.2, T31). */
export const supervisionPolicy = {
  'supervision.read-board': [
    { roles: ['congress-desk', 'government-office', 'committee', 'council'] },
    { roles: UNIT_ROLES },
  ],
  // Clocks, urges, letters and talks of one case; a co-unit sees its own only.
  'supervision.read-case': [
    { roles: ['congress-desk', 'committee', 'council'] },
    { roles: ['government-office'], relations: ['deciding-office'] },
    { roles: ['deputy'], relations: OWN_DEPUTY },
    { roles: UNIT_ROLES, relations: ['lead-unit', 'co-unit'] },
  ],
  // Who imports calendars, and 代表工委, whose clocks they move.
  'supervision.preview-calendar': [{ roles: ['administrator', 'congress-desk'] }],
  'supervision.urge': OFFICES,
  'supervision.send-letter': OFFICES,
  'supervision.answer-letter': [{ roles: ['unit-head'], relations: ['lead-unit', 'co-unit'] }],
  'supervision.call-talk': [{ roles: ['congress-desk'] }],
  'supervision.hold-talk': [{ roles: ['congress-desk'] }],
  'supervision.check-talk': [{ roles: ['congress-desk'] }],
  'supervision.override-colour': [{ roles: ['congress-desk'] }],
  // The decider also demands that it is another person than the one who asked.
  'supervision.confirm-override': [{ roles: ['congress-desk', 'council'] }],
} as const satisfies ServicePolicy<'supervision'>;
