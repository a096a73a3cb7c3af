import { reject } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import { notYetKnown, type IntakeRejection } from '../domain/rejections.ts';
import type { ReferenceFacts } from './ports.ts';

/** 希望承办单位 must be units that exist and work; the text limits them to a handful. */
export async function refuseUnknownUnits(
  reference: ReferenceFacts,
  tx: Tx,
  unitIds: readonly string[],
): Promise<IntakeRejection | undefined> {
  for (const unitId of unitIds) {
    const unit = await reference.unit(tx, unitId);
    if (unit === undefined) return notYetKnown('directory', unitId);
    if (!unit.active) {
      return reject('invalid', 'unit-inactive', '希望承办单位已撤销，请另选', {
        field: 'wishedUnitIds',
        detail: { unitId },
      });
    }
  }
  return undefined;
}
