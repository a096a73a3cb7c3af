import type { CaseLabel } from '../app/ports.ts';
import type { UnitAround } from '../domain/rights.ts';

/** What a case row keeps of who stands around it. */
export interface CircleState {
  readonly deputies: readonly string[];
  readonly units: readonly UnitAround[];
  /** Absent on what was last reviewed before they were told. */
  readonly confidential?: boolean;
  readonly confidants?: CaseLabel['circle']['confidants'];
  readonly overseerIds?: readonly string[];
}

/** The circle of a case, whole. */
export function circleOf({
  deputies,
  units,
  confidential = false,
  confidants = [],
  overseerIds = [],
}: CircleState): CaseLabel['circle'] {
  return { deputies, units, confidential, confidants, overseerIds };
}
