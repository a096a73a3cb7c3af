import { demoCity } from '@huiyin/demo-city/city';
import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { Cast } from '@huiyin/scripts/road/cast';
import { logIn } from '@huiyin/scripts/api/session';
import { acknowledge } from '@huiyin/scripts/road/raise';
import { beforeAll, describe, expect, it } from 'vitest';
import { sightsOf } from '../screenshots/support/page-addresses.ts';
import { graveFaults } from './support/accessibility.ts';
import { assignedCase } from './support/assigned-case.ts';
import { DESKTOP, enterAs, gatewayUrl, openPage, PHONE, useBrowser } from './support/open-page.ts';

const TENANT = 'yunchuan';
const UNIT = 'jiaotong';
const GIVEN_TIMEOUT_MS = 180_000;
/** The desk has some forty sights. */
const ROLE_TIMEOUT_MS = 300_000;
const ACCOUNTS = demoCity()
  .flatMap(({ accounts }) => accounts)
  .filter(({ tenant }) => tenant === TENANT);
/** One person a role: of several the one whose unit handles the cases. */
const PEOPLE = [...Map.groupBy(ACCOUNTS, ({ role }) => role).values()].flatMap(
  (ofRole) => ofRole.find(({ login }) => login.includes(UNIT)) ?? ofRole[0] ?? [],
);

useBrowser();

/** A draft, one to register, one to assign, one that waits for its receipt, and one whose parties meet today. */
beforeAll(async () => {
  const cast = new Cast(gatewayUrl, TENANT);
  const deputy = await cast.person('deputy');
  const desk = await cast.person('desk');
  const facts = '早晚高峰积水严重，去年汛期三次断行，沿线两所学校的学生要绕行两公里。';
  const write = async (title: string): Promise<string> => {
    const text = { title, facts, demands: ['汛期前完成清淤', '公布每段的责任单位'] };
    return (await deputy.post('/suggestions', { text })).id;
  };
  const submitted = async (title: string): Promise<string> => {
    const id = await write(title);
    await deputy.post(`/suggestions/${id}:submit`);
    return id;
  };
  await write('关于增加湖心社区养老助餐点的建议');
  await submitted('关于规范共享单车停放的建议');
  const registered = await submitted('关于修缮文澜里社区老旧管网的建议');
  await desk.post(`/suggestions/${registered}:register`, { category: '城建环保' });
  const of = { leadDeputy: 'deputy', leadUnit: UNIT, coUnit: 'fagai' };
  await assignedCase(cast, { title: '关于增加月河路路灯的建议', ...of });
  const received = await assignedCase(cast, { title: '关于优化公交站点设置的建议', ...of });
  await acknowledge(received);
  await (
    await received.unit('head')
  ).post('/meetings', {
    ...{ kind: 'dual-confirmation', suggestionId: received.suggestionId, assignmentId: received.share() },
    ...{ startsAt: `${await received.day()}T15:00:00+08:00`, place: '云湖街道会议室' },
  });
}, GIVEN_TIMEOUT_MS);

it('the calendar shows the meeting of today, with what can be done with it, without a serious fault', async () => {
  const { page } = await openPage(PHONE);
  await enterAs(page, `head@${TENANT}`, '/meetings');
  await page.getByRole('button', { name: /见面① 双确认.*关于优化公交站点设置的建议/ }).click();
  const dialog = page.getByRole('dialog', { name: '见面① 双确认' });
  await dialog.getByRole('button', { name: '改期' }).waitFor();
  expect(await graveFaults(page)).toEqual([]);
});

describe('every page, on a desktop and on a phone', () => {
  it.each(PEOPLE)('of $role has no serious fault', { timeout: ROLE_TIMEOUT_MS }, async ({ role, login }) => {
    const sights = await sightsOf(role, await logIn(gatewayUrl, login, DEMO_PASSWORD));
    const { page } = await openPage(DESKTOP);
    await enterAs(page, login);
    const faults: string[] = [];
    for (const { name, address, isForDesktop } of sights) {
      await page.setViewportSize(DESKTOP);
      await page.goto(gatewayUrl + address);
      faults.push(...(await graveFaults(page)).map((fault) => `${name} desktop ${fault}`));
      if (isForDesktop) continue;
      await page.setViewportSize(PHONE);
      faults.push(...(await graveFaults(page)).map((fault) => `${name} phone ${fault}`));
    }
    expect(faults).toEqual([]);
  });
});
