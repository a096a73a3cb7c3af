import type { Tx } from '@huiyin/kernel/tx';
import { execute } from '@huiyin/postgres/query';
import type { ScoreFact, ScoreFacts } from '../app/ports.ts';

/** Table `score_fact`: written once, never changed. */
export const scoreFacts: ScoreFacts = { keep };

async function keep(tx: Tx, tenant: string, fact: ScoreFact): Promise<void> {
  await execute(
    tx,
    `insert into score_fact (tenant, source_event_id, fact, case_id, assignment_id, unit_id, on_date)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (tenant, source_event_id, fact) do nothing`,
    [tenant, fact.sourceEventId, fact.fact, fact.caseId, fact.assignmentId, fact.unitId, fact.on],
  );
}
