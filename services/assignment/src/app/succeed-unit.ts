import { isRejection } from '@huiyin/kernel/rejection';
import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import type { OpenAnother } from '@huiyin/kernel/unit-of-work';
import { decideSuccession } from '../domain/succeed-share.ts';
import { recordFacts } from './change-case.ts';
import { circumstancesOf, unitFact } from './circumstances.ts';
import type { AssignmentPorts } from './ports.ts';

/** Cases looked up at once; all of them are moved, page by page. */
const CASES_A_PAGE = 200;

/** Another unit took over a unit's duties: every share still open moves there with a record in its case. */
export function succeedUnit(ports: AssignmentPorts) {
  return async (
    where: { readonly tx: Tx; readonly open: OpenAnother; readonly tenant: string; readonly at: Date },
    succession: { readonly fromUnitId: string; readonly unitId: string; readonly on: LocalDate },
  ): Promise<void> => {
    const { tx, tenant, at } = where;
    const unit = await unitFact(ports.reference, tx, succession.unitId);
    // Redelivered until directory's fact is here.
    if (isRejection(unit)) throw new Error(`unit ${succession.unitId} of ${tenant} is not known yet`);
    const { decidingOffice } = unit;
    let after = '';
    for (;;) {
      const page = { unitId: succession.fromUnitId, after, limit: CASES_A_PAGE };
      const ids = await ports.cases.withActiveShareOf(tx, tenant, page);
      // Ascending ids, the lock order of every transaction that holds several cases.
      for (const suggestionId of ids) {
        const stream = await where.open(suggestionId);
        const stored = await ports.cases.load(tx, tenant, suggestionId);
        if (stored === undefined) continue;
        const { suggestion } = stored;
        const under = await circumstancesOf(ports.reference, tx, { suggestion, at });
        if (isRejection(under)) throw new Error(`the rules of case ${suggestionId} are not known yet`);
        const events = decideSuccession(suggestion, { ...succession, decidingOffice }, under);
        await recordFacts(ports, { tx, stream, tenant, at }, suggestion, events);
      }
      if (ids.length < CASES_A_PAGE) return;
      after = ids.at(-1) ?? '';
    }
  };
}
