import { parseArgs } from 'node:util';
import { complain, say } from './console.ts';
import { auditLines, type AuditReport } from './operations/audit-report.ts';
import { demoOperators, logInAsOperator, OPERATOR_OPTIONS } from './operations/operator.ts';

/**
 * `npm run audit:verify`: recomputes every event chain and every seal of the tenants of the given logins, service by
 * service, and names what differs. Exit code 0 when all is intact, 1 when not or when it could not be verified.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: OPERATOR_OPTIONS });
  const seen = new Set<string>();
  let [events, chains, seals, differences] = [0, 0, 0, 0];
  for (const login of values.login ?? demoOperators()) {
    const operator = await logInAsOperator(values.url, login);
    if (seen.has(operator.tenant)) continue;
    seen.add(operator.tenant);
    const report = await operator.send<AuditReport>('POST', '/operations/audit:verify');
    for (const line of auditLines(operator.tenant, report)) process.stdout.write(`${line}\n`);
    for (const found of report.services) {
      events += found.events;
      chains += found.streams;
      seals += found.seals;
      differences += found.differences.length;
    }
  }
  const verified = `${events} events in ${chains} chains and ${seals} seals of ${seen.size} tenants`;
  if (differences === 0) say(`${verified} verified: intact`);
  else complain(`${verified} verified: ${differences} differences`);
  return differences === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
