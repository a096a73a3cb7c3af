import { systemActor } from '@huiyin/kernel/actor';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFile, type CaseFile } from '../src/domain/case-file.ts';
import { foldCase } from '../src/domain/fold.ts';
import { nextAct } from '../src/domain/next-act.ts';
import { caseFiles } from '../src/storage/case-files.ts';
import { casesWithoutOwner } from '../src/storage/cases-without-owner.ts';
import { factTeller } from './fact-teller.ts';
import { openArchive, type OpenArchive } from './open-archive.ts';

const AT = new Date('2026-03-20T01:00:00Z');
const TENANT = 'donghu';

let archive: OpenArchive;
beforeAll(async () => {
  archive = await openArchive();
});
afterAll(() => archive.close());

async function save(file: CaseFile): Promise<void> {
  const as = { tenant: TENANT, actor: systemActor('archive'), at: AT };
  await archive.database.uow.act(as, 'given', (tx) => caseFiles.save(tx, TENANT, file, [], AT));
}

const count = () => archive.database.uow.read(TENANT, (tx) => casesWithoutOwner(tx, TENANT));

/** Handed over to a unit; to nobody where its id is empty. */
function handedOver(caseId: string, unitId: string): CaseFile {
  const fact = factTeller();
  return foldCase(caseId, [
    fact('intake', 'suggestion-submitted', '2026-01-06', { leadDeputyId: 'lin' }),
    fact('intake', 'suggestion-registered', '2026-01-07'),
    fact('assignment', 'assignment-made', '2026-01-08', { assignmentId: 'a1', unitId, role: 'lead' }),
  ]);
}

describe('cases without owner', () => {
  it('does not count who is named, an office, nor what has ended or is its parent’s', async () => {
    await save(handedOver('c1', 'jiaotong'));
    await save({ ...handedOver('c2', 'jiaotong'), shares: {} });
    for (const ended of ['withdrawn', 'not-admitted', 'merged'] as const) {
      const file = { ...handedOver(ended, ''), ended, declineNoticeConfirmed: true };
      expect(nextAct(file).kind).toBe('none');
      await save(file);
    }
    expect(await count()).toBe(0);
  });

  it('counts a case whose unit is not named, and one whose deputy is not, until somebody is', async () => {
    await save(handedOver('c3', ''));
    expect(await count()).toBe(1);
    await save(emptyFile('c4'));
    expect(await count()).toBe(2);
    await save(handedOver('c3', 'jiaotong'));
    await save({ ...emptyFile('c4'), leadDeputyId: 'lin' });
    expect(await count()).toBe(0);
  });
});
