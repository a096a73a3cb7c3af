import { accepted } from '@huiyin/testkit/accepted';
import { BackendKiller, KILLING_TIMEOUT_MS } from '@huiyin/testkit/backend-killer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { by, LI, openNotification, WANG, type OpenNotification } from './open-notification.ts';

const killer = new BackendKiller();
let notification: OpenNotification;

beforeAll(async () => {
  notification = await openNotification(killer);
});
afterAll(async () => {
  await killer.close();
  await notification.close();
});

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
    expect(killer.spared).toEqual([]);
    expect(await killer.forgottenTransactions()).toBe(0);
  },
  KILLING_TIMEOUT_MS,
);
