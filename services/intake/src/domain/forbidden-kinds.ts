import type { DeclineGround } from './suggestion.ts';

/** What is not handled as a suggestion, how a text gives it away, and what the deputy may do instead. */
export interface ForbiddenKind {
  readonly ground: DeclineGround;
  /** Where it is looked for; demands only, where facts may well speak of it. */
  readonly within: 'anywhere' | 'demands-and-title';
  /** The passage that gives it away, found by any of these. */
  readonly signs: readonly RegExp[];
  readonly message: string;
  readonly act: string;
  /** Clauses of regulations (keys of docs/glossary.md). */
  readonly source: string;
}

const KIN =
  '(?:父母|父亲|母亲|丈夫|妻子|爱人|配偶|儿子|女儿|子女|亲属|亲戚|兄弟|姐妹|哥哥|弟弟|姐姐|妹妹|家属)';
const OWN = `(?:本人|我本人|我自己|我家|我的?${KIN}|本人的?${KIN})(?!在|通过|了解|发现|走访|调研|认为|建议|曾|作为|所在|住在)`;
const PRIVATE_THINGS =
  '(?:房产|房屋|住房|宅基地|拆迁款|补偿款|职称|工资|退休金|待遇|工作调动|编制|户口|低保|入学|工伤)';
const OWN_BODY = '(?:我|本)(?:单位|公司|厂|企业|店|合作社|行业协会|司)';
const ASKS = '(?:给予|予以|解决|安排|批准|批复|拨付|减免|支持|协调|落实)';
const FORBIDS = '(?<!严禁|禁止|不得|不准|防止|制止|查处|杜绝|避免|整治|打击|治理)';

/** The union of SD6, QD11, SH8, BJ12 and CQ9 (domain.md §1.2). A sign that also good texts carry is no sign. */
export const FORBIDDEN_KINDS: readonly ForbiddenKind[] = [
  {
    ground: 'private-matter',
    within: 'anywhere',
    signs: [
      new RegExp(`${OWN}(?:及其?${KIN})?的?(?:名下)?[^,，。;；]{0,6}${PRIVATE_THINGS}[^。;；]{0,20}`),
      new RegExp(`(?<![“"])我的${PRIVATE_THINGS}[^。;；]{0,20}`),
    ],
    message: '这里像是本人或亲属的个人事项，不作为建议处理',
    act: '改写成同类群众共同的问题，或向主管部门个人申请',
    source: 'SD6、QD11、SH8',
  },
  {
    ground: 'own-unit-matter',
    within: 'anywhere',
    signs: [
      new RegExp(`${ASKS}[^。;；]{0,6}${OWN_BODY}[^。;；]{0,20}`),
      new RegExp(`${OWN_BODY}[^。;；,，]{0,16}${ASKS}[^。;；]{0,16}`),
    ],
    message: '这里像是为本单位解决具体事项，不作为建议处理',
    act: '改为针对全行业或同类单位的政策建议',
    source: 'SD6、QD11',
  },
  {
    ground: 'forwarded-petition',
    within: 'anywhere',
    signs: [
      /(?:转交|转呈|转递|附上|转来)[^。;；]{0,15}(?:来信|信件|上访信|信访件|信访材料|联名信|材料)/,
      /[现将][^。;；,，]{0,12}(?:来信|上访信|信访件|联名信)[^。;；]{0,6}(?:转|附|呈)[^。;；]{0,6}/,
    ],
    message: '这里像是转交信访件，不作为建议处理',
    act: '归纳成普遍问题后用自己的话提出，信件交信访部门',
    source: 'SD6、SH8',
  },
  {
    ground: 'accusation',
    within: 'anywhere',
    signs: [
      /(?:实名举报|控告|检举)(?!人|电话|权|渠道|平台|制度|、|和|、|奖励)[^。;；]{0,20}/,
      /(?<!鼓励|支持|发动|奖励|群众|公众)(?:举报|揭发)[^。;；,，]{2,20}(?:贪污|受贿|违纪|滥用职权|渎职|侵吞|以权谋私)/,
      /不服[^。;；,，]{0,15}(?:处分|处罚|认定)[^。;；]{0,10}申诉/,
    ],
    message: '申诉、控告、检举不作为建议处理',
    act: '向纪检监察、司法机关或信访部门反映',
    source: 'SD6、BJ12',
  },
  {
    ground: 'judicial-case',
    within: 'anywhere',
    signs: [
      /[(（〔]?(?:19|20)\d{2}[)）〕][^\s。,，]{1,8}(?:民|刑|行|执|赔)[^\s。,，]{0,4}\d+号/,
      /(?:改判|撤销|不服|再审|重审|重新审理)[^。;；,，]{0,16}(?:判决|裁定|仲裁裁决|原判|一案)/,
      /(?:判决|裁定|裁决)[^。;；,，]{0,8}(?:不公|错误|有误|枉法)/,
      /[^。;；,，]{2,12}诉[^。;；,，]{2,16}一案/,
    ],
    message: '涉及具体的司法、仲裁或监察案件，不作为建议处理',
    act: '删去个案，只就制度问题提出；个案由当事人依法申诉',
    source: 'SD6、代表法59',
  },
  {
    ground: 'bidding',
    within: 'anywhere',
    signs: [
      /(?:招标|投标|招投标|采购)[^。;；,，]{0,12}(?:由|让|给)[^。;；,，]{2,20}(?:中标|承接|承建|承揽|供货)/,
      /(?:确定|要求|优先)(?:由|让|选用|选择)[^。;；,，]{2,20}(?:中标|承建|承揽|供货)/,
      /(?:废标|流标|中标结果|中标单位)[^。;；,，]{0,10}(?:不公|重新|取消|更换)/,
    ],
    message: '涉及具体的招标投标事项，不作为建议处理',
    act: '删去具体项目和企业，可就招投标监管提出',
    source: '代表法59、BJ12',
  },
  {
    ground: 'academic-or-promotion',
    within: 'anywhere',
    signs: [
      /(?:推广|推荐|采购|使用|购买|应用)[^。;；,，]{0,12}(?:我公司|本公司|我司|我厂)[^。;；]{0,16}/,
      /(?:我公司|本公司|我司|我厂)[^。;；,，]{0,12}(?:产品|设备|专利|新技术|系统)[^。;；,，]{0,10}/,
      /参考文献|关键词[:：]|摘要[:：]|本文(?:认为|从|拟|试图|探讨|论述)/,
      /(?:咨询|请解释|请解答)[^。;；,，]{0,15}(?:法律规定|法律问题|法条|第[一二三四五六七八九十百\d]+条)/,
    ],
    message: '学术探讨、产品推介或法律咨询不作为建议处理',
    act: '写明本地存在的问题和希望哪个部门做什么',
    source: 'CQ9、SH8',
  },
  {
    ground: 'outside-competence',
    within: 'demands-and-title',
    signs: [
      /(?<!根据|按照|落实|贯彻|依据|执行|争取)(?:国务院|全国人大(?:常委会)?|财政部|教育部|国家(?:税务总局|发展改革委|发改委|医保局|卫生健康委|卫健委))[^。;；,，]{0,12}(?:出台|制定|修改|修订|提高|降低|取消|调整|批准|放开)[^。;；,，]{0,16}/,
      /(?:修改|修订)(?:《[^》]*法》|宪法|刑法|民法典|劳动法|婚姻法|个人所得税法)/,
      /(?:提高|调整)个人所得税[^。;；,，]{0,4}起征点/,
    ],
    message: '所提事项属于上级职权，本级机关不能决定',
    act: '改为请本级有关机关向上级反映，或提出本级能做的部分',
    source: 'CQ22(4)、HN19(5)、BJ20',
  },
  {
    ground: 'conflict-of-interest',
    within: 'demands-and-title',
    signs: [
      /(?:指定|限定|授权)[^。;；,，]{2,20}(?:公司|银行|企业|商行|厂)[^。;；,，]{0,24}/,
      /独家(?:经营|供应|代理|承办)[^。;；,，]{0,12}/,
      /(?:给予|给|对)[^。;；,，]{2,16}(?:公司|银行|集团)[^。;；,，]{0,6}(?:税收减免|政策倾斜|存款|专项补贴)[^。;；,，]{0,10}/,
    ],
    message: '点名让某一家企业受益，可能干预市场或有利益冲突',
    act: '改为对所有同类企业一视同仁的办法',
    source: '代表法59、BJ12',
  },
  {
    ground: 'contrary-to-law',
    within: 'demands-and-title',
    signs: [
      new RegExp(
        `${FORBIDS}(?:占用|调整)(?:永久)?基本农田[^。;；,，]{0,8}(?:建设|建房|建厂|搞)[^。;；,，]{0,8}`,
      ),
      new RegExp(`${FORBIDS}(?:允许|默许|放宽)[^。;；,，]{0,12}(?:违法|违章|无证|未批先建)[^。;；,，]{0,10}`),
      /(?:不再执行|暂停执行|变通执行)[^。;；,，]{0,12}(?:法律|法规|条例|法定)[^。;；,，]{0,8}/,
    ],
    message: '所提做法可能与法律法规相抵触',
    act: '换成法律允许的办法，或建议依法修改有关规定',
    source: 'QD11、BJ12',
  },
];
