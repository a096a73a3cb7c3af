import { execute, maybeRow } from '@huiyin/postgres/query';
import type { CaseParty, CasePartyStore } from '../app/ports.ts';

/** Table `case_party`. A later fact without title or number keeps those known. */
export const caseParties: CasePartyStore = {
  async save(tx, tenant, caseId, { leadDeputyId, title, number }) {
    await execute(
      tx,
      `insert into case_party (tenant, case_id, lead_deputy_id, title, number) values ($1, $2, $3, $4, $5)
       on conflict (tenant, case_id) do update set lead_deputy_id = excluded.lead_deputy_id,
         title = case when excluded.title = '' then case_party.title else excluded.title end,
         number = case when excluded.number = '' then case_party.number else excluded.number end`,
      [tenant, caseId, leadDeputyId, title, number],
    );
  },
  load: (tx, tenant, caseId) =>
    maybeRow<CaseParty>(
      tx,
      `select lead_deputy_id as "leadDeputyId", title, number from case_party
       where tenant = $1 and case_id = $2`,
      [tenant, caseId],
    ),
};
