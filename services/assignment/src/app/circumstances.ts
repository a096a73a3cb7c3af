import { localDateOf } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import type { Circumstances } from '../domain/clock-fact.ts';
import { factMissing, type AssignmentRejection } from '../domain/rejections.ts';
import type { ReferenceFacts } from './ports.ts';

const SYNCHRONISING = '相关信息正在同步,请稍后再试';

/** The day, its rule pack and the working days. Without them nothing can be timed, so the command waits. */
export async function circumstancesAt(
  reference: ReferenceFacts,
  tx: Tx,
  at: Date,
): Promise<Circumstances | AssignmentRejection> {
  const today = localDateOf(at);
  const rules = await reference.rulePackAt(tx, today);
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

/** A unit by directory's facts; unknown means that its fact may still be on its way. */
export async function unitFact(
  reference: ReferenceFacts,
  tx: Tx,
  unitId: string,
): Promise<{ active: boolean; decidingOffice: 'government-office' | 'congress-desk' } | AssignmentRejection> {
  const unit = await reference.unit(tx, unitId);
  return unit ?? factMissing('没有找到该单位', { owner: 'directory', stream: unitId, fact: 'unit-changed' });
}
