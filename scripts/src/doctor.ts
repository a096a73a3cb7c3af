import { openSecrets } from '@huiyin/deploy/secrets';
import { LOOPBACK } from '@huiyin/deploy/topology';
import { createStateDirectory, stateDirectory } from '@huiyin/deploy/state-directory';
import { complain, say } from './console.ts';
import { examineDatabases } from './doctor/databases.ts';
import type { Finding } from './doctor/finding.ts';
import { examineMachine, examineStart } from './doctor/machine.ts';
import { examineLeftovers, examineProcesses, isStarted } from './doctor/processes.ts';
import { readStartOptions, topologyOf, type StartOptions } from './start-options.ts';

/** Looks at everything a working Huiyin needs; what is wrong is one line each, and the exit code says whether anything is. */
async function main(): Promise<number> {
  const parsed = readStartOptions(process.env, process.argv.slice(2));
  if ('problems' in parsed) {
    for (const problem of parsed.problems) complain(problem);
    return 1;
  }
  const findings = await examine(parsed.options);
  for (const { what } of findings.filter((finding) => finding.wrong === undefined)) say(`✓ ${what}`);
  const problems = findings.flatMap((finding) => (finding.wrong === undefined ? [] : [finding.wrong]));
  for (const problem of problems) complain(`✗ ${problem}`);
  say(problems.length === 0 ? 'nothing is wrong' : `problems found: ${problems.length}`);
  return problems.length === 0 ? 0 : 1;
}

async function examine(options: StartOptions): Promise<readonly Finding[]> {
  const topology = topologyOf(options);
  const state = stateDirectory(options.environment.HUIYIN_STATE);
  createStateDirectory(state);
  const machine = [...(await examineMachine(state, options)), ...(await examineLeftovers(state))];
  if (!isStarted(state)) {
    return [
      ...machine,
      ...(await examineStart(topology, options)),
      { what: 'Huiyin does not run; npm start starts it' },
    ];
  }
  const own = `postgres://postgres:${openSecrets(state).password('postgres')}@${LOOPBACK}:${topology.serverPorts.postgres}/postgres`;
  const adminUrl = options.environment.DATABASE_URL ?? own;
  return [
    ...machine,
    ...(await examineProcesses(topology, state)),
    ...(await examineDatabases(adminUrl, topology.databases)),
  ];
}

process.exit(await main());
