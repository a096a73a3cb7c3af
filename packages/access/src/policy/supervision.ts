import type { PolicyRow, ServicePolicy } from '../policy-row.ts';

const OFFICES = [
  { roles: ['congress-desk'] },
  { roles: ['government-office'], relations: ['deciding-office'] },
] as const satisfies readonly PolicyRow[];

/** Who may do what with colours and the escalation ladder (domain.md §2.5, T31). */
export const supervisionPolicy = {
  'supervision.read-board': [
    { roles: ['congress-desk', 'government-office', 'committee', 'council'] },
    { roles: ['unit-head', 'unit-liaison', 'unit-clerk'] },
  ],
  'supervision.urge': OFFICES,
  'supervision.send-letter': OFFICES,
  'supervision.answer-letter': [{ roles: ['unit-head'], relations: ['lead-unit', 'co-unit'] }],
  'supervision.call-talk': [{ roles: ['congress-desk'] }],
  'supervision.hold-talk': [{ roles: ['congress-desk'] }],
  'supervision.override-colour': [{ roles: ['congress-desk'] }],
  // The decider also demands that it is another person than the one who asked.
  'supervision.confirm-override': [{ roles: ['congress-desk', 'council'] }],
} as const satisfies ServicePolicy<'supervision'>;
