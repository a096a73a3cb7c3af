import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow, rows } from '@huiyin/postgres/query';
import type { BallotBox } from '../app/ports.ts';
import { BALLOT_CHOICES, type BallotChoice, type BallotVotes } from '../domain/ballot-rule.ts';

/** Tables `ballot_cast` and `ballot_vote`. */
export const ballotBox: BallotBox = { chosenWith, cast, countCast, seal };

async function chosenWith(
  tx: Tx,
  tenant: string,
  ballotId: string,
  tokenHash: string,
): Promise<BallotChoice | undefined> {
  const row = await maybeRow<{ choice: BallotChoice }>(
    tx,
    'select choice from ballot_cast where tenant = $1 and ballot_id = $2 and token_hash = $3',
    [tenant, ballotId, tokenHash],
  );
  return row?.choice;
}

async function cast(
  tx: Tx,
  tenant: string,
  ballotId: string,
  vote: { readonly tokenHash: string; readonly choice: BallotChoice },
): Promise<void> {
  await execute(
    tx,
    'insert into ballot_cast (tenant, ballot_id, token_hash, choice) values ($1, $2, $3, $4)',
    [tenant, ballotId, vote.tokenHash, vote.choice],
  );
}

async function countCast(tx: Tx, tenant: string, ballotId: string): Promise<number> {
  const row = await maybeRow<{ count: number }>(
    tx,
    'select count(*) as count from ballot_cast where tenant = $1 and ballot_id = $2',
    [tenant, ballotId],
  );
  return row?.count ?? 0;
}

/** All votes are rewritten by this transaction: their order and their xmin say nothing of when they were cast. */
async function seal(tx: Tx, tenant: string, ballotId: string): Promise<BallotVotes> {
  await execute(
    tx,
    `insert into ballot_vote (tenant, ballot_id, id, choice)
     select tenant, ballot_id, gen_random_uuid(), choice from ballot_cast
     where tenant = $1 and ballot_id = $2 order by gen_random_uuid()`,
    [tenant, ballotId],
  );
  await execute(tx, 'delete from ballot_cast where tenant = $1 and ballot_id = $2', [tenant, ballotId]);
  const counted = await rows<{ choice: BallotChoice; count: number }>(
    tx,
    'select choice, count(*) as count from ballot_vote where tenant = $1 and ballot_id = $2 group by choice',
    [tenant, ballotId],
  );
  const countOf = (choice: BallotChoice): number => counted.find((row) => row.choice === choice)?.count ?? 0;
  return Object.fromEntries(BALLOT_CHOICES.map((choice) => [choice, countOf(choice)])) as Record<
    BallotChoice,
    number
  >;
}
