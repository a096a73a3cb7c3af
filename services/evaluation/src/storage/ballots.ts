import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow, rows } from '@huiyin/postgres/query';
import type { BallotList, BallotStore, ListedBallot, StoredBallot } from '../app/ports.ts';
import { positionOf } from './page.ts';

/** Tables `ballot` and `ballot_key`. */
export const ballots: BallotStore & BallotList = {
  load,
  add,
  save,
  isRevoteHeld,
  signingKey,
  destroyKey,
  find,
  list,
};

async function load(tx: Tx, tenant: string, ballotId: string): Promise<StoredBallot | undefined> {
  return maybeRow<StoredBallot>(
    tx,
    'select state as ballot, version from ballot where tenant = $1 and id = $2',
    [tenant, ballotId],
  );
}

async function add(
  tx: Tx,
  tenant: string,
  { ballot, version }: StoredBallot,
  signingKey: string,
): Promise<void> {
  const { ballotId, status, openedOn, revoteOf } = ballot;
  await execute(
    tx,
    `insert into ballot (tenant, id, version, status, opened_on, revote_of, state)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tenant, ballotId, version, status, openedOn, revoteOf?.ballotId ?? null, JSON.stringify(ballot)],
  );
  await execute(tx, 'insert into ballot_key (tenant, ballot_id, private_key) values ($1, $2, $3)', [
    tenant,
    ballotId,
    signingKey,
  ]);
}

async function save(tx: Tx, tenant: string, { ballot, version }: StoredBallot): Promise<void> {
  await execute(tx, 'update ballot set version = $3, status = $4, state = $5 where tenant = $1 and id = $2', [
    tenant,
    ballot.ballotId,
    version,
    ballot.status,
    JSON.stringify(ballot),
  ]);
}

async function isRevoteHeld(tx: Tx, tenant: string, ballotId: string): Promise<boolean> {
  const held = await maybeRow(
    tx,
    `select 1 from ballot where tenant = $1 and revote_of = $2 and status <> 'inquorate' limit 1`,
    [tenant, ballotId],
  );
  return held !== undefined;
}

async function signingKey(tx: Tx, tenant: string, ballotId: string): Promise<string | undefined> {
  const row = await maybeRow<{ private_key: string }>(
    tx,
    'select private_key from ballot_key where tenant = $1 and ballot_id = $2',
    [tenant, ballotId],
  );
  return row?.private_key;
}

async function destroyKey(tx: Tx, tenant: string, ballotId: string): Promise<void> {
  await execute(tx, 'delete from ballot_key where tenant = $1 and ballot_id = $2', [tenant, ballotId]);
}

/** With how far it is, and how the asker ($2) stands to it. */
const LISTED = `select b.state as ballot, b.version,
    (select count(*) from ballot_voter v where v.tenant = b.tenant and v.ballot_id = b.id and v.checked_in)
      as "checkedIn",
    (select count(*) from ballot_cast c where c.tenant = b.tenant and c.ballot_id = b.id) as "cast",
    case when mine.checked_in then 'checked-in' when mine.person_id is not null then 'eligible' else 'none' end
      as mine,
    coalesce(mine.blind_signature, '') as "blindSignature"
  from ballot b left join ballot_voter mine
    on mine.tenant = b.tenant and mine.ballot_id = b.id and mine.person_id = $2
  where b.tenant = $1`;

async function find(
  tx: Tx,
  tenant: string,
  { ballotId, personId }: { ballotId: string; personId: string },
): Promise<ListedBallot | undefined> {
  return maybeRow<ListedBallot>(tx, `${LISTED} and b.id = $3`, [tenant, personId, ballotId]);
}

async function list(
  tx: Tx,
  tenant: string,
  { personId, closedOnly, limit, cursor }: Parameters<BallotList['list']>[2],
): ReturnType<BallotList['list']> {
  const after = positionOf(cursor);
  const found = await rows<ListedBallot>(
    tx,
    `${LISTED} and (not $3 or b.status = 'closed')
       and ($4 = '' or (b.opened_on, b.id) < (nullif($4, '')::date, $5))
     order by b.opened_on desc, b.id desc limit $6`,
    [tenant, personId, closedOnly, after.day, after.id, limit + 1],
  );
  const shown = found.slice(0, limit);
  const last = shown.at(-1)?.ballot;
  const nextCursor = found.length > limit && last !== undefined ? `${last.openedOn}~${last.ballotId}` : '';
  return { ballots: shown, nextCursor };
}
