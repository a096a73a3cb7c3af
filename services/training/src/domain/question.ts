import type { Topic } from './topic.ts';

/** A question with one right option. */
export interface Question {
  readonly id: string;
  readonly text: string;
  readonly options: readonly string[];
  /** Index of the right option. */
  readonly right: number;
}

/** Right answers that pass; ten questions are asked. */
export const PASS_MARK = 8;

const question = (id: string, text: string, options: readonly string[], right: number): Question => ({
  id,
  text,
  options,
  right,
});

const PROCEDURE = [
  question('p1', '代表建议一般应当在交办之日起多长时间内答复？', ['1个月', '3个月', '6个月'], 1),
  question('p2', '法定答复期限从哪一天起算？', ['签收之日', '交办之日的次日', '登记之日'], 1),
  question(
    'p3',
    '涉及面广、处理难度大的建议，最迟多久答复？',
    ['自交办之日起6个月', '自签收之日起6个月', '没有期限'],
    0,
  ),
  question(
    'p4',
    '认为不属于本单位职责的，应当怎么办？',
    ['自行转给其他单位', '在期限内书面申退并说明理由', '不予办理'],
    1,
  ),
  question('p5', '签收的含义是什么？', ['确认收到', '同意承办', '承诺办结'], 0),
  question('p6', '重点建议的“五个一”不包括哪一项？', ['一名牵头领导', '一个解决方案', '一场新闻发布会'], 2),
  question('p7', '协办单位的意见交给谁？', ['代表', '主办单位', '新闻媒体'], 1),
  question('p8', '答复函由谁签发？', ['承办人', '联络员', '单位主要负责人'], 2),
  question('p9', 'B类答复必须写明什么？', ['计划和解决时限', '经费来源', '代表意见'], 0),
  question('p10', '谁可以填写征询意见表？', ['承办单位', '代表本人', '督查室'], 1),
];

const LAW = [
  question('l1', '对代表打击报复的，依法应当怎样？', ['追究责任', '口头提醒', '不予处理'], 0),
  question('l2', '代表要求保密作者身份的，承办单位应当怎样？', ['保密', '公开', '通报'], 0),
  question('l3', '哪一部法律规定了建议的答复期限？', ['代表法', '价格法', '统计法'], 0),
  question('l4', '办理情况报告是否应当公开？', ['应当', '不得', '由单位决定'], 0),
  question('l5', '代表对答复不满意的，怎样处理？', ['重新办理', '结案', '退回代表'], 0),
  question('l6', '合并办理的建议，答复怎样送达？', ['只答复一位代表', '分别答复每位代表', '不必答复'], 1),
  question('l7', '谁可以确定重点督办建议？', ['主任会议', '承办单位', '联络员'], 0),
  question('l8', '建议撤回后，办理怎样？', ['即行终止', '继续办理', '改为提案'], 0),
  question('l9', '期限最后一日是法定休假日的，怎样计算？', ['提前一日', '顺延至休假日次日', '不变'], 1),
  question('l10', '调休上班的周六是不是工作日？', ['是', '不是', '视单位而定'], 0),
];

const COMMUNICATION = [
  question('c1', '双确认在什么时候进行？', ['方案之前', '答复之后', '归档之后'], 0),
  question('c2', '双确认由谁确认？', ['仅单位', '单位与领衔代表', '仅代表工委'], 1),
  question('c3', '现场会适用于哪些建议？', ['复杂与重点建议', '全部建议', '闭会建议'], 0),
  question('c4', '代表两次受邀未回应，由谁记录？', ['承办单位', '代表工委', '督查室'], 1),
  question('c5', '回头看看的是什么？', ['是否解决到位', '公文格式', '会议次数'], 0),
  question('c6', '首选的答复形式是什么？', ['当面答复', '电话', '邮寄'], 0),
  question('c7', '答复内容应当怎样组织？', ['逐条回应代表要求', '概括说明', '引用文件'], 0),
  question('c8', '确有困难的，应当怎样？', ['如实说明并报告困难', '拖延', '空泛表态'], 0),
  question('c9', '沟通情况应当怎样？', ['据实记录', '事后补记', '不必记录'], 0),
  question('c10', '能否要求代表改填满意？', ['可以', '不可以', '经领导同意可以'], 1),
];

const EXAMS: Readonly<Record<Topic, readonly Question[]>> = {
  procedure: PROCEDURE,
  law: LAW,
  communication: COMMUNICATION,
};

/** The ten questions of a topic (domain law and practice §2.8). */
export function examOf(topic: Topic): readonly Question[] {
  return EXAMS[topic];
}

/** Right answers of a sitting. Questions left out count as wrong; answering one twice counts the last. */
export function scoreOf(topic: Topic, answers: readonly { questionId: string; option: number }[]): number {
  const given = new Map(answers.map(({ questionId, option }) => [questionId, option]));
  return examOf(topic).filter(({ id, right }) => given.get(id) === right).length;
}
