import { ROLES } from '@huiyin/kernel/actor';

import { OWN_DEPUTY, UNIT_ROLES, type PolicyRow, type ServicePolicy } from '../policy-row.ts';

const OFFICES = [
  { roles: ['congress-desk', 'council'] },
  { roles: ['government-office'], relations: ['deciding-office'] },
  { roles: ['committee'], relations: ['overseeing-committee'] },
] as const satisfies readonly PolicyRow[];

const PUBLISHED = [{ roles: ROLES, when: 'published' }] as const satisfies readonly PolicyRow[];

const TEXT = [
  ...OFFICES,
  ...PUBLISHED,
  { roles: ['session-registrar'], when: 'in-session' },
  { roles: ['deputy'], relations: OWN_DEPUTY },
  { roles: ['deputy'], when: 'assigned' },
  { roles: UNIT_ROLES, relations: ['lead-unit', 'co-unit', 'reference-unit'] },
] as const satisfies readonly PolicyRow[];

/** Whoever reads the text knows its author, unless confidentiality was asked for. */
const AUTHOR_UNLESS_CONFIDENTIAL: readonly PolicyRow[] = TEXT.map((row) => ({
  ...row,
  unless: 'confidential-author',
}));

/** Who reads what of a case, by field group (domain.md §3.2), and who keeps the archive. */
export const archivePolicy = {
  'archive.read-list': [
    {
      roles: [
        'deputy',
        'former-deputy',
        'congress-desk',
        'session-registrar',
        'government-office',
        'committee',
        'council',
        ...UNIT_ROLES,
      ],
    },
  ],
  // Who writes or reads a suggestion asks what was there before; each case found is read by its own rights.
  'archive.find-similar': [
    {
      roles: [
        'deputy',
        'delegation-clerk',
        'pre-reviewer',
        'congress-desk',
        'session-registrar',
        'government-office',
        'committee',
        'council',
        ...UNIT_ROLES,
      ],
    },
  ],
  // Who was asked to sign, what was edited and pre-reviewed before it was submitted.
  'archive.read-draft': [
    { roles: ['deputy'], relations: ['lead-deputy', 'cosigner'] },
    { roles: ['congress-desk', 'session-registrar'], when: 'pre-review-asked' },
  ],
  'archive.read-case': TEXT,
  'archive.read-text': TEXT,
  'archive.read-author': [
    ...AUTHOR_UNLESS_CONFIDENTIAL,
    { roles: ['deputy'], relations: OWN_DEPUTY },
    { roles: ['congress-desk'] },
    { roles: ['session-registrar'], when: 'in-session' },
    { roles: UNIT_ROLES, relations: ['confidant'] },
  ],
  'archive.read-analysis': [...OFFICES, { roles: ['deputy'], relations: OWN_DEPUTY }],
  'archive.read-contact-records': [
    ...OFFICES,
    { roles: ['deputy'], relations: OWN_DEPUTY },
    { roles: UNIT_ROLES, relations: ['lead-unit', 'co-unit'] },
  ],
  // 专班: its members are all handlers (domain.md §2.7).
  'archive.read-task-force': [...OFFICES, { roles: UNIT_ROLES, relations: ['lead-unit', 'co-unit'] }],
  // That there is one, and who of 代表工委 read it; its words are assignment's.
  'archive.read-draft-reply': [
    { roles: UNIT_ROLES, relations: ['lead-unit'] },
    { roles: ['government-office'], relations: ['deciding-office'] },
    { roles: ['congress-desk'] },
  ],
  // Deputies read it as the reply states it.
  'archive.read-co-opinion': [...OFFICES, { roles: UNIT_ROLES, relations: ['lead-unit', 'co-unit'] }],
  'archive.read-final-reply': [
    ...OFFICES,
    ...PUBLISHED,
    { roles: ['deputy'], when: 'replied' },
    { roles: ['former-deputy'], relations: OWN_DEPUTY, when: 'replied' },
    // Who is to sign a 当面答复记录 reads what it is about (SD22).
    { roles: ['deputy', 'former-deputy'], relations: OWN_DEPUTY, when: 'told-face-to-face' },
    { roles: UNIT_ROLES, relations: ['lead-unit', 'co-unit'] },
  ],
  // A unit sees an evaluation only once it is submitted, so that it cannot shape it.
  'archive.read-evaluation': [
    ...OFFICES,
    { roles: ['deputy'], relations: OWN_DEPUTY },
    { roles: UNIT_ROLES, relations: ['lead-unit'], when: 'evaluated' },
  ],
  'archive.read-colours': [
    ...OFFICES,
    { roles: ['deputy'], relations: OWN_DEPUTY },
    { roles: UNIT_ROLES, relations: ['lead-unit', 'co-unit'] },
  ],
  'archive.read-district-summary': [{ roles: ['city-congress'] }],
  // Whoever writes texts or replies, or holds the paper of one.
  'archive.store-attachment': [
    { roles: ['deputy', 'delegation-clerk', 'congress-desk', 'session-registrar', ...UNIT_ROLES] },
  ],
  // Phone and card number on a deputy's form.
  'archive.read-deputy-contact': [{ roles: ['congress-desk'] }, { roles: ['deputy'], relations: ['self'] }],
  // Phone of 机关联系人 on a 交办通知; who may not read the notice is not shown it either.
  'archive.read-office-contact': [
    {
      roles: [
        'congress-desk',
        'session-registrar',
        'government-office',
        'committee',
        'council',
        ...UNIT_ROLES,
      ],
    },
  ],
  'archive.seal': [{ roles: ['congress-desk'] }],
  'archive.import': [{ roles: ['congress-desk', 'administrator'] }],
} as const satisfies ServicePolicy<'archive'>;
