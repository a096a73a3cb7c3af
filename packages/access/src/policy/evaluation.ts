import { OF_HANDLING_UNIT, OWN_DEPUTY, UNIT_ROLES, type ServicePolicy } from '../policy-row.ts';

/** Who may do what from evaluation to closing (domain.md T20–T26; decisions.md 8–10). No unit ever evaluates. */
export const evaluationPolicy = {
  'evaluation.evaluate': [
    { roles: ['deputy'], relations: ['lead-deputy', 'merged-deputy'], unless: OF_HANDLING_UNIT },
  ],
  'evaluation.give-cosigner-opinion': [
    { roles: ['deputy'], relations: ['cosigner'], unless: OF_HANDLING_UNIT },
  ],
  'evaluation.order-rehandling': [{ roles: ['congress-desk'] }],
  'evaluation.waive-rehandling': [{ roles: ['congress-desk'] }],
  'evaluation.report-promise': [{ roles: UNIT_ROLES, relations: ['lead-unit'] }],
  'evaluation.judge-promise': [
    { roles: ['deputy'], relations: ['lead-deputy', 'merged-deputy'], unless: OF_HANDLING_UNIT },
    { roles: ['congress-desk'] },
  ],
  'evaluation.submit-rectification': [{ roles: ['unit-head'], relations: ['lead-unit'] }],
  // 代表工委 only after the deputy's silence; the decider keeps that guard.
  'evaluation.accept-rectification': [
    { roles: ['deputy'], relations: ['lead-deputy'], unless: OF_HANDLING_UNIT },
    { roles: ['congress-desk'] },
  ],
  'evaluation.reject-rectification': [
    { roles: ['deputy'], relations: ['lead-deputy'], unless: OF_HANDLING_UNIT },
    { roles: ['congress-desk'] },
  ],
  'evaluation.decide-escalation': [{ roles: ['council'] }],
  // What follows from evaluations: rounds, promises, rectifications. Never the evaluations themselves.
  'evaluation.read-follow-up': [
    { roles: ['congress-desk', 'council'] },
    { roles: ['committee'], relations: ['overseeing-committee'] },
    { roles: ['government-office'], relations: ['deciding-office'] },
    { roles: ['deputy'], relations: OWN_DEPUTY },
    { roles: UNIT_ROLES, relations: ['lead-unit', 'co-unit'] },
  ],
  // domain.md §3.2. A deputy reads those of the suggestion he signed; a unit only what has been submitted to it.
  'evaluation.read-evaluation': [
    { roles: ['congress-desk', 'council'] },
    { roles: ['committee'], relations: ['overseeing-committee'] },
    { roles: ['government-office'], relations: ['deciding-office'] },
    { roles: ['deputy'], relations: ['lead-deputy', 'cosigner', 'merged-deputy'] },
    { roles: UNIT_ROLES, relations: ['lead-unit'], when: 'evaluated' },
  ],
  // 无记名投票 (domain.md §8.3): on the roll stands who may vote in this one.
  'evaluation.hold-ballot': [{ roles: ['congress-desk'] }],
  'evaluation.check-in-ballot': [{ roles: ['deputy'], relations: ['participant'] }],
  // The result is announced on the spot; before, a ballot is the congress's own matter.
  'evaluation.read-ballot': [
    { roles: ['congress-desk', 'session-registrar', 'council', 'committee', 'deputy'] },
    { roles: ['government-office', 'former-deputy', ...UNIT_ROLES], when: 'ballot-closed' },
  ],
} as const satisfies ServicePolicy<'evaluation'>;
