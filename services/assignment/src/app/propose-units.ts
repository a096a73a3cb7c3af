import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import { proposeUnits as propose, type ProposedUnit } from '../domain/propose-units.ts';
import { refuseAct } from '../domain/rights.ts';
import type { AssignmentPorts } from './ports.ts';
import { readCase } from './read-case.ts';

export interface ProposedUnits {
  readonly units: readonly ProposedUnit[];
  /** Earlier cases learnt from. */
  readonly cases: number;
}

/** Who might lead and help, for whoever may assign. Archive is asked outside any transaction (decisions 3). */
export function proposeUnits(
  ports: Pick<AssignmentPorts, 'uow' | 'cases' | 'unitLoads' | 'earlierCases' | 'reference'>,
) {
  return async (
    request: { readonly suggestionId: string },
    ctx: QueryContext,
  ): Promise<ProposedUnits | Rejection> => {
    const stored = await readCase(ports, ctx, request.suggestionId, (found) => found);
    if (isRejection(stored)) return stored;
    const { suggestion } = stored;
    const refusal = refuseAct(ctx, 'assignment.assign', suggestion);
    if (refusal !== undefined) return refusal;
    const { title, demands, category, id } = suggestion;
    const ranked = await ports.earlierCases.rankUnits(ctx, {
      ...{ title, category, body: demands.join('\n'), withoutCaseId: id },
    });
    if (isRejection(ranked)) return ranked;
    const unitIds = [...ranked.leads, ...ranked.helpers].map(({ unitId }) => unitId);
    return ports.uow.read(ctx.tenant, async (tx) => ({
      units: propose({
        ...ranked,
        loads: await ports.unitLoads.of(tx, ctx.tenant, unitIds),
        wishedUnitIds: suggestion.wishedUnitIds,
      }),
      cases: ranked.cases,
    }));
  };
}
