import type { OfficialDocument } from '../src/document/official-document.ts';
import { assignmentNotice } from '../src/templates/assignment-notice.ts';
import { coOpinionLetter } from '../src/templates/co-opinion-letter.ts';
import { consultationRecord } from '../src/templates/consultation-record.ts';
import { contactRecord } from '../src/templates/contact-record.ts';
import { coordinationMinutes } from '../src/templates/coordination-minutes.ts';
import { declineNotice } from '../src/templates/decline-notice.ts';
import { extensionNotice } from '../src/templates/extension-notice.ts';
import { extensionRequest } from '../src/templates/extension-request.ts';
import { faceToFaceRecord } from '../src/templates/face-to-face-record.ts';
import { reassignmentSlip } from '../src/templates/reassignment-slip.ts';
import { returnRequest } from '../src/templates/return-request.ts';
import { supplementaryReply } from '../src/templates/supplementary-reply.ts';
import { withdrawalRequest } from '../src/templates/withdrawal-request.ts';
import { handlingPlan } from '../src/templates/handling-plan.ts';
import { onSiteMinutes } from '../src/templates/on-site-minutes.ts';
import { replyLetter } from '../src/templates/reply-letter.ts';
import { suggestionForm } from '../src/templates/suggestion-form.ts';
import { DESK, suggestion, UNIT } from './sample-names.ts';
import { SUPERVISION_SAMPLES } from './samples-of-supervision.ts';

const FACTS =
  '朝阳片区十二个老旧小区的供水管道多为上世纪九十年代铺设的镀锌管,锈蚀严重,高峰时段水压不足,雨季常有泥水倒灌。';
const DEMANDS = [
  '分两年更换片区内的老旧供水管道,优先安排漏损率最高的四个小区。',
  '建立漏损监测点并按季度公布结果。',
];

const OFFICE = '东湖区人民政府办公室';

/**
 * One document of each kind, whose pictures are kept, and a reply letter so short that its notes stand on the first
 * page; people and places are invented.
 */
export const SAMPLES: Readonly<Record<string, OfficialDocument>> = {
  'suggestion-form': suggestionForm({
    suggestion,
    subType: 'suggestion',
    category: '城乡建设',
    lead: { names: ['林若溪'] },
    cosigners: { names: ['周明', '何苗'] },
    contact: { delegation: '第二代表团', cardNumber: '990101-0007', phone: '' },
    facts: FACTS,
    demands: DEMANDS,
    publicationConsent: true,
    authorConfidential: false,
    wishedUnits: ['东湖区水务局'],
    wishedContact: 'face-to-face',
    researchSource: 'station',
    affectedArea: '朝阳街道十二个老旧小区',
    earlierNumbers: ['第67号（2024年）', '990101-19-3-0012'],
    attachments: ['现场照片.jpg'],
    submittedOn: '2026-01-14',
  }),
  'assignment-notice': assignmentNotice({
    suggestion,
    office: '东湖区人大常委会代表工作委员会',
    unit: '东湖区水务局',
    role: 'lead',
    units: [
      { unit: '东湖区水务局', role: 'lead' },
      { unit: '东湖区财政局', role: 'co' },
    ],
    isKey: true,
    handlingType: 'complex',
    demands: DEMANDS,
    attachments: ['现场照片.jpg', '供水管道权属说明.pdf'],
    contact: { name: '陈志远', phone: '', office: '' },
    assignedOn: '2026-01-19',
    dueOn: '2026-04-20',
  }),
  // Short enough for its contact to stand in the picture.
  'assignment-notice-co': assignmentNotice({
    ...{ suggestion, office: OFFICE, unit: '东湖区财政局', role: 'co' },
    units: [{ unit: '东湖区财政局', role: 'co' }],
    ...{ isKey: false, handlingType: '', demands: DEMANDS.slice(1), attachments: [] },
    contact: { name: '陈志远', phone: '0000-5550123', office: DESK },
    ...{ assignedOn: '2026-01-19', dueOn: '2026-02-20' },
  }),
  'reply-letter': replyLetter({
    suggestion,
    unit: '东湖区水务局',
    resultClass: 'B',
    disclosure: 'proactive',
    letterNumber: '东水函〔2026〕12号',
    signer: '石磊',
    deputies: { names: ['林若溪', '周明', '何苗'] },
    round: 1,
    opening: '2026年2月26日,我局与您和社区代表在朝阳社区见面,听取了您的意见。',
    sections: [
      {
        demand: DEMANDS[0]!,
        answer: '吸收采纳该建议。漏损率最高的四个小区已列入今年的改造计划,其余八个列入明年计划。',
      },
      { demand: DEMANDS[1]!, answer: '已选定六处监测点,自第三季度起按季度在区政府网站公布漏损率。' },
    ],
    evidence: { attachments: [], completedOn: '', lackingCondition: '', explainedBy: '', legalBasis: '' },
    promises: [{ text: '完成四个小区供水管道更换', dueOn: '2026-11-30' }],
    coOpinions: [
      {
        ...{ unit: '东湖区财政局', statement: '改造资金860万元已列入年度预算。' },
        ...{ signer: '', signedOn: '' },
      },
    ],
    missingCoOpinions: [],
    contact: { name: '罗思齐', phone: '0000-5550123' },
    copies: ['区人大常委会代表工作委员会', '区政府办公室'],
    issuedOn: '2026-04-09',
  }),
  'reply-letter-short': replyLetter({
    suggestion,
    ...{ unit: UNIT, resultClass: 'D', disclosure: 'on-request' },
    ...{ letterNumber: '东水函〔2026〕13号', signer: '石磊' },
    ...{ deputies: { names: ['林若溪'] }, round: 1, opening: '' },
    sections: [{ demand: DEMANDS[1]!, answer: '漏损数据涉及管网安全,不能公布。' }],
    evidence: { attachments: [], completedOn: '', lackingCondition: '', explainedBy: '', legalBasis: '' },
    ...{ promises: [], coOpinions: [], missingCoOpinions: [] },
    contact: { name: '罗思齐', phone: '' },
    copies: ['区人大常委会代表工作委员会'],
    issuedOn: '2026-04-09',
  }),
  'handling-plan': handlingPlan({
    suggestion,
    unit: '东湖区水务局',
    version: 2,
    isKey: true,
    leaderName: '秦岭',
    leaderPost: '副区长',
    solution: '分片勘测、分期施工、逐楼停水公告,由社区和代表参加每期验收。',
    milestones: [
      { text: '完成勘测和设计', dueOn: '2026-03-31' },
      { text: '第一期施工完成', dueOn: '2026-08-31' },
    ],
    deadline: '2026-11-30',
    filedOn: '2026-02-10',
    reason: '主任会议列为重点督办',
  }),
  'on-site-minutes': onSiteMinutes({
    suggestion,
    unit: '东湖区水务局',
    heldOn: '2026-03-06',
    place: '朝阳社区党群服务中心',
    present: ['林若溪', '石磊', '社区居民代表'],
    findings: '现场察看三个小区的地下管道,漏点共七处,其中两处位于燃气管道保护范围内。',
    decisions: [{ what: '与燃气公司联合开挖两处漏点', who: '东湖区水务局', dueOn: '2026-03-20' }],
  }),
  'return-request': returnRequest({
    suggestion,
    unit: UNIT,
    office: OFFICE,
    grounds: '片区供水管网已于去年移交东湖区城投公司运营,更新改造由其行业主管部门负责。',
    legalBasis: '《东湖区水务局职能配置、内设机构和人员编制规定》第三条',
    proposedUnit: '东湖区住房和城乡建设局',
    signer: '石磊',
    requestedOn: '2026-01-21',
  }),
  'reassignment-slip': reassignmentSlip({
    suggestion,
    office: OFFICE,
    fromUnit: UNIT,
    unit: '东湖区住房和城乡建设局',
    role: 'lead',
    reason: '供水管网更新改造属住房城乡建设部门职责',
    firstAssignedOn: '2026-01-19',
    reassignedOn: '2026-01-23',
    dueOn: '2026-04-20',
  }),
  'contact-record': contactRecord({
    suggestion,
    unit: UNIT,
    contacts: [
      {
        ...{ form: 'visit', on: '2026-02-03', round: 1, outcome: 'declined' },
        summary: '代表在外地,约定节后再见',
      },
      {
        ...{ form: 'visit', on: '2026-02-26', round: 1, outcome: 'talked' },
        summary: '代表希望先改漏损率最高的四个小区',
      },
    ],
  }),
  'consultation-record': consultationRecord({
    suggestion,
    unit: UNIT,
    heldOn: '2026-02-26',
    place: '朝阳社区党群服务中心',
    present: ['林若溪', '石磊'],
    background: FACTS,
    demands: DEMANDS,
    approach: '先勘测,后分期施工,每期由代表和居民参加验收。',
    measures: ['委托检测机构逐楼勘测', '与燃气公司联合开挖'],
    milestones: [{ text: '完成勘测和设计', dueOn: '2026-03-31' }],
    confirmedByDeputyOn: '2026-02-27',
    confirmedByUnitOn: '2026-02-26',
  }),
  'co-opinion-letter': coOpinionLetter({
    suggestion,
    unit: '东湖区财政局',
    leadUnit: UNIT,
    facts: '今年已下达改造资金七百万元。',
    opinion: '同意安排改造经费,按工程进度拨付。',
    commitments: [{ text: '下达第一期改造资金430万元', dueOn: '2026-04-30' }],
    resultClass: 'B',
    attempt: 1,
    givenOn: '2026-02-20',
    signer: '何苗',
  }),
  'coordination-minutes': coordinationMinutes({
    suggestion,
    office: OFFICE,
    requestedBy: UNIT,
    grounds: '小区红线以内的管道由谁改造有分歧。',
    heldOn: '2026-02-05',
    decision: '红线内外一并改造,由区水务局组织实施,产权单位配合。',
    responsibleUnit: UNIT,
    closedOn: '2026-02-06',
  }),
  'extension-request': extensionRequest({
    suggestion,
    unit: UNIT,
    office: DESK,
    grounds: '两处漏点在燃气管道保护范围内,联合开挖方案须专家论证。',
    assignedOn: '2026-01-19',
    contactsOn: ['2026-02-26', '2026-04-02'],
    requestedOn: '2026-04-07',
  }),
  'extension-notice': extensionNotice({
    suggestion,
    office: DESK,
    unit: UNIT,
    deputies: { names: ['林若溪', '周明'] },
    grounds: '联合开挖方案须专家论证',
    decidedOn: '2026-04-08',
    dueOn: '2026-06-19',
  }),
  'withdrawal-request': withdrawalRequest({
    suggestion,
    office: DESK,
    signedBy: { names: ['林若溪', '周明', '何苗'] },
    reason: '改造工程已经开工,建议所提事项正在解决。',
    requestedOn: '2026-01-26',
  }),
  'decline-notice': declineNotice({
    suggestion: { ...suggestion, displayNumber: '' },
    office: DESK,
    deputies: { confidential: true },
    ground: '没有实际内容',
    explanation: '没有写明是哪些小区、要求解决什么问题,请补充后再提交。',
    declinedOn: '2026-01-15',
  }),
  'supplementary-reply': supplementaryReply({
    suggestion,
    unit: UNIT,
    deputies: { names: ['林若溪', '周明', '何苗'] },
    resultClass: 'A',
    letterNumber: '东水函〔2026〕12号',
    why: '四个小区的供水管道提前更换完成',
    text: '四个小区的供水管道已于2026年9月20日全部更换并通水,水压经检测合格。',
    promises: [{ text: '其余八个小区更换完成', dueOn: '2027-11-30' }],
    copies: ['区人大常委会代表工作委员会', '区政府办公室'],
    on: '2026-09-22',
  }),
  'face-to-face-record': faceToFaceRecord({
    suggestion,
    unit: UNIT,
    deputies: { names: ['林若溪'] },
    repliedOn: '2026-04-10',
    letterNumber: '东水函〔2026〕12号',
    resultClass: 'B',
    sections: [{ demand: DEMANDS[1]!, answer: '已选定六处监测点,自第三季度起按季度公布漏损率。' }],
    place: '东湖区水务局三楼会议室',
    attendees: '林若溪代表;水务局局长顾行远、供水科科长罗思齐',
    content: '逐条答复了代表的建议,现场查看了监测点位图。',
    signature: { by: 'deputy', opinion: '同意答复内容,希望按季度公布。', on: '2026-04-11' },
  }),
  ...SUPERVISION_SAMPLES,
};
