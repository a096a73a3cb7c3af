import type { Cast } from '../road/cast.ts';
import { auditLines, type AuditReport } from '../operations/audit-report.ts';
import type { CaseRun } from './case-run.ts';
import { caseDifferences, type ClosedCase } from './closing-cases.ts';
import { tableDifferences, yearTables } from './closing-tables.ts';

/** What the end of a rehearsal shows. */
export interface Closing {
  readonly cases: number;
  readonly events: number;
  /** What does not hold, in words; none when everything does. */
  readonly differences: readonly string[];
}

interface Health {
  readonly quiet: boolean;
  readonly services: readonly { readonly service: string; readonly deadLetters: number }[];
}

/**
 * Holds what the city became against what was lived: its cases, the tables that count them, its event chains, and that
 * nothing waits or died on the way. Asks through the gateway, as the desks and operators of the tenants.
 */
export async function closeYear(runs: readonly CaseRun[]): Promise<Closing> {
  const closings: Closing[] = [];
  for (const [cast, own] of Map.groupBy(runs, ({ cast: of }) => of))
    closings.push(await closeTenant(cast, own));
  return {
    cases: closings.reduce((sum, { cases }) => sum + cases, 0),
    events: closings.reduce((sum, { events }) => sum + events, 0),
    differences: closings.flatMap(({ differences }) => differences),
  };
}

async function closeTenant(cast: Cast, runs: readonly CaseRun[]): Promise<Closing> {
  const operator = await cast.person('operator');
  const desk = await cast.person('desk');
  const health = await operator.get<Health>('/operations/health');
  const report = await operator.send<AuditReport>('POST', '/operations/audit:verify');
  const cases = await desk.all<ClosedCase>('/cases?origin=live');
  const differences = [
    ...(health.quiet ? [] : ['something still moves']),
    ...health.services.flatMap(({ service, deadLetters }) =>
      deadLetters === 0 ? [] : [`${service} has ${deadLetters} dead letters`],
    ),
    ...(report.intact ? [] : auditLines(cast.tenant, report)),
    ...caseDifferences(runs, cases),
    ...tableDifferences(await yearTables(desk), runs, cases),
  ];
  return {
    cases: cases.length,
    events: report.services.reduce((sum, { events }) => sum + events, 0),
    differences: differences.map((difference) => `${cast.tenant}: ${difference}`),
  };
}
