import { describe, expect, it } from 'vitest';
import { factTeller } from '../../test/fact-teller.ts';

import { emptyFile, type CaseFile } from './case-file.ts';
import { foldCase } from './fold.ts';
import { refuseSeal } from './sealing.ts';
import { stageOf } from './stage.ts';

const fact = factTeller();

const ROAD = [
  fact('intake', 'suggestion-drafted', '2026-01-05', { leadDeputyId: 'lin' }),
  fact('intake', 'suggestion-submitted', '2026-01-06', { leadDeputyId: 'lin', title: '加装电梯' }),
];
const REGISTERED = fact('intake', 'suggestion-registered', '2026-01-07', { number: '990103-19-5-0001' });

describe('sealing a case 归档', () => {
  it('follows the closing, a withdrawal or a decision not to handle it as a suggestion', () => {
    const closed: CaseFile = { ...emptyFile('c1'), closedOn: '2026-06-01' };
    expect(refuseSeal(closed)).toBeUndefined();
    const withdrawn = foldCase('c1', [...ROAD, fact('intake', 'suggestion-withdrawn', '2026-01-08')]);
    expect(refuseSeal(withdrawn)).toBeUndefined();
    const declined = [...ROAD, fact('intake', 'suggestion-declined', '2026-01-08')];
    expect(refuseSeal(foldCase('c1', declined))).toMatchObject({ code: 'decline-notice-awaited' });
    const told = fact('intake', 'decline-notice-confirmed', '2026-01-09', { toldHow: '电话告知' });
    expect(refuseSeal(foldCase('c1', [...declined, told]))).toBeUndefined();
  });

  it('is refused before, for a merged one, and a second time', () => {
    expect(refuseSeal(foldCase('c1', ROAD))).toMatchObject({ code: 'case-not-closed' });
    const merged = fact('intake', 'suggestion-merged', '2026-01-08', { parentId: 'c2' });
    expect(refuseSeal(foldCase('c1', [...ROAD, REGISTERED, merged]))).toMatchObject({
      code: 'case-not-closed',
    });
    const sealed: CaseFile = { ...emptyFile('c1'), closedOn: '2026-06-01', sealedOn: '2026-06-20' };
    expect(stageOf(sealed)).toBe('archived');
    expect(refuseSeal(sealed)).toMatchObject({ code: 'case-sealed-already' });
  });

  it('waits for the supplementary reply that is owed', () => {
    const { shares } = foldCase('c1', [
      ...ROAD,
      REGISTERED,
      fact('assignment', 'assignment-made', '2026-01-08', { assignmentId: 'a1', unitId: 'u', role: 'lead' }),
      fact('assignment', 'situation-changed', '2026-03-11', { assignmentId: 'a1', replyId: 'r1' }),
    ]);
    const owing: CaseFile = { ...emptyFile('c1'), shares, closedOn: '2026-03-10' };
    expect(refuseSeal(owing)).toMatchObject({ code: 'supplement-awaited' });
    expect(refuseSeal({ ...owing, ended: 'withdrawn' })).toBeUndefined();
  });
});
