import type { Tx } from '@huiyin/kernel/tx';
import { execute, rows } from '@huiyin/postgres/query';
import type { EvaluationFilter, EvaluationList, FoundEvaluations } from '../app/ports.ts';
import { shareOf, type CaseFile } from '../domain/case-file.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import { isDissatisfied } from '../domain/satisfaction.ts';
import { officeSharesOf, positionOf } from './page.ts';

/** Table `evaluation`: where the evaluations of the case files are found by unit, status and day. */
export const evaluations: EvaluationList = { list };

interface Place {
  readonly id: string;
  readonly unitId: string;
  readonly status: Evaluation['status'];
  readonly dissatisfied: boolean;
  readonly deliveredOn: string;
}

/**
 * Where the evaluations of a case are found from now on. All of them are named each time, so that one which another
 * version of this service once left out is found as well; what stands as it should is not written again.
 */
export async function savePlaces(tx: Tx, tenant: string, file: CaseFile): Promise<void> {
  if (file.evaluations.length === 0) return;
  const places = file.evaluations.map((evaluation) => placeOf(file, evaluation));
  await execute(
    tx,
    `insert into evaluation (tenant, id, case_id, unit_id, status, dissatisfied, delivered_on)
     select $1, place.id, $2, place."unitId", place.status, place.dissatisfied, place."deliveredOn"
     from jsonb_to_recordset($3::jsonb) as place
       (id text, "unitId" text, status text, dissatisfied boolean, "deliveredOn" date)
     on conflict (tenant, id) do update set unit_id = excluded.unit_id, status = excluded.status,
       dissatisfied = excluded.dissatisfied
     where (evaluation.unit_id, evaluation.status, evaluation.dissatisfied)
       is distinct from (excluded.unit_id, excluded.status, excluded.dissatisfied)`,
    [tenant, file.caseId, JSON.stringify(places)],
  );
}

function placeOf(file: CaseFile, evaluation: Evaluation): Place {
  const { evaluationId: id, assignmentId, status, deliveredOn } = evaluation;
  const unitId = shareOf(file, assignmentId)?.unitId ?? '';
  const dissatisfied = evaluation.status === 'submitted' && isDissatisfied(evaluation.form);
  return { id, unitId, status, dissatisfied, deliveredOn };
}

interface Row {
  readonly id: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly file: Omit<CaseFile, 'promises' | 'rectifications'>;
}

/** Oldest delivery first; the cursor is `day~id`. The caller narrows by right to what is in each file. */
async function list(tx: Tx, tenant: string, filter: EvaluationFilter): Promise<FoundEvaluations> {
  const { reader, status, dissatisfied, unitId, limit } = filter;
  const after = positionOf(filter.cursor);
  const found = await rows<Row>(
    tx,
    `select e.id, e.delivered_on::text as day, c.state as file
     from evaluation e join case_file c on c.tenant = e.tenant and c.id = e.case_id
     where e.tenant = $1 and e.status <> 'void'
       and ($2 or (e.unit_id = $3 and e.status = 'submitted') or $4 = any(c.deputy_ids)
         or c.state->'shares' @> $11::jsonb)
       and ($5 = '' or e.status = $5) and (not $6 or e.dissatisfied) and ($7 = '' or e.unit_id = $7)
       and ($8 = '' or (e.delivered_on, e.id) > (nullif($8, '')::date, $9))
     order by e.delivered_on, e.id limit $10`,
    [
      ...[tenant, reader.all, reader.unitId, reader.personId, status, dissatisfied, unitId],
      ...[after.day, after.id, limit + 1, officeSharesOf(reader)],
    ],
  );
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    found: shown.flatMap(({ id, file }) => {
      const evaluation = file.evaluations.find(({ evaluationId }) => evaluationId === id);
      return evaluation === undefined
        ? []
        : [{ evaluation, file: { ...file, promises: [], rectifications: [] } }];
    }),
    nextCursor: found.length > limit && last !== undefined ? `${last.day}~${last.id}` : '',
  };
}
