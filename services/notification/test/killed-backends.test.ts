import { accepted } from '@huiyin/testkit/accepted';
import { BackendKiller, KILLING_TIMEOUT_MS } from '@huiyin/testkit/backend-killer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { smtpSender } from '../src/channels/smtp-sender.ts';
import { AT, by, LI, openNotification, OPERATOR, WANG, type OpenNotification } from './open-notification.ts';
import { mailTo } from './support/mail-to.ts';
import { runMailServer, type MailServer } from '@huiyin/testkit/run-mail-server';

// A sweep commits its claim, then what came of it.
const killer = new BackendKiller(['send-deliveries']);
let notification: OpenNotification;
let server: MailServer;
/** System time runs ahead by so much. */
let aheadMs = 0;
const clock = { now: () => new Date(Date.now() + aheadMs) };
const HOUR_MS = 60 * 60 * 1000;

beforeAll(async () => {
  server = await runMailServer();
  const senders = { 'e-mail': smtpSender(mailTo(server.port)) };
  notification = await openNotification(killer, { senders, clock });
});
afterAll(async () => {
  await killer.close();
  await notification.close();
  server.close();
});

/** 李敏's mail: the first is claimed by a worker whose COMMIT's answer is lost, the second is refused. */
async function mailOutAndDecide(): Promise<void> {
  const { use, hear, sweep } = notification;
  const urge = (suggestionId: string) =>
    hear('supervision', suggestionId, 'unit-urged', { suggestionId, unitId: 'jiaotong' });
  const list = async () =>
    accepted(await use.listDeliveries({ limit: 50, cursor: '' }, by(OPERATOR))).deliveries;

  await urge('case-2');
  await sweep(AT, 'send-deliveries');
  expect(server.taken()).toEqual([]);
  aheadMs += HOUR_MS;
  await sweep(AT, 'abandon-claims');
  const [lost] = await list();
  expect(lost).toMatchObject({ state: 'unknown', personId: 'li', attempts: 1 });
  const again = { deliveryId: lost?.deliveryId ?? '', reason: '服务器上没有这封' };
  accepted(await use.resendDelivery(again, by(OPERATOR)));
  await sweep(AT);
  expect(server.taken()).toHaveLength(1);
  expect(await list()).toEqual([]);

  await server.become('refuse');
  await urge('case-3');
  await sweep(AT);
  const [refused] = await list();
  expect(refused?.state).toBe('refused');
  accepted(
    await use.settleDelivery({ deliveryId: refused?.deliveryId ?? '', reason: '已当面告知' }, by(OPERATOR)),
  );
  expect(await list()).toEqual([]);
}

it(
  'keeps all or nothing of every use case and reaction, wherever its backend is killed',
  async () => {
    const { use, hear } = notification;
    const suggestionId = 'case-1';
    const submitted = { suggestionId, title: '关于增设过街设施的建议', leadDeputyId: 'wang' };
    await hear('intake', suggestionId, 'suggestion-submitted', submitted);
    await hear('intake', suggestionId, 'suggestion-registered', { ...submitted, displayNumber: '第1号' });
    const share = { suggestionId, assignmentId: 'a-1', unitId: 'jiaotong', role: 'lead' };
    await hear('assignment', suggestionId, 'assignment-made', share);
    await hear('supervision', suggestionId, 'unit-urged', { suggestionId, unitId: 'jiaotong' });
    await hear('meeting', suggestionId, 'meeting-scheduled', {
      suggestionId,
      participantIds: ['wang', 'li'],
    });
    await hear('evaluation', suggestionId, 'suggestion-closed', { suggestionId, outcome: 'closed' });

    const page = { unreadOnly: true, limit: 50, cursor: '' };
    const { notices, unread } = await use.listNotices(page, by(LI));
    expect(unread).toBe(3);
    expect((await use.listNotices(page, by(WANG))).unread).toBe(4);
    accepted(await use.markNoticeRead({ noticeId: notices[1]?.noticeId ?? '' }, by(LI)));
    expect((await use.listNotices(page, by(LI))).unread).toBe(2);
    // What came after the one that was seen stays unread.
    accepted(await use.markNoticesRead({ upToNoticeId: notices[1]?.noticeId ?? '' }, by(LI)));
    expect((await use.listNotices(page, by(LI))).notices.map(({ noticeId }) => noticeId)).toEqual([
      notices[0]?.noticeId,
    ]);
    expect(await use.markNoticesRead({ upToNoticeId: notices[0]?.noticeId ?? '' }, by(WANG))).toMatchObject({
      code: 'notice-not-found',
    });
    const byMail = { email: true, emailAddress: 'li@example.cn', webhook: false, digest: false };
    accepted(await use.changeSubscription({ ...byMail, quiet: { from: '22:00', to: '07:00' } }, by(LI)));
    expect(accepted(await use.getSubscription({}, by(LI)))).toMatchObject({ available: ['e-mail'] });
    await mailOutAndDecide();
    expect(killer.spared).toEqual([]);
    expect(await killer.forgottenTransactions()).toBe(0);
  },
  KILLING_TIMEOUT_MS,
);
