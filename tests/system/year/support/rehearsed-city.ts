import type { SentCommand } from '@huiyin/scripts/api/session';
import { closeYear } from '@huiyin/scripts/rehearsal/closing';
import { rehearse } from '@huiyin/scripts/rehearsal/rehearse';
import { startRunningSystem } from '@huiyin/testkit/running-system';
import type { TestProject } from 'vitest/node';
import { readLedgers } from '../../road/ledger.ts';
import { PLANS } from './plans.ts';

/** A command as the ledgers know it. */
export type KnownCommand = Pick<SentCommand, 'tenant' | 'request' | 'idempotencyKey'>;

declare module 'vitest' {
  interface ProvidedContext {
    /** Every command that the rehearsal got accepted. */
    readonly rehearsed: readonly KnownCommand[];
    /** `tenant key` of every command that was accepted before: the city was made by them. */
    readonly keysBefore: readonly string[];
    /** What the rehearsal itself finds not to hold at its end. */
    readonly differences: readonly string[];
    /** Case ids in the order of the plans. */
    readonly caseIds: readonly string[];
  }
}

/** One city that has lived a small year, for all tests of the project; they look at it and move nothing in it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const system = await startRunningSystem('year');
  const rehearsed: KnownCommand[] = [];
  try {
    const before = await readLedgers(system.urls.postgresAdmin);
    project.provide(
      'keysBefore',
      before.flatMap(({ idempotencyKeys }) => idempotencyKeys),
    );
    const runs = await rehearse(system.gatewayUrl, PLANS, {
      onCommand: ({ tenant, request, idempotencyKey }) => rehearsed.push({ tenant, request, idempotencyKey }),
    });
    project.provide('differences', (await closeYear(runs)).differences);
    project.provide('gatewayUrl', system.gatewayUrl);
    project.provide('postgresAdmin', system.urls.postgresAdmin);
    project.provide('rehearsed', rehearsed);
    project.provide(
      'caseIds',
      runs.map(({ suggestionId }) => suggestionId),
    );
  } catch (error) {
    await system.stop();
    throw new Error(`the year was not lived to its end\n${system.complaints.join('\n')}`, { cause: error });
  }
  return () => system.stop();
}
