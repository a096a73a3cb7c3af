import type { Tx } from '@huiyin/kernel/tx';
import { execute, rows } from '@huiyin/postgres/query';
import type { RulePackStore } from '../app/ports.ts';
import type { ActivatedRulePack } from '../domain/rule-pack.ts';

const COLUMNS = `version, effective_from as "effectiveFrom", content_json as "contentJson"`;

/** Table `rule_pack`: versions are added, never changed. */
export const rulePacks: RulePackStore = { add, all, list };

async function add(tx: Tx, tenant: string, pack: ActivatedRulePack): Promise<void> {
  await execute(
    tx,
    'insert into rule_pack (tenant, version, effective_from, content_json) values ($1, $2, $3, $4)',
    [tenant, pack.version, pack.effectiveFrom, pack.contentJson],
  );
}

async function all(tx: Tx, tenant: string): Promise<readonly ActivatedRulePack[]> {
  return rows<ActivatedRulePack>(
    tx,
    `select ${COLUMNS} from rule_pack where tenant = $1 order by effective_from desc`,
    [tenant],
  );
}

async function list(tx: Tx, tenant: string): Promise<readonly ActivatedRulePack[]> {
  return rows<ActivatedRulePack>(
    tx,
    `select ${COLUMNS} from rule_pack where tenant = $1 order by effective_from desc, version desc limit 20`,
    [tenant],
  );
}
