import type { Tx } from '@huiyin/kernel/tx';
import { execute, rows } from '@huiyin/postgres/query';
import type { KeptContact, KeptPlan } from '../app/ports.ts';

// No share has more of either; a longer list would be a mistake elsewhere.
const MOST_ROWS = 500;

export async function keepPlan(tx: Tx, tenant: string, plan: KeptPlan): Promise<void> {
  await execute(
    tx,
    `insert into plan_version (tenant, assignment_id, version, content, reason, filed_on, five_ones_complete)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      tenant,
      plan.assignmentId,
      plan.version,
      JSON.stringify(plan.plan),
      plan.reason,
      plan.filedOn,
      plan.fiveOnesComplete,
    ],
  );
}

/** Newest first. */
export async function plansOf(tx: Tx, tenant: string, shareId: string): Promise<readonly KeptPlan[]> {
  return rows<KeptPlan>(
    tx,
    `select assignment_id as "assignmentId", version, content as plan, reason, filed_on::text as "filedOn",
       five_ones_complete as "fiveOnesComplete"
     from plan_version where tenant = $1 and assignment_id = $2 order by version desc limit $3`,
    [tenant, shareId, MOST_ROWS],
  );
}

export async function keepContact(tx: Tx, tenant: string, contact: KeptContact): Promise<void> {
  await execute(
    tx,
    `insert into contact (tenant, id, assignment_id, round, form, on_date, deputy_ids, summary, outcome)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tenant,
      contact.id,
      contact.assignmentId,
      contact.round,
      contact.form,
      contact.onDate,
      contact.deputyIds,
      contact.summary,
      contact.outcome,
    ],
  );
}

/** Newest first. */
export async function contactsOf(tx: Tx, tenant: string, shareId: string): Promise<readonly KeptContact[]> {
  return rows<KeptContact>(
    tx,
    `select id, assignment_id as "assignmentId", round, form, on_date::text as "onDate",
       deputy_ids as "deputyIds", summary, coalesce(outcome, 'talked') as outcome
     from contact where tenant = $1 and assignment_id = $2 order by on_date desc, id desc limit $3`,
    [tenant, shareId, MOST_ROWS],
  );
}
