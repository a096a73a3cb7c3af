import { execute, maybeRow } from '@huiyin/postgres/query';
import type { CaseParty, CasePartyStore } from '../app/ports.ts';

/** Table `case_party`. A later fact without a title keeps the one known. */
export const caseParties: CasePartyStore = {
  async save(tx, tenant, caseId, { leadDeputyId, title }) {
    await execute(
      tx,
      `insert into case_party (tenant, case_id, lead_deputy_id, title) values ($1, $2, $3, $4)
       on conflict (tenant, case_id) do update set lead_deputy_id = excluded.lead_deputy_id,
         title = case when excluded.title = '' then case_party.title else excluded.title end`,
      [tenant, caseId, leadDeputyId, title],
    );
  },
  load: (tx, tenant, caseId) =>
    maybeRow<CaseParty>(
      tx,
      'select lead_deputy_id as "leadDeputyId", title from case_party where tenant = $1 and case_id = $2',
      [tenant, caseId],
    ),
};
