import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import type { CaseFile } from '../domain/case-file.ts';
import type { RulesInForce } from '../domain/clock-fact.ts';
import type { ReferenceFacts } from './ports.ts';

/** The rules a case keeps from its registration on; those of the day where no version is known. Undefined: not heard yet. */
export async function rulesKept(
  reference: Pick<ReferenceFacts, 'rulePack' | 'rulePackAt'>,
  tx: Tx,
  of: { readonly file: CaseFile; readonly today: LocalDate },
): Promise<RulesInForce | undefined> {
  const version = of.file.rulePackVersion ?? '';
  if (version === '') return reference.rulePackAt(tx, of.today);
  const pack = await reference.rulePack(tx, version);
  return pack && { version, pack };
}
