import { can } from '@huiyin/access/can';
import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
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
export function importRegister(ports: Pick<ArchivePorts, 'uow' | 'register'>) {
  return async (
    request: { source: string; rows: readonly { line: number; rowJson: string }[] },
    ctx: QueryContext,
  ): Promise<readonly RowResult[] | Rejection> => {
    const decision = can(subjectOf(ctx), 'archive.import', { tenant: ctx.tenant, relations: [] });
    if (!decision.allowed) return notPermitted(decision.reason);
    if (request.rows.length > MAX_ROWS) return tooManyRows;
    const results: RowResult[] = [];
    await ports.uow.act({ ...ctx, actor: ctx.actor }, `register:${request.source}`, async (tx) => {
      for (const { line, rowJson } of request.rows) {
        const row = readRegisterRow(rowJson, request.source);
        if ('code' in row) {
          results.push({ line, outcome: 'refused', caseId: '', ...row });
          continue;
        }
        const taken = await ports.register.add(tx, ctx.tenant, row, ctx.at);
        results.push({
          line,
          outcome: taken ? 'taken' : 'known',
          caseId: row.caseId,
          code: '',
          message: '',
          field: '',
        });
      }
    });
    return results;
  };
}
