import type { PolicyRow, ServicePolicy } from '../policy-row.ts';

/** 代表工委 always; the session's secretariat for what was submitted in session (domain.md T4–T7). */
const DESK = [
  { roles: ['congress-desk'] },
  { roles: ['session-registrar'], when: 'in-session' },
] as const satisfies readonly PolicyRow[];

/** Who may do what with drafts and submissions (domain.md T1–T7, T29). */
export const intakePolicy = {
  'intake.draft': [{ roles: ['deputy', 'delegation-clerk'] }],
  // Writing help for whoever writes a suggestion or reads one for its deputy.
  'intake.advise': [
    { roles: ['deputy', 'delegation-clerk', 'pre-reviewer', 'congress-desk', 'session-registrar'] },
  ],
  'intake.read-draft': [
    { roles: ['deputy'], relations: ['lead-deputy', 'cosigner', 'invited-cosigner'] },
    { roles: ['delegation-clerk'], relations: ['self'] },
    { roles: ['pre-reviewer', 'congress-desk', 'session-registrar'], when: 'pre-review-asked' },
  ],
  'intake.edit': [
    { roles: ['deputy'], relations: ['lead-deputy'] },
    { roles: ['delegation-clerk'], relations: ['self'] },
  ],
  'intake.invite-cosigner': [{ roles: ['deputy'], relations: ['lead-deputy'] }],
  'intake.confirm-cosignature': [{ roles: ['deputy'], relations: ['invited-cosigner'] }],
  'intake.request-pre-review': [{ roles: ['deputy'], relations: ['lead-deputy'] }],
  'intake.answer-pre-review': [{ roles: ['pre-reviewer', 'congress-desk', 'session-registrar'] }],
  'intake.read-pre-reviews': [{ roles: ['pre-reviewer', 'congress-desk', 'session-registrar'] }],
  'intake.submit': [{ roles: ['deputy'], relations: ['lead-deputy'] }],
  // The paper carries the deputies' signatures; whoever holds it enters it for them (domain.md §4.1).
  'intake.take-in-paper': [
    { roles: ['congress-desk', 'delegation-clerk'] },
    { roles: ['session-registrar'], when: 'in-session' },
  ],
  // Receipts of paper forms; a clerk of a delegation reads those it entered itself.
  'intake.read-paper-forms': [{ roles: ['congress-desk', 'session-registrar', 'delegation-clerk'] }],
  'intake.read-queue': [{ roles: ['congress-desk', 'session-registrar'] }],
  'intake.register': DESK,
  'intake.return': DESK,
  'intake.decline': DESK,
  'intake.confirm-decline-notice': [...DESK, { roles: ['deputy'], relations: ['lead-deputy', 'cosigner'] }],
  'intake.merge': DESK,
  'intake.convert': DESK,
  // Whoever signed may lead on when the lead deputy has left office; the desk names one who agreed (domain.md §2.9).
  'intake.take-lead': [{ roles: ['congress-desk'] }, { roles: ['deputy'], relations: ['cosigner'] }],
  'intake.withdraw': [{ roles: ['deputy'], relations: ['lead-deputy', 'cosigner'] }],
} as const satisfies ServicePolicy<'intake'>;
