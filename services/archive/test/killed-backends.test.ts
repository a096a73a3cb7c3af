import { systemActor } from '@huiyin/kernel/actor';
import { accepted } from '@huiyin/testkit/accepted';
import { BackendKiller, KILLING_TIMEOUT_MS } from '@huiyin/testkit/backend-killer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clamdScanner } from '../src/content/clamd-scanner.ts';
import { clamdServer, type ClamdServer } from './clamd-server.ts';
import { by, DESK, openArchive, someone, type OpenArchive } from './open-archive.ts';

// A sweep scans and removes file by file.
const killer = new BackendKiller(['scan-attachments', 'remove-unnamed-attachments']);
let archive: OpenArchive;
let clamd: ClamdServer;

beforeAll(async () => {
  clamd = await clamdServer();
  archive = await openArchive(killer, clamdScanner(clamd.address));
});
afterAll(async () => {
  await killer.close();
  await archive.close();
  await clamd.close();
});

/** What the services tell of a case from submission to closing. */
async function closedCase(caseId: string): Promise<void> {
  const { hear } = archive;
  const suggestion = { suggestionId: caseId, title: '关于增设过街设施的建议', leadDeputyId: 'wang' };
  await hear('intake', caseId, 'suggestion-submitted', suggestion);
  await hear('intake', caseId, 'suggestion-registered', { ...suggestion, number: '990101-19-5-0001' });
  const share = { suggestionId: caseId, assignmentId: 'a-1' };
  await hear('assignment', caseId, 'assignment-made', { ...share, unitId: 'jiaotong', role: 'lead' });
  const coloured = { suggestionId: caseId, clockId: 'c-1', fromColour: 'green', toColour: 'yellow' };
  await hear('supervision', caseId, 'colour-changed', { ...coloured, caseColour: 'yellow' });
  await hear('meeting', caseId, 'dual-confirmation-completed', { ...share, completedOn: '2026-01-15' });
  await hear('evaluation', caseId, 'suggestion-closed', {
    ...{ suggestionId: caseId, outcome: 'closed', closedOn: '2026-03-10' },
  });
}

/** A deputy's file is stored, scanned, read, asked for and, since no case names it, removed. */
async function filesComeAndGo(): Promise<void> {
  const { use, sweep, passHours } = archive;
  const content = Buffer.from('%PDF-1.7 现场记录');
  const wang = someone('wang', 'deputy');
  const stored = accepted(await use.storeAttachment({ name: '现场记录.pdf', content }, by(wang)));
  const attachmentId = stored.id;
  await sweep();
  const { sha256, scan } = accepted(await use.getAttachment({ attachmentId }, by(wang)));
  expect(scan).toBe('clean');
  expect(accepted(await use.readAttachment({ attachmentId, offset: 0 }, by(wang)))).toEqual(content);
  const claims = [{ attachmentId, sha256, uploaderIds: ['wang'], unitId: '' }];
  const checked = accepted(await use.checkAttachments({ claims }, by(systemActor('assignment'))));
  expect(checked[0]).toEqual({ attachmentId, code: undefined, name: '现场记录.pdf' });
  const draft = { suggestionId: 'case-2', assignmentId: 'a-2', replyId: 'r-2', round: 1 };
  const drafted = { ...draft, attachments: [{ attachmentId, sha256, name: '' }] };
  await archive.hear('assignment', 'case-2', 'reply-drafted', drafted);
  passHours(25);
  await sweep();
  expect(accepted(await use.getAttachment({ attachmentId }, by(wang))).name).toBe('现场记录.pdf');
  const released = { ...draft, attachments: [] };
  await archive.hear('assignment', 'case-2', 'reply-draft-files-changed', released);
  passHours(25);
  await sweep();
  expect(await use.getAttachment({ attachmentId }, by(wang))).toMatchObject({ code: 'attachment-not-found' });
}

it(
  'keeps all or nothing of every use case and reaction, wherever its backend is killed',
  async () => {
    const { use, hear } = archive;
    const caseId = 'case-1';
    await closedCase(caseId);
    accepted(await use.sealCase({ caseId }, by(DESK)));
    const manifest = accepted(await use.getManifest({ caseId }, by(DESK)));
    const sealed = { suggestionId: caseId, manifestHash: manifest.hash, entries: manifest.entries };
    await hear('archive', caseId, 'case-sealed', { ...sealed, sealedOn: '2026-03-20' });
    accepted(await use.getCase({ caseId, after: [] }, by(DESK)));

    const documents = accepted(await use.listDocuments({ caseId }, by(DESK)));
    expect(documents.map(({ kind }) => kind)).toEqual(['suggestion-form', 'assignment-notice']);
    const file = { caseId, kind: 'assignment-notice', of: 'a-1' };
    const { content } = accepted(await use.getDocument({ ...file, format: 'pdf' }, by(DESK)));
    expect(Buffer.from(content).toString('latin1', 0, 5)).toBe('%PDF-');
    expect(
      await use.getDocument({ caseId, kind: 'reply-letter', of: '', format: 'pdf' }, by(DESK)),
    ).toMatchObject({
      code: 'document-not-found',
    });

    const rows = ['关于改善停车难的建议', ''].map((title, index) => ({
      line: index + 1,
      rowJson: JSON.stringify({ title, number: `${index + 1}`, year: 2017, main_unit: ['区交通运输局'] }),
    }));
    const results = accepted(await use.importRegister({ source: '2017 台账', rows }, by(DESK)));
    // The row was filed by an attempt whose answer was lost; the wrong one is refused in each.
    expect(results.map(({ outcome }) => outcome)).toEqual(['known', 'refused']);
    expect(accepted(await use.countCases({ origin: '' }, by(DESK))).total).toBe(2);
    const none = { number: '', titleContains: '', category: '', leadUnit: '', stage: '', colour: '' };
    const everything = { ...none, mine: false, involved: false, year: 0, origin: '', progress: '' } as const;
    for (const order of ['number', 'due'] as const)
      accepted(await use.listCases({ ...everything, order, limit: 50, cursor: '' }, by(DESK)));
    const sought = { title: '停车难怎么办', body: '', withoutCaseId: '', limit: 5 };
    const similar = accepted(await use.findSimilarCases(sought, by(DESK)));
    expect(similar.map(({ row }) => row.title)).toEqual(['关于改善停车难的建议']);
    const asked = { title: '关于公交站点的建议', body: '', category: '', withoutCaseId: '' };
    const units = accepted(await use.rankUnits(asked, { service: 'assignment', tenant: 'donghu' }));
    expect(units.leads.map(({ unitId }) => unitId)).toEqual(['jiaotong']);
    const operator = someone('operator', 'operator');
    const traced = accepted(await use.traceCase({ of: '990101-19-5-0001' }, by(operator)));
    expect(traced).toMatchObject({ caseId, number: '990101-19-5-0001' });
    expect(traced.facts.map(({ type }) => type)).toContain('assignment-made');
    expect(await use.traceCase({ of: caseId }, by(DESK))).toMatchObject({ code: 'not-permitted' });
    expect(await use.traceCase({ of: 'no-such' }, by(operator))).toMatchObject({ code: 'case-not-found' });
    accepted(await use.countColours({ titleContains: '', progress: '' }, by(DESK)));
    await filesComeAndGo();
    expect(killer.spared).toEqual([]);
    expect(await killer.forgottenTransactions()).toBe(0);
  },
  KILLING_TIMEOUT_MS,
);
