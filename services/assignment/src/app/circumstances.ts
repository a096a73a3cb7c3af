import type { RulePack } from '@huiyin/calendar/rule-pack';
import { localDateOf } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import type { Circumstances } from '../domain/clock-fact.ts';
import { factMissing, type AssignmentRejection } from '../domain/rejections.ts';
import type { SuggestionCase } from '../domain/suggestion-case.ts';
import type { ReferenceFacts } from './reference-facts.ts';

const SYNCHRONISING = '相关信息正在同步，请稍后再试';

/** The day, the rules the case keeps and the working days. Without them nothing can be timed, so the command waits. */
export async function circumstancesOf(
  reference: ReferenceFacts,
  tx: Tx,
  of: { readonly suggestion: SuggestionCase; readonly at: Date },
): Promise<Circumstances | AssignmentRejection> {
  const today = localDateOf(of.at);
  const rules = await rulesKept(reference, tx, of.suggestion);
  if (rules === undefined) {
    return factMissing(SYNCHRONISING, {
      owner: 'directory',
      stream: 'rule-pack',
      fact: 'rule-pack-activated',
    });
  }
  const calendar = await reference.calendar(tx);
  if (calendar === undefined) {
    return factMissing(SYNCHRONISING, { owner: 'directory', stream: 'calendar', fact: 'calendar-imported' });
  }
  return { today, pack: rules.pack, packVersion: rules.version, calendar };
}

/** The version of its registration, or the one it was moved to; a case without one was opened before they were kept. */
async function rulesKept(
  reference: ReferenceFacts,
  tx: Tx,
  { rulePackVersion: version, registeredOn }: SuggestionCase,
): Promise<{ readonly version: string; readonly pack: RulePack } | undefined> {
  if (version === '') return reference.rulePackAt(tx, registeredOn);
  const pack = await reference.rulePack(tx, version);
  return pack && { version, pack };
}

/** A unit by directory's facts; unknown means that its fact may still be on its way. */
export async function unitFact(
  reference: ReferenceFacts,
  tx: Tx,
  unitId: string,
): Promise<{ active: boolean; decidingOffice: 'government-office' | 'congress-desk' } | AssignmentRejection> {
  const unit = await reference.unit(tx, unitId);
  return unit ?? factMissing('没有找到该单位', { owner: 'directory', stream: unitId, fact: 'unit-changed' });
}
