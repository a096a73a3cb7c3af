import { OWN_DEPUTY, UNIT_ROLES, type PolicyRow, type ServicePolicy } from '../policy-row.ts';

const DESK = [
  { roles: ['congress-desk'] },
  { roles: ['session-registrar'], when: 'in-session' },
] as const satisfies readonly PolicyRow[];

/** 政府办 for government units, 代表工委 for all others (decisions of returns and disagreements). */
const DECIDING_OFFICE = [
  { roles: ['government-office', 'congress-desk'], relations: ['deciding-office'] },
] as const satisfies readonly PolicyRow[];

const LEAD_UNIT = [{ roles: UNIT_ROLES, relations: ['lead-unit'] }] as const satisfies readonly PolicyRow[];

const LEAD_HEAD = [
  { roles: ['unit-head'], relations: ['lead-unit'] },
] as const satisfies readonly PolicyRow[];

const HANDLERS = [
  { roles: UNIT_ROLES, relations: ['lead-unit', 'co-unit'] },
] as const satisfies readonly PolicyRow[];

/** Offices that see what is done about a case; the session's secretariat has handed it over. */
const OFFICES = [
  { roles: ['congress-desk', 'council'] },
  { roles: ['government-office'], relations: ['deciding-office'] },
  { roles: ['committee'], relations: ['overseeing-committee'] },
] as const satisfies readonly PolicyRow[];

/** The deputies on the suggestion, its handlers and the offices; nobody for whom it is for reference only. */
const HANDLING = [
  ...OFFICES,
  { roles: ['deputy'], relations: OWN_DEPUTY },
  ...HANDLERS,
] as const satisfies readonly PolicyRow[];

/** Who may do what from classification to reply (domain.md T8–T19, T30–T32; decisions.md 4–6). */
export const assignmentPolicy = {
  'assignment.classify': [...DESK, { roles: ['government-office'], relations: ['deciding-office'] }],
  // 重点 only by a decision of the 主任会议.
  'assignment.mark-key': [{ roles: ['council'] }],
  // A running case keeps its rule pack; only 代表工委 moves it, with a reason.
  'assignment.move-rules': [{ roles: ['congress-desk'] }],
  'assignment.assign': [...DESK, { roles: ['government-office'], relations: ['deciding-office'] }],
  'assignment.acknowledge': [{ roles: ['unit-liaison'], relations: ['lead-unit', 'co-unit'] }],
  // 申退函 is signed by the head (T11).
  'assignment.request-return': [{ roles: ['unit-head'], relations: ['lead-unit', 'co-unit'] }],
  'assignment.decide-return': DECIDING_OFFICE,
  'assignment.reassign': DECIDING_OFFICE,
  'assignment.file-plan': [{ roles: ['unit-clerk', 'unit-head'], relations: ['lead-unit'] }],
  'assignment.draft-co-opinion': [{ roles: UNIT_ROLES, relations: ['co-unit'] }],
  // Signed by the head, as a reply is (SD21, SD22).
  'assignment.give-co-opinion': [{ roles: ['unit-head'], relations: ['co-unit'] }],
  'assignment.send-back-co-opinion': [{ roles: ['unit-liaison', 'unit-head'], relations: ['lead-unit'] }],
  'assignment.request-extension': LEAD_HEAD,
  'assignment.decide-extension': [{ roles: ['congress-desk'] }],
  'assignment.draft-reply': LEAD_UNIT,
  // 代表工委 on demand, recorded (domain.md §3.2).
  'assignment.open-draft-reply': [{ roles: ['congress-desk'] }],
  'assignment.issue-reply': LEAD_HEAD,
  // A confidential author is unknown to the unit: 代表工委 delivers (decisions.md 21).
  'assignment.deliver-reply': [
    { roles: UNIT_ROLES, relations: ['lead-unit'], unless: 'confidential-author' },
    { roles: ['congress-desk'], when: 'confidential-author' },
  ],
  // Each deputy for the own record (SD22); assignment looks whose it is.
  'assignment.answer-face-to-face': [{ roles: ['deputy'], relations: OWN_DEPUTY, unless: 'lead-unit' }],
  // 情况变化 (T32): the unit says it, or 代表工委 for it.
  'assignment.record-situation-change': [...LEAD_UNIT, { roles: ['congress-desk'] }],
  'assignment.supplement-reply': LEAD_HEAD,
  'assignment.record-contact': HANDLERS,
  'assignment.form-task-force': [
    { roles: ['congress-desk'] },
    { roles: ['committee'], relations: ['overseeing-committee'] },
  ],
  // The convener is of the standing committee; the desk keeps the task force's papers.
  'assignment.amend-task-force': [
    { roles: ['congress-desk', 'council'] },
    { roles: ['committee'], relations: ['overseeing-committee'] },
  ],
  'assignment.complete-work-package': HANDLERS,
  'assignment.request-coordination': [
    { roles: ['unit-liaison', 'unit-head'], relations: ['lead-unit', 'co-unit'] },
  ],
  'assignment.close-coordination': DECIDING_OFFICE,
  'assignment.report-difficulty': HANDLERS,
  // What it is, who has it and how it was classified.
  'assignment.read-case': [
    ...OFFICES,
    { roles: ['session-registrar'], when: 'in-session' },
    { roles: ['deputy'], relations: OWN_DEPUTY },
    { roles: UNIT_ROLES, relations: ['lead-unit', 'co-unit', 'reference-unit'] },
  ],
  // Scores of a classification with their reasons; the type it led to is the case's.
  'assignment.read-analysis': [
    ...OFFICES,
    { roles: ['session-registrar'], when: 'in-session' },
    { roles: ['deputy'], relations: OWN_DEPUTY },
  ],
  // What is done about one share and asked for it: contacts, 申退, 延期, 困难, 协调, its gates and its days. A unit its
  // own (domain.md §3.2, contact and meeting records, colours).
  'assignment.read-share': HANDLING,
  // The same, and a co-handler reads the lead's (domain.md §2.10, 9).
  'assignment.read-plan': HANDLING,
  // Which work is whose is its members' and the offices'; its meetings are meeting's to tell (domain.md §2.7).
  'assignment.read-task-force': [...OFFICES, ...HANDLERS],
  // Deputies read it as the reply states it.
  'assignment.read-co-opinions': [...OFFICES, ...HANDLERS],
  'assignment.read-final-reply': HANDLING,
  'assignment.read-draft-reply': [
    ...LEAD_UNIT,
    { roles: ['government-office'], relations: ['deciding-office'] },
    { roles: ['congress-desk'], when: 'draft-reading-recorded' },
  ],
  // 知情人 (SD11): 代表工委, which keeps the confidence, says who shares it.
  'assignment.name-confidant': [{ roles: ['congress-desk'] }],
  // 代表要求保密: units see 代表 but for the one person named (SD11).
  'assignment.read-author': [
    { roles: ['congress-desk'] },
    { roles: ['session-registrar'], when: 'in-session' },
    { roles: ['deputy'], relations: OWN_DEPUTY },
    { roles: ['council'], unless: 'confidential-author' },
    { roles: ['government-office'], relations: ['deciding-office'], unless: 'confidential-author' },
    {
      roles: UNIT_ROLES,
      relations: ['lead-unit', 'co-unit', 'reference-unit'],
      unless: 'confidential-author',
    },
    { roles: UNIT_ROLES, relations: ['confidant'] },
  ],
  'assignment.read-board': [
    { roles: ['congress-desk', 'session-registrar', 'government-office', 'council', 'committee'] },
  ],
  'assignment.list-shares': [
    { roles: ['congress-desk', 'session-registrar', 'government-office', 'council', ...UNIT_ROLES] },
  ],
  'assignment.list-returns': [{ roles: ['congress-desk', 'government-office'] }],
} as const satisfies ServicePolicy<'assignment'>;
