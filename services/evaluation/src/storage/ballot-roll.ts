import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow } from '@huiyin/postgres/query';
import type { BallotRoll, RollEntry } from '../app/ports.ts';

/** Table `ballot_voter`. */
export const ballotRoll: BallotRoll = { enter, entry, checkIn, countCheckedIn, forgetTokens };

async function enter(tx: Tx, tenant: string, ballotId: string, personIds: readonly string[]): Promise<void> {
  await execute(
    tx,
    `insert into ballot_voter (tenant, ballot_id, person_id, checked_in)
     select $1, $2, person_id, false from unnest($3::text[]) as person_id`,
    [tenant, ballotId, personIds],
  );
}

async function entry(
  tx: Tx,
  tenant: string,
  ballotId: string,
  personId: string,
): Promise<RollEntry | undefined> {
  return maybeRow<RollEntry>(
    tx,
    `select checked_in as "isCheckedIn", coalesce(blinded_token, '') as "blindedToken"
     from ballot_voter where tenant = $1 and ballot_id = $2 and person_id = $3`,
    [tenant, ballotId, personId],
  );
}

async function checkIn(
  tx: Tx,
  tenant: string,
  ballotId: string,
  voter: Parameters<BallotRoll['checkIn']>[3],
): Promise<void> {
  await execute(
    tx,
    `update ballot_voter set checked_in = true, blinded_token = $4, blind_signature = $5
     where tenant = $1 and ballot_id = $2 and person_id = $3`,
    [tenant, ballotId, voter.personId, voter.blindedToken, voter.blindSignature],
  );
}

async function countCheckedIn(tx: Tx, tenant: string, ballotId: string): Promise<number> {
  const row = await maybeRow<{ count: number }>(
    tx,
    'select count(*) as count from ballot_voter where tenant = $1 and ballot_id = $2 and checked_in',
    [tenant, ballotId],
  );
  return row?.count ?? 0;
}

async function forgetTokens(tx: Tx, tenant: string, ballotId: string): Promise<void> {
  await execute(
    tx,
    `update ballot_voter set blinded_token = null, blind_signature = null
     where tenant = $1 and ballot_id = $2 and checked_in`,
    [tenant, ballotId],
  );
}
