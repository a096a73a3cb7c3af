import { isRejection } from '@huiyin/kernel/rejection';
import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import type { UnitToAssign } from '../domain/assign-suggestion.ts';
import type { AssignmentRejection } from '../domain/rejections.ts';
import { unitFact } from './circumstances.ts';
import type { AssignmentPorts } from './ports.ts';

/** A unit as directory and training know it on the day of 交办. */
export async function unitToAssign(
  ports: Pick<AssignmentPorts, 'reference' | 'certificates'>,
  tx: Tx,
  of: { readonly tenant: string; readonly unitId: string; readonly day: LocalDate },
): Promise<UnitToAssign | AssignmentRejection> {
  const unit = await unitFact(ports.reference, tx, of.unitId);
  if (isRejection(unit)) return unit;
  const { active, decidingOffice } = unit;
  const personIds = await ports.reference.peopleWith(tx, 'unit-liaison', of.unitId);
  const holders = await ports.certificates.holders(tx, of.tenant, { personIds, day: of.day });
  // Nobody trained, or one of several not: either way an untrained person may answer for the unit.
  const liaisonUntrained = personIds.length === 0 || holders.length < personIds.length;
  return { unitId: of.unitId, active, decidingOffice, liaisonUntrained };
}
