import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow, rows } from '@huiyin/postgres/query';
import type { CongressSessionStore } from '../app/ports.ts';
import type { CongressSession } from '../domain/congress-session.ts';

const COLUMNS = `id as "congressSessionId", congress_term as "congressTerm", congress_session as "congressSession",
  opens_on as "opensOn", closes_on as "closesOn", cut_off_at as "cutOffAt"`;

/** Table `congress_session`. */
export const congressSessions: CongressSessionStore = { find, ofOrdinals, save, list };

async function find(tx: Tx, tenant: string, congressSessionId: string): Promise<CongressSession | undefined> {
  return maybeRow<CongressSession>(
    tx,
    `select ${COLUMNS} from congress_session where tenant = $1 and id = $2`,
    [tenant, congressSessionId],
  );
}

async function ofOrdinals(
  tx: Tx,
  tenant: string,
  { congressTerm, congressSession }: { congressTerm: number; congressSession: number },
): Promise<CongressSession | undefined> {
  return maybeRow<CongressSession>(
    tx,
    `select ${COLUMNS} from congress_session where tenant = $1 and congress_term = $2 and congress_session = $3`,
    [tenant, congressTerm, congressSession],
  );
}

async function save(tx: Tx, tenant: string, session: CongressSession): Promise<void> {
  const { congressSessionId, congressTerm, congressSession, opensOn, closesOn, cutOffAt } = session;
  await execute(
    tx,
    `insert into congress_session (tenant, id, congress_term, congress_session, opens_on, closes_on, cut_off_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (tenant, id) do update set congress_term = excluded.congress_term,
       congress_session = excluded.congress_session, opens_on = excluded.opens_on, closes_on = excluded.closes_on,
       cut_off_at = excluded.cut_off_at`,
    [tenant, congressSessionId, congressTerm, congressSession, opensOn, closesOn, cutOffAt],
  );
}

async function list(
  tx: Tx,
  tenant: string,
): Promise<readonly (CongressSession & { readonly version: number })[]> {
  return rows<CongressSession & { version: number }>(
    tx,
    `select ${COLUMNS}, (select version from stream s where s.tenant = c.tenant and s.id = c.id) as version
     from congress_session c where tenant = $1 order by opens_on desc limit 200`,
    [tenant],
  );
}
