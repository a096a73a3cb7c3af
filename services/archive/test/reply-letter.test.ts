import type { Role } from '@huiyin/kernel/actor';
import { accepted } from '@huiyin/testkit/accepted';
import { docxTexts } from '@huiyin/testkit/docx-texts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { by, DESK, openArchive, someone, type OpenArchive } from './open-archive.ts';

const CASE = 'answered';
const REPLY = { suggestionId: CASE, assignmentId: 'a1', replyId: 'r1' };

let archive: OpenArchive;
beforeAll(async () => {
  archive = await openArchive();
  const { hear } = archive;
  const suggestion = { suggestionId: CASE, leadDeputyId: 'lin', title: '关于增设路灯的建议' };
  await hear('intake', CASE, 'suggestion-submitted', suggestion);
  await hear('intake', CASE, 'suggestion-registered', { ...suggestion, number: '990101-19-5-0007' });
  const share = { suggestionId: CASE, assignmentId: 'a1', unitId: 'jiaotong', role: 'lead' };
  await hear('assignment', CASE, 'assignment-made', share);
  await hear('assignment', CASE, 'reply-issued', {
    ...{ ...REPLY, unitId: 'jiaotong', round: 1, resultClass: 'B', disclosure: 'proactive' },
    ...{ letterNumber: '东交函〔2026〕1号', issuedOn: '2026-03-20', owed: [{ deputyId: 'lin' }] },
  });
});
afterAll(() => archive.close());

/** Directory tells what somebody is at a unit from now on. */
async function serves(personId: string, role: Role, more: { unitId?: string; active?: boolean } = {}) {
  const membership = { role, unitId: 'jiaotong', active: true, ...more };
  await archive.hear('directory', personId, 'person-changed', { personId, memberships: [membership] });
}

/** Every text of a document, as 代表工委 downloads it. */
async function textsOf(kind: string): Promise<readonly string[]> {
  const request = { caseId: CASE, kind, of: '', format: 'docx' } as const;
  return docxTexts(accepted(await archive.use.getDocument(request, by(DESK))).content);
}

const note = (name: string, phone: string): string =>
  `（联系单位：区交通运输局，联系人：${name}，联系电话：${phone}）`;

async function expectNote(name: string, phone: string): Promise<void> {
  const texts = await textsOf('reply-letter');
  const day = texts.indexOf('2026年3月20日');
  expect(texts.slice(day + 1, day + 3)).toEqual([note(name, phone), '（公开属性：主动公开）']);
}

describe('the note under the date of a reply letter', () => {
  it('leaves room to write by hand while nobody of the unit is known', async () => {
    await expectNote('＿＿＿＿', '＿＿＿＿');
  });

  it('names a clerk of the unit while it has no liaison', async () => {
    await serves('a-head', 'unit-head');
    await serves('a-stranger', 'unit-liaison', { unitId: 'caizheng' });
    await serves('clerk-2', 'unit-clerk');
    await serves('clerk-1', 'unit-clerk');
    await expectNote('clerk-1', 'phone-clerk-1');
  });

  it('names the liaison in service on the day of printing, of several always the same', async () => {
    await serves('luo', 'unit-liaison');
    await expectNote('luo', 'phone-luo');
    await serves('jin', 'unit-liaison');
    await expectNote('jin', 'phone-jin');
    await serves('jin', 'unit-liaison', { active: false });
    await expectNote('luo', 'phone-luo');
  });

  it('is for the readers of the letter, and in no other document', async () => {
    const letter = { caseId: CASE, kind: 'reply-letter', of: '', format: 'docx' } as const;
    const readBy = (...who: Parameters<typeof someone>) =>
      archive.use.getDocument(letter, by(someone(...who)));
    expect(await readBy('lin', 'deputy')).toMatchObject({ code: 'document-not-found' });
    const delivered = { ...REPLY, deputy: { deputyId: 'lin' }, allDelivered: true };
    await archive.hear('assignment', CASE, 'reply-delivered', delivered);
    const { content } = accepted(await readBy('lin', 'deputy'));
    expect(docxTexts(content)).toContain(note('luo', 'phone-luo'));
    const stranger = await readBy('a-stranger', 'unit-liaison', 'caizheng');
    expect(stranger).toMatchObject({ code: 'case-not-found' });
    for (const kind of ['suggestion-form', 'assignment-notice'])
      expect((await textsOf(kind)).join()).not.toContain('phone-luo');
  });
});
