import { createHash, randomBytes } from 'node:crypto';
import type { ApiSession } from '@huiyin/scripts/api/session';
import { sync, type VEvent } from 'node-ical';
import { describe, expect, inject, it } from 'vitest';
import { cast, deputy, handedOver, textOf } from './support/case-of.ts';
import { invited, today } from './support/meeting-of.ts';
import { seen } from './support/seen.ts';

const API = `${inject('gatewayUrl')}/api/v1`;

/** Somebody's address, as the calendar program has it. */
async function subscribed(who: ApiSession): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await who.post('/calendar-feed:renew', { secretHash: createHash('sha256').update(secret).digest('hex') });
  return `${API}/meetings.ics?feed=${who.tenant}.${secret}`;
}

/** What a calendar program without login finds under an address: its events by UID. */
async function eventsAt(address: string): Promise<ReadonlyMap<string, VEvent & { sequence?: unknown }>> {
  const response = await fetch(address);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const events = Object.values(sync.parseICS(await response.text())).filter(
    (part) => part?.type === 'VEVENT',
  );
  return new Map(events.map((event) => [String((event as VEvent).uid), event as VEvent]));
}

async function statusAt(address: string): Promise<string> {
  const response = await fetch(address);
  return response.ok ? 'ok' : `${response.status} ${((await response.json()) as { code: string }).code}`;
}

describe('M16 meetings 会议日历', () => {
  it('is read without login by its owner’s programs, follows every change, and shows nobody else’s meetings', async (context) => {
    const { id, shares } = await handedOver(45, 'm16 calendar', ['jiaotong', 'caizheng']);
    const [share = ''] = shares;
    const lead = await deputy(45);
    const liaison = await cast.ofUnit('liaison', 'jiaotong');
    await liaison.post(`/assignments/${share}:acknowledge`);
    const sides = { suggestionId: id, assignmentId: share, unit: 'jiaotong', lead };
    const meetingId = await invited(sides, 'dual-confirmation');
    const uid = `${meetingId}@huiyin`;

    const own = await subscribed(lead);
    const first = (await eventsAt(own)).get(uid);
    expect(first?.summary).toBe(`双确认：${textOf('m16 calendar').title}`);
    expect(first?.start.toISOString()).toBe(`${await today()}T01:30:00.000Z`);
    expect(String(first?.url)).toBe(`${inject('gatewayUrl')}/cases/${id}`);

    const later = { startsAt: `${await today()}T15:00:00+08:00`, place: '云湖街道办事处,二楼' };
    await liaison.post(`/meetings/${meetingId}:schedule`, later);
    const moved = (await eventsAt(own)).get(uid);
    expect(moved?.location).toBe(later.place);
    expect(moved?.start.getTime()).toBe(Date.parse(later.startsAt));
    expect(Number(moved?.sequence)).toBeGreaterThan(Number(first?.sequence));
    await liaison.post(`/meetings/${meetingId}:cancel`, { reason: '另行约定' });
    const cancelled = (await eventsAt(own)).get(uid);
    expect(cancelled?.status).toBe('CANCELLED');
    expect(Number(cancelled?.sequence)).toBeGreaterThan(Number(moved?.sequence));

    const others = [await deputy(47), await cast.ofUnit('liaison', 'caizheng')];
    for (const other of others) expect((await eventsAt(await subscribed(other))).has(uid)).toBe(false);
    expect((await eventsAt(await subscribed(await cast.person('desk')))).has(uid)).toBe(true);

    expect(await statusAt(own.replace(`feed=${lead.tenant}`, 'feed=xiling'))).toBe('404 feed-unknown');
    expect(await statusAt(`${API}/meetings.ics`)).toBe('401 not-logged-in');
    const renewed = await subscribed(lead);
    expect(await statusAt(own)).toBe('404 feed-unknown');
    await lead.post('/calendar-feed:revoke');
    expect(await statusAt(renewed)).toBe('404 feed-unknown');
    seen(context, '日历地址不用登录即可订阅，改期、取消随即更新；更换后旧地址失效；外单位、外区看不到');
  });
});
