import type { OfficialDocument } from '../src/document/official-document.ts';
import { assignmentNotice } from '../src/templates/assignment-notice.ts';
import type { CaseName } from '../src/templates/case-name.ts';
import { handlingPlan } from '../src/templates/handling-plan.ts';
import { onSiteMinutes } from '../src/templates/on-site-minutes.ts';
import { replyLetter } from '../src/templates/reply-letter.ts';
import { suggestionForm } from '../src/templates/suggestion-form.ts';

const suggestion: CaseName = {
  title: '关于改造朝阳片区老旧小区供水管网的建议',
  displayNumber: '第30号',
  congress: { body: '东湖区', term: 19, session: 4 },
};
const FACTS =
  '朝阳片区十二个老旧小区的供水管道多为上世纪九十年代铺设的镀锌管,锈蚀严重,高峰时段水压不足,雨季常有泥水倒灌。';
const DEMANDS = [
  '分两年更换片区内的老旧供水管道,优先安排漏损率最高的四个小区。',
  '建立漏损监测点并按季度公布结果。',
];

/** Five documents whose pictures are kept; people and places are invented. */
export const SAMPLES: Readonly<Record<string, OfficialDocument>> = {
  'suggestion-form': suggestionForm({
    suggestion,
    subType: 'suggestion',
    category: '城乡建设',
    lead: { names: ['林若溪'] },
    cosigners: { names: ['周明', '何苗'] },
    facts: FACTS,
    demands: DEMANDS,
    publicationConsent: true,
    authorConfidential: false,
    wishedUnits: ['东湖区水务局'],
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
    assignedOn: '2026-01-19',
    dueOn: '2026-04-20',
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
    copies: ['区人大常委会代表工作委员会', '区政府办公室'],
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
};
