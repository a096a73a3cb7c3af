import { can } from '@huiyin/access/can';
import { stableId } from '@huiyin/kernel/ids';
import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import { notPermitted, tooManyRows } from '../domain/rejections.ts';
import { readRegisterRow } from '../domain/register-row.ts';
import type { ArchivePorts } from './ports.ts';
import { subjectOf } from './viewer.ts';

export interface RowResult {
  readonly line: number;
  readonly outcome: 'taken' | 'known' | 'refused';
  readonly caseId: string;
  readonly code: string;
  readonly message: string;
  readonly field: string;
}

const MAX_ROWS = 200;

/**
 * Files past cases. Safe to repeat as a whole or in parts: the key of a row makes it the same case; a wrong row is
 * refused alone. The rows of one call are filed in one transaction.
 */
export function importRegister(ports: Pick<ArchivePorts, 'uow' | 'register' | 'reference'>) {
  return async (
    request: { source: string; rows: readonly { line: number; rowJson: string }[] },
    ctx: QueryContext,
  ): Promise<readonly RowResult[] | Rejection> => {
    const decision = can(subjectOf(ctx), 'archive.import', { tenant: ctx.tenant, relations: [] });
    if (!decision.allowed) return notPermitted(decision.reason);
    if (request.rows.length > MAX_ROWS) return tooManyRows;
    const importId = stableId('register-import', ctx.tenant, request.source);
    const results: RowResult[] = [];
    await ports.uow.act(ctx, importId, async (tx, stream) => {
      const unitIdOf = unitFinder(ports.reference, tx);
      for (const { line, rowJson } of request.rows) {
        const row = readRegisterRow(rowJson, request.source);
        if ('code' in row) {
          results.push({ line, outcome: 'refused', caseId: '', ...row });
          continue;
        }
        const filed = { ...row, knownUnits: await unitIdOf(row.leadUnits) };
        const outcome = (await ports.register.add(tx, ctx.tenant, filed, ctx.at)) ? 'taken' : 'known';
        results.push({ line, outcome, caseId: row.caseId, code: '', message: '', field: '' });
      }
      const count = (wanted: RowResult['outcome']): number =>
        results.filter(({ outcome }) => outcome === wanted).length;
      // A call that files nothing changes nothing.
      if (count('taken') === 0) return;
      await stream.append({
        type: 'register-imported',
        payload: {
          importId,
          source: request.source,
          rowsTaken: count('taken'),
          rowsRefused: count('refused'),
        },
      });
    });
    return results;
  };
}

/** The tenant's own units among the names of a register; each name is looked up once. */
function unitFinder(reference: ArchivePorts['reference'], tx: Tx) {
  const found = new Map<string, string | undefined>();
  return async (names: readonly string[]): Promise<Record<string, string>> => {
    for (const name of names) {
      if (!found.has(name)) found.set(name, (await reference.unitNamed(tx, name))?.unitId);
    }
    const known = names.flatMap((name): [string, string][] => {
      const unitId = found.get(name);
      return unitId === undefined ? [] : [[name, unitId]];
    });
    return Object.fromEntries(known);
  };
}
