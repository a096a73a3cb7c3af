import type { Tx } from '@huiyin/kernel/tx';
import { execute } from '@huiyin/postgres/query';
import { cosignersOf, isDrafting, type Suggestion } from '../domain/suggestion.ts';

/** Table `suggestion_deputy`: makes its rows of one suggestion those of the state, writing only what differs. */
export async function saveDeputies(tx: Tx, tenant: string, suggestion: Suggestion): Promise<void> {
  await execute(
    tx,
    `with wanted as (
       select w."deputyId" as deputy_id, w.relation
       from jsonb_to_recordset($3::jsonb) as w("deputyId" text, relation text)
     ), gone as (
       delete from suggestion_deputy d
       where d.tenant = $1 and d.suggestion_id = $2
         and not exists (select 1 from wanted where wanted.deputy_id = d.deputy_id)
     )
     insert into suggestion_deputy (tenant, suggestion_id, deputy_id, relation)
     select $1, $2, deputy_id, relation from wanted
     on conflict (tenant, suggestion_id, deputy_id) do update set relation = excluded.relation
       where suggestion_deputy.relation <> excluded.relation`,
    [tenant, suggestion.suggestionId, JSON.stringify(deputiesOf(suggestion))],
  );
}

function deputiesOf(suggestion: Suggestion): { deputyId: string; relation: string }[] {
  const lead = { deputyId: suggestion.leadDeputyId, relation: 'lead-deputy' };
  const others = isDrafting(suggestion)
    ? cosignersOf(suggestion).map(({ deputyId, answer }) => ({
        deputyId,
        relation: answer === 'confirmed' ? 'cosigner' : 'invited-cosigner',
      }))
    : suggestion.cosignerIds.map((deputyId) => ({ deputyId, relation: 'cosigner' }));
  return [lead, ...others];
}
