import { UNIT_ROLES, type ServicePolicy } from '../policy-row.ts';

/** Who may do what with courses, batches and exams (domain.md §2.8). */
export const trainingPolicy = {
  'training.manage-courses': [{ roles: ['trainer'] }],
  'training.manage-batches': [{ roles: ['trainer'] }],
  'training.set-exam': [{ roles: ['trainer'] }],
  'training.read-courses': [{ roles: ['trainer', 'congress-desk', 'deputy', ...UNIT_ROLES] }],
  'training.enrol': [
    { roles: ['deputy', ...UNIT_ROLES], relations: ['self'] },
    { roles: ['trainer', 'congress-desk'] },
  ],
  'training.complete-lesson': [{ roles: ['deputy', ...UNIT_ROLES], relations: ['self'] }],
  'training.sit-exam': [{ roles: ['deputy', ...UNIT_ROLES], relations: ['self'] }],
  'training.read-certificate': [
    { roles: ['deputy', ...UNIT_ROLES], relations: ['self'] },
    { roles: ['trainer', 'congress-desk'] },
  ],
  // The rows of the asker's own unit.
  'training.read-own-unit': [{ roles: UNIT_ROLES }],
  'training.read-matrix': [{ roles: ['trainer', 'congress-desk', 'government-office', 'council'] }],
} as const satisfies ServicePolicy<'training'>;
