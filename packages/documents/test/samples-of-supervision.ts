import type { OfficialDocument } from '../src/document/official-document.ts';
import { rectificationNotice } from '../src/templates/rectification-notice.ts';
import { rectificationReport } from '../src/templates/rectification-report.ts';
import { rehandlingNotice } from '../src/templates/rehandling-notice.ts';
import { supervisionLetter } from '../src/templates/supervision-letter.ts';
import { talkMinutes } from '../src/templates/talk-minutes.ts';
import { talkNotice } from '../src/templates/talk-notice.ts';
import { urgeSlip } from '../src/templates/urge-slip.ts';
import { DESK, suggestion, UNIT } from './sample-names.ts';

/** What is sent to a unit, and answered by it, when things do not go as they should. */
export const SUPERVISION_SAMPLES: Readonly<Record<string, OfficialDocument>> = {
  'urge-slip': urgeSlip({
    suggestion,
    office: DESK,
    unit: UNIT,
    message: '答复期限只剩10个工作日，请尽快起草答复稿',
    toHead: false,
    urgedOn: '2026-04-03',
    dueOn: '2026-04-20',
  }),
  'supervision-letter': supervisionLetter({
    suggestion,
    office: DESK,
    unit: UNIT,
    facts: '答复期限只剩5个工作日，还没有答复稿，到期日2026-04-20。',
    requiredAction: '起草答复稿，并在期限内书面答复本函',
    sentOn: '2026-04-13',
    answerDueOn: '2026-04-20',
  }),
  'talk-notice': talkNotice({
    suggestion,
    office: DESK,
    unit: UNIT,
    problems: '红色预警超过10个工作日，答复期限已过，仍未答复代表。',
    calledOn: '2026-05-06',
    holdBy: '2026-05-13',
  }),
  'talk-minutes': talkMinutes({
    suggestion,
    office: DESK,
    unit: UNIT,
    attendedBy: '石磊',
    problems: '红色预警超过10个工作日，答复期限已过，仍未答复代表。',
    minutes: '主任委员通报了办理情况，单位说明联合开挖方案论证延误的原因。',
    undertaking: '5月20日前书面答复代表，5月底前开工第一期。',
    heldOn: '2026-05-12',
    checkOn: '2026-05-22',
    check: { kept: true, findings: '5月19日已答复，第一期已经进场。', on: '2026-05-22' },
  }),
  'rehandling-notice': rehandlingNotice({
    suggestion,
    office: DESK,
    unit: UNIT,
    round: 2,
    reasons: ['没有说明漏损率最高的四个小区何时开工。'],
    focus: '逐个小区明确开工和完工时间。',
    orderedOn: '2026-05-08',
    dueOn: '2026-06-08',
  }),
  'rectification-notice': rectificationNotice({
    suggestion,
    office: DESK,
    unit: UNIT,
    gaps: ['3号楼立管没有更换', '漏损率没有按季度公布'],
    attempt: 2,
    judgedOn: '2026-09-10',
    rejection: '3号楼只换了一半。',
    orderedOn: '2026-10-12',
    dueOn: '2026-11-11',
  }),
  'rectification-report': rectificationReport({
    suggestion,
    office: DESK,
    unit: UNIT,
    gaps: ['3号楼立管没有更换', '漏损率没有按季度公布'],
    report: '3号楼立管已于11月3日全部更换，三季度漏损率已在社区公示栏和政府网站公布。',
    submittedOn: '2026-11-09',
  }),
};
