import { Cast } from '@huiyin/scripts/road/cast';
import { contactDeputy, filePlan, giveOpinions, reply } from '@huiyin/scripts/road/handle';
import { confirmBySides } from '@huiyin/scripts/road/meet';
import { acknowledge, markKey } from '@huiyin/scripts/road/raise';
import { travel } from '@huiyin/scripts/road/travel';
import type { Journey } from '@huiyin/scripts/road/journey';
import { assignedCase } from '../../browser/support/assigned-case.ts';

/** Twice as long turns the clocks of a case red, once yellow. */
const DAYS_WITHOUT_AN_ACT = 20;
const TEXT = {
  facts: '早晚高峰东湖大道积水严重，去年汛期三次断行，沿线两所学校的学生要绕行两公里。',
  demands: ['汛期前完成清淤', '更换过小的管道', '公布每段的责任单位'],
};

/** Three cases that are sealed, one at each step before that, and some that wait too long, a key one the longest. */
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
  await drafts(cast);
}

function handedOver(cast: Cast, title: string): Promise<Journey> {
  return assignedCase(cast, { title, leadDeputy: 'deputy', leadUnit: 'jiaotong', coUnit: 'caizheng' });
}

/** A draft, one that waits for its registration, one that waits for its assignment. */
async function drafts(cast: Cast): Promise<void> {
  const deputy = await cast.person('deputy');
  const desk = await cast.person('desk');
  const write = (title: string) => deputy.post('/suggestions', { text: { ...TEXT, title } });
  await write('关于增加湖心社区养老助餐点的建议');
  const submitted = await write('关于规范共享单车停放的建议');
  await deputy.post(`/suggestions/${submitted.id}:submit`);
  const registered = await write('关于修缮文澜里社区老旧管网的建议');
  await deputy.post(`/suggestions/${registered.id}:submit`);
  await desk.post(`/suggestions/${registered.id}:register`, { category: '城建环保' });
}
