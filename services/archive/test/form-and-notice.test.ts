import type { Actor } from '@huiyin/kernel/actor';
import { execute } from '@huiyin/postgres/query';
import { accepted } from '@huiyin/testkit/accepted';
import { docxTexts } from '@huiyin/testkit/docx-texts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseTo } from '../src/transport/proto-mapping.ts';
import { by, DESK, openArchive, someone, type OpenArchive } from './open-archive.ts';

const LIN = someone('lin', 'deputy');
const HEAD = someone('head', 'unit-head', 'jiaotong');
const SAID = {
  ...{ wishedContact: 'phone', researchSource: 'station', affectedArea: '文澜街道' },
  earlierNumbers: ['第67号（2024年）', '990101-19-3-0012'],
};

let archive: OpenArchive;
beforeAll(async () => {
  archive = await openArchive();
  for (const [personId, role, active] of [
    ['chen', 'congress-desk', true],
    ['deng', 'government-office', true],
    ['fang', 'government-office', true],
  ] as const) {
    await archive.hear('directory', personId, 'person-changed', {
      ...{ personId, memberships: [{ role, unitId: '', active }] },
    });
  }
});
afterAll(() => archive.close());

/** A suggestion handed over to 区交通运输局, whose office is the government's; `more` is said with its submission. */
async function handedOver(caseId: string, more: Record<string, unknown>): Promise<void> {
  const said = { suggestionId: caseId, title: '关于增设过街设施的建议', leadDeputyId: 'lin' };
  const words = { facts: '校门前车多。', demands: ['增设人行横道'], submittedOn: '2026-01-06' };
  await archive.hear('intake', caseId, 'suggestion-submitted', { ...said, ...words, ...more });
  await archive.hear('intake', caseId, 'suggestion-registered', { ...said, number: `990101-19-5-${caseId}` });
  const share = { assignmentId: `a-${caseId}`, unitId: 'jiaotong', role: 'lead' };
  const made = { ...share, decidingOffice: 'government-office', assignedOn: '2026-01-19' };
  await archive.hear('assignment', caseId, 'assignment-made', { suggestionId: caseId, ...made });
}

/** What a document says to a reader, from its top to its end. */
async function printed(caseId: string, kind: string, reader: Actor): Promise<string> {
  const which = { caseId, kind, of: '', format: 'docx' } as const;
  const { content } = accepted(await archive.use.getDocument(which, by(reader)));
  return docxTexts(content).join('');
}

describe('代表建议专用纸', () => {
  it('says how the deputy wishes to be spoken to, where it comes from, what area, and what came before', async () => {
    await handedOver('1', SAID);
    const form = await printed('1', 'suggestion-form', DESK);
    for (const words of [
      ...['希望沟通方式电话', '调研来源联络站', '涉及区域文澜街道'],
      '是否曾提过是，历年编号：第67号（2024年）、990101-19-3-0012',
    ])
      expect(form).toContain(words);
  });

  it('leaves out what a submission from before did not say', async () => {
    await handedOver('2', {});
    const form = await printed('2', 'suggestion-form', DESK);
    expect(form).toContain('校门前车多。');
    for (const label of ['希望沟通方式', '调研来源', '涉及区域', '是否曾提过'])
      expect(form).not.toContain(label);
  });
});

describe('the words of a case', () => {
  const textFor = async (caseId: string, reader: Actor) =>
    caseTo(accepted(await archive.use.getCase({ caseId, after: [] }, by(reader))).view, true).text;

  it('are seen with area and earlier numbers by those who may read them', async () => {
    await handedOver('3', SAID);
    for (const reader of [DESK, LIN, HEAD]) expect(await textFor('3', reader)).toMatchObject(SAID);
    const caseId = '3';
    expect(
      await archive.use.getCase({ caseId, after: [] }, by(someone('other', 'unit-head', 'gongan'))),
    ).toMatchObject({ code: 'case-not-found' });
  });

  it('are read with nothing of it from a file that an earlier release saved', async () => {
    await handedOver('4', SAID);
    const { at } = by(DESK);
    await archive.database.uow.act({ tenant: 'donghu', actor: DESK, at }, '4', async (tx) => {
      const members = Object.keys(SAID);
      await execute(tx, `update case_file set file = file - $1::text[] where id = '4'`, [members]);
    });
    expect(await textFor('4', DESK)).toMatchObject({
      ...{ title: '关于增设过街设施的建议', demands: ['增设人行横道'] },
      ...{ wishedContact: '', researchSource: '', affectedArea: '', earlierNumbers: [] },
    });
  });
});

describe('交办通知', () => {
  beforeAll(async () => {
    const attachments = ['现场照片.jpg', '车流统计.xlsx'].map((name, n) => ({
      ...{ attachmentId: `f-${n}`, sha256: 'aa', name },
    }));
    await handedOver('5', { attachments });
    await handedOver('6', {});
  });

  it('names the files of the suggestion, or says that there are none', async () => {
    const notice = await printed('5', 'assignment-notice', HEAD);
    expect(notice).toContain('建议附件现场照片.jpg、车流统计.xlsx');
    expect(await printed('6', 'assignment-notice', HEAD)).toContain('建议附件无');
  });

  it('names whom of the office to call, with the phone for those who handle, and leaves a line to a deputy', async () => {
    const called = '机关联系人deng联系电话';
    expect(await printed('5', 'assignment-notice', HEAD)).toContain(`${called}phone-deng`);
    expect(await printed('5', 'assignment-notice', someone('fang', 'government-office'))).toContain(
      `${called}phone-deng`,
    );
    const toDeputy = await printed('5', 'assignment-notice', LIN);
    expect(toDeputy).toContain(`${called}＿＿＿＿`);
    expect(toDeputy).not.toContain('phone-');
  });

  it('names who serves in the office on the day on which it is printed, and nobody where nobody does', async () => {
    for (const personId of ['deng', 'fang']) {
      const memberships = [{ role: 'government-office', unitId: '', active: false }];
      await archive.hear('directory', personId, 'person-changed', { personId, memberships });
      expect(await printed('5', 'assignment-notice', HEAD)).toContain(
        personId === 'deng' ? '机关联系人fang联系电话phone-fang' : '机关联系人＿＿＿＿',
      );
    }
    expect(await printed('5', 'assignment-notice', HEAD)).not.toContain('phone-');
  });

  it('keeps no name and no phone of the office in a fact', async () => {
    const { facts } = accepted(await archive.use.getCase({ caseId: '5', after: [] }, by(DESK))).view;
    expect(JSON.stringify(facts.map(({ payload }) => payload))).not.toMatch(/phone|deng|fang/);
  });
});
