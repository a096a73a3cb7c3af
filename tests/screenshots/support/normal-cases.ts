import { Cast } from '@huiyin/scripts/road/cast';
import { contactDeputy, filePlan, giveOpinions, reply } from '@huiyin/scripts/road/handle';
import { confirmBySides } from '@huiyin/scripts/road/meet';
import { acknowledge, markKey } from '@huiyin/scripts/road/raise';
import { meetTaskForce } from '@huiyin/scripts/road/task-force';
import { travel } from '@huiyin/scripts/road/travel';
import type { Journey } from '@huiyin/scripts/road/journey';
import { assignedCase } from '../../browser/support/assigned-case.ts';

/** Twice as long turns the clocks of a case red, once yellow. */
const DAYS_WITHOUT_AN_ACT = 20;
const TEXT = {
  facts: '早晚高峰东湖大道积水严重，去年汛期三次断行，沿线两所学校的学生要绕行两公里。',
  demands: ['汛期前完成清淤', '更换过小的管道', '公布每段的责任单位'],
};

/**
 * Three cases that are sealed, one at each step before that, some that wait too long, a key one the longest, and one for
 * each question that an office may have before it.
 */
export async function driveNormal(gatewayUrl: string, tenant: string): Promise<void> {
  const cast = new Cast(gatewayUrl, tenant);
  // Handed in while the congress sits, made a key one, received, and then left lying.
  const forgotten = await handedOver(cast, '关于彻底整治北关河黑臭水体的建议');
  await markKey(forgotten);
  await acknowledge(forgotten);
  await travel(cast);
  const late = await handedOver(cast, '关于整治东湖大道积水点的建议');
  await late.wait(DAYS_WITHOUT_AN_ACT);
  const slow = await handedOver(cast, '关于增加月河路路灯的建议');
  await slow.wait(DAYS_WITHOUT_AN_ACT);
  const planned = await handedOver(cast, '关于完善加装电梯后续管养机制的建议');
  await acknowledge(planned);
  await confirmBySides(planned);
  await filePlan(planned);
  await contactDeputy(planned);
  const replied = await handedOver(cast, '关于优化青年东路公交站点设置的建议');
  await acknowledge(replied);
  await confirmBySides(replied);
  await filePlan(replied);
  const opinions = await giveOpinions(replied);
  await contactDeputy(replied);
  await reply(replied, { resultClass: 'B', opinions, promiseInDays: 90 });
  await handedOver(cast, '关于在学府街增设过街安全设施的建议');
  await openQuestions(cast);
  await drafts(cast);
}

/** What an office has to decide or to hold: a return, a disagreement, an extension, a task force. */
async function openQuestions(cast: Cast): Promise<void> {
  const returned = await handedOver(cast, '关于规范月河路夜市摊点的建议');
  await acknowledge(returned);
  await returned.step('申退', returned.unit('head'), `/assignments/${returned.share()}:request-return`, {
    ...{ grounds: '夜市摊点由城市管理部门审批和管理', legalBasis: '三定规定第三条' },
    proposedUnitId: cast.unitId('zhifa'),
  });
  const disputed = await handedOver(cast, '关于打通文澜路断头路的建议');
  await acknowledge(disputed);
  await disputed.step('申请协调', disputed.unit('head'), '/coordinations', {
    ...{ assignmentId: disputed.share(), grounds: '征收资金的来源与财政部门意见不一致' },
  });
  const extended = await handedOver(cast, '关于改造青年桥的建议');
  await acknowledge(extended);
  await contactDeputy(extended);
  await extended.step('申请延期', extended.unit('head'), `/assignments/${extended.share()}/extensions`, {
    grounds: '涉及桥梁检测，需要征求沿线居民意见',
  });
  const complex = await handedOver(cast, '关于系统治理老城区内涝的建议', { isComplex: true });
  await acknowledge(complex);
  await meetTaskForce(complex);
}

function handedOver(cast: Cast, title: string, more: { isComplex?: boolean } = {}): Promise<Journey> {
  const of = { title, leadDeputy: 'deputy', leadUnit: 'jiaotong', coUnit: 'caizheng' };
  return assignedCase(cast, { ...of, ...more });
}

/** A draft, one that waits for its pre-review, one that waits for its registration, one that waits for its assignment. */
async function drafts(cast: Cast): Promise<void> {
  const deputy = await cast.person('deputy');
  const desk = await cast.person('desk');
  const write = (title: string) => deputy.post('/suggestions', { text: { ...TEXT, title } });
  await write('关于增加湖心社区养老助餐点的建议');
  const advised = await write('关于推广社区儿童之家的建议');
  await deputy.post(`/suggestions/${advised.id}:request-pre-review`);
  const submitted = await write('关于规范共享单车停放的建议');
  await deputy.post(`/suggestions/${submitted.id}:submit`);
  const registered = await write('关于修缮文澜里社区老旧管网的建议');
  await deputy.post(`/suggestions/${registered.id}:submit`);
  await desk.post(`/suggestions/${registered.id}:register`, { category: '城建环保' });
}
