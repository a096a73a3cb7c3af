import { createHash } from 'node:crypto';
import { waitFor } from '@huiyin/testkit/wait-for';
import { keyGrounds } from '@huiyin/scripts/road/raise';
import { describe, expect, it } from 'vitest';
import { refusal } from '../road/bends.ts';
import { cast, deputy, handedOver } from './support/case-of.ts';
import { cookieOf, download, upload } from './support/files.ts';
import { checkedIn, dualConfirmed, invited, PLAN, today } from './support/meeting-of.ts';
import { seen } from './support/seen.ts';

interface Meeting {
  readonly status: string;
  readonly checkIns: readonly { readonly personId: string; readonly reason: string }[];
  readonly photos: readonly { readonly attachmentId: string; readonly name: string }[];
  readonly decisions: readonly { readonly what: string; readonly who: string; readonly dueOn: string }[];
}

const PHOTO = Buffer.from('%PDF-1.7\n现场照片\n');

interface CaseMeetings {
  readonly shares: readonly { readonly assignmentId: string; readonly onSite: string }[];
}

describe('M17 meeting 2 现场会', () => {
  it('is required for a key suggestion, with check-in and decisions of what, who and when; only the desk waives it', async (context) => {
    const { id, shares } = await handedOver(46, 'm17', ['jiaotong', 'caizheng']);
    const [share = ''] = shares;
    await (
      await cast.person('council')
    ).post(`/suggestions/${id}:mark-key`, {
      decisionNumber: '主任会议纪要〔2026〕2号',
      decidedOn: await today(),
      ...keyGrounds(cast),
    });
    const lead = await deputy(46);
    const sides = { suggestionId: id, assignmentId: share, unit: 'jiaotong', lead };
    const liaison = await cast.ofUnit('liaison', 'jiaotong');
    await liaison.post(`/assignments/${share}:acknowledge`);
    await dualConfirmed(sides);
    await (await cast.ofUnit('clerk', 'jiaotong')).post(`/assignments/${share}/plan`, PLAN);
    const meetings = async (): Promise<CaseMeetings> => lead.get<CaseMeetings>(`/suggestions/${id}/meetings`);
    expect((await meetings()).shares[0]?.onSite).toBe('required');
    const waiver = { assignmentId: share, reason: '现场情况已经查清' };
    expect(
      await refusal(cast.ofUnit('head', 'jiaotong'), `/suggestions/${id}/meetings:waive-on-site`, waiver),
    ).toMatch(/^403 /);

    const meetingId = await invited(sides, 'on-site');
    const meeting = `/meetings/${meetingId}`;
    await expect(lead.get(`${meeting}/check-in-code`)).rejects.toThrow(/ 403 not-permitted/);
    expect(await refusal(deputy(46), `${meeting}:check-in`, { code: 'abcd1234' })).toMatch(
      / check-in-code-wrong$/,
    );
    await checkedIn(lead, 'jiaotong', meetingId);
    const noted = { personId: liaison.personId, reason: '手机没电' };
    expect(await refusal(deputy(46), `${meeting}:note-attendance`, noted)).toMatch(/^403 /);
    await (await cast.ofUnit('head', 'jiaotong')).post(`${meeting}:note-attendance`, noted);
    const head = await cookieOf(`head@${cast.tenant}`);
    const { id: attachmentId } = await upload(head, '现场.pdf', PHOTO);
    const photo = { attachmentId, sha256: createHash('sha256').update(PHOTO).digest('hex') };
    const decision = { what: '先改造东侧站台', who: '区交通运输局', dueOn: '2026-03-15' };
    const record = {
      heldOn: await today(),
      presentIds: [lead.personId, liaison.personId],
      findings: '到现场查看，情况与代表反映的一致。',
      photos: [photo],
    };
    const undated = { ...record, decisions: [{ what: decision.what, who: decision.who }] };
    expect(await refusal(cast.ofUnit('head', 'jiaotong'), `${meeting}:record`, undated)).toBe(
      '400 decision-day-missing',
    );
    await (
      await cast.ofUnit('head', 'jiaotong')
    ).post(`${meeting}:record`, { ...record, decisions: [decision] });
    const held = await lead.get<Meeting>(meeting);
    expect(held.checkIns).toMatchObject([
      { personId: lead.personId, notedBy: '', reason: '' },
      { personId: liaison.personId, reason: '手机没电' },
    ]);
    expect(held.decisions).toEqual([decision]);
    expect((await meetings()).shares[0]?.onSite).toBe('held');
    expect(held.photos).toEqual([{ ...photo, name: '现场.pdf' }]);
    const readers = await Promise.all([`deputy-46@${cast.tenant}`, `desk@${cast.tenant}`].map(cookieOf));
    for (const reader of readers)
      await waitFor(
        'the photo to be filed',
        async () => (await download(reader, photo.attachmentId)).status === 200,
      );
    // 区财政局 only helps, and deputies of other suggestions and districts have no part in this meeting.
    const strangers = [`deputy-47@${cast.tenant}`, 'desk@xiling', `liaison-caizheng@${cast.tenant}`];
    for (const stranger of await Promise.all(strangers.map(cookieOf)))
      expect((await download(stranger, photo.attachmentId)).status).toBe(404);
    seen(
      context,
      `代表现场签到，决定“${decision.what}”有人有期限；单位无权免开；照片由有关各方下载，协办单位、其他代表和外区得 404`,
    );
  });
});
