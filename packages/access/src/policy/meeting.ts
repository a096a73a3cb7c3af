import { ROLES } from '@huiyin/kernel/actor';

import { OWN_DEPUTY, UNIT_ROLES, type ServicePolicy } from '../policy-row.ts';

/**
 * Who may do what with meetings (domain.md T14, T17, T25; decisions.md 5, 10). Whoever may convene a kind of meeting
 * may also move, cancel and record it.
 */
export const meetingPolicy = {
  // 双确认, 现场会
  'meeting.convene-with-unit': [
    { roles: UNIT_ROLES, relations: ['lead-unit'] },
    { roles: ['government-office'], relations: ['deciding-office'] },
    { roles: ['congress-desk'] },
    { roles: ['committee'], relations: ['overseeing-committee'] },
  ],
  // 回头看: never by the unit whose work is looked at.
  'meeting.convene-look-back': [
    { roles: ['congress-desk'] },
    { roles: ['committee'], relations: ['overseeing-committee'] },
  ],
  // 专班, 协调, 专题研究
  'meeting.convene-case': [
    { roles: ['government-office'], relations: ['deciding-office'] },
    { roles: ['congress-desk'] },
    { roles: ['committee'], relations: ['overseeing-committee'] },
  ],
  // 约谈 is called by 代表工委, and by 政府办 about the units to which it distributes (domain.md §3.2, M14).
  'meeting.convene-talk': [
    { roles: ['congress-desk'] },
    { roles: ['government-office'], relations: ['deciding-office'] },
  ],
  // 交办会 by whoever hands over (T9). One that belongs to no case is any of theirs; one about a case is that case's.
  'meeting.convene-hand-over': [
    { roles: ['congress-desk'] },
    { roles: ['session-registrar', 'government-office'], when: 'outside-case' },
    { roles: ['government-office'], relations: ['deciding-office'] },
  ],
  'meeting.decline': [{ roles: ROLES, relations: ['participant'] }],
  'meeting.check-in': [{ roles: ROLES, relations: ['participant'] }],
  'meeting.confirm': [
    { roles: ['deputy'], relations: ['lead-deputy'], unless: 'lead-unit' },
    { roles: ['unit-liaison', 'unit-head'], relations: ['lead-unit'] },
  ],
  // Never the unit (decisions.md 5).
  'meeting.record-no-response': [{ roles: ['congress-desk'] }],
  'meeting.waive-on-site': [{ roles: ['congress-desk'] }],
  'meeting.judge-look-back': [
    { roles: ['deputy'], relations: ['lead-deputy'], unless: 'lead-unit' },
    { roles: ['congress-desk'] },
    { roles: ['committee'], relations: ['overseeing-committee'] },
  ],
  // domain.md §3.2, contact and meeting records.
  'meeting.read': [
    { roles: ['congress-desk', 'council'] },
    { roles: ['committee'], relations: ['overseeing-committee'] },
    { roles: ['government-office'], relations: ['deciding-office'] },
    { roles: ['deputy'], relations: OWN_DEPUTY },
    { roles: UNIT_ROLES, relations: ['lead-unit', 'co-unit'] },
    { roles: ROLES, relations: ['participant'] },
  ],
} as const satisfies ServicePolicy<'meeting'>;
