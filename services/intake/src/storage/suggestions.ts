import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow } from '@huiyin/postgres/query';
import type { Stored, SuggestionStore } from '../app/ports.ts';
import { numberedOf, type Suggestion } from '../domain/suggestion.ts';
import { readText } from './stored-text.ts';
import { saveDeputies } from './suggestion-deputies.ts';
import { awaitingPreReview, awaitingRegistration, ofDeputy, unregisteredOf } from './suggestion-lists.ts';

/** Table `suggestion`: one row each, read and written under the lock of its stream. */
export const suggestions: SuggestionStore = {
  load,
  save,
  ofDeputy,
  awaitingRegistration,
  awaitingPreReview,
  unregisteredOf,
};

async function load(tx: Tx, tenant: string, suggestionId: string): Promise<Stored | undefined> {
  const row = await maybeRow<{ state: Suggestion; version: number }>(
    tx,
    'select state, version from suggestion where tenant = $1 and id = $2',
    [tenant, suggestionId],
  );
  if (row === undefined) return undefined;
  return { suggestion: { ...row.state, text: readText(row.state.text) }, version: row.version };
}

async function save(tx: Tx, tenant: string, { suggestion, version }: Stored, at: Date): Promise<void> {
  const numbered = numberedOf(suggestion);
  await execute(
    tx,
    `insert into suggestion (tenant, id, version, status, kind, title, lead_deputy_id, period, submitted_on,
       number, display_number, pre_review_requested_at, state, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (tenant, id) do update set version = excluded.version, status = excluded.status,
       title = excluded.title, lead_deputy_id = excluded.lead_deputy_id, period = excluded.period,
       submitted_on = excluded.submitted_on, number = excluded.number, display_number = excluded.display_number,
       pre_review_requested_at = excluded.pre_review_requested_at, state = excluded.state,
       changed_at = excluded.changed_at`,
    [
      tenant,
      suggestion.suggestionId,
      version,
      suggestion.status,
      suggestion.kind,
      suggestion.text.title,
      suggestion.leadDeputyId,
      'period' in suggestion ? suggestion.period.kind : '',
      'submittedOn' in suggestion ? suggestion.submittedOn : null,
      numbered.given ? numbered.number : null,
      numbered.given ? numbered.displayNumber : null,
      suggestion.status === 'pre-review' ? suggestion.requestedAt : null,
      JSON.stringify(suggestion),
      at,
    ],
  );
  await saveDeputies(tx, tenant, suggestion);
}
