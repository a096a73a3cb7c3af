import { SHOWN_TENANT } from '@huiyin/demo-city/accounts';
import { recordProcess, livingProcesses, stopRecorded } from '@huiyin/deploy/processes/pid-files';
import { startGuard } from '@huiyin/deploy/processes/start-guard';
import { STOP } from '@huiyin/deploy/processes/stop-order';
import { openSecrets } from '@huiyin/deploy/secrets';
import { startServers, type GivenServers } from '@huiyin/deploy/servers/start-servers';
import { StartupFailure } from '@huiyin/deploy/servers/startup-failure';
import { createStateDirectory, stateDirectory, type StateDirectory } from '@huiyin/deploy/state-directory';
import { startSystem, type System } from '@huiyin/deploy/system';
import { PROCESS_NAMES, type Topology } from '@huiyin/deploy/topology';
import { beginAnew } from './begin-anew.ts';
import { buildWeb } from './build-web.ts';
import { complain, describeFailure, say, showFrom } from './console.ts';
import { preflight } from './preflight.ts';
import { demoAccounts, seedDemoCity } from './seed.ts';
import { seedPastCases } from './seed-past-cases.ts';
import { endCommands } from './run-check.ts';
import { seedOnce } from './seed-once.ts';
import { readStartOptions, topologyOf, type StartOptions } from './start-options.ts';
import { stopRequested } from './stop-request.ts';

const START = 'start';

/** What has to be undone at the end, latest first. */
type Undo = (() => Promise<void>)[];

/** Starts everything and keeps it running until asked to stop; answers the exit code. */
async function main(): Promise<number> {
  const parsed = readStartOptions(process.env, process.argv.slice(2));
  if ('problems' in parsed) return refuse(parsed.problems);
  const { options } = parsed;
  const topology = topologyOf(options);
  const state = stateDirectory(options.environment.HUIYIN_STATE);
  createStateDirectory(state);
  const other = livingProcesses(state.run).find(({ name }) => name === START);
  if (other !== undefined) return refuse([`Huiyin runs here already (process ${other.pid}): stop it first`]);
  const leftovers = await stopRecorded(state.run, () => true);
  if (leftovers.length > 0) say(`ended ${leftovers.length} processes that an earlier start had left`);
  const problems = await preflight(topology, options);
  return problems.length > 0 ? refuse(problems) : runUntilStopped(topology, state, options);
}

function refuse(problems: readonly string[]): number {
  for (const problem of problems) complain(problem);
  return 1;
}

async function runUntilStopped(
  topology: Topology,
  state: StateDirectory,
  options: StartOptions,
): Promise<number> {
  const asked = stopRequested();
  recordProcess(state.run, { ...STOP.start, name: START, pid: process.pid });
  const guard = startGuard(state.run);
  const undo: Undo = [];
  try {
    const broken = bringUp(topology, state, options, undo).then((line) =>
      Promise.reject(new StartupFailure(line)),
    );
    const reason = await Promise.race([asked, broken]);
    say(`stopping (${reason})`);
    return 0;
  } catch (error) {
    complain(describeFailure(error));
    return 1;
  } finally {
    await endCommands();
    for (const step of undo.toReversed()) await step();
    await stopRecorded(state.run, ({ name }) => name !== START);
    await guard.release();
    say('everything has stopped');
  }
}

/** Brings everything up, then answers only when something broke: the line that says what. */
async function bringUp(
  topology: Topology,
  state: StateDirectory,
  options: StartOptions,
  undo: Undo,
): Promise<string> {
  const { environment, messages, fresh } = options;
  if (fresh) {
    await beginAnew(state, options);
    say('deleted everything that was stored');
  }
  if (topology.processes.some(({ service }) => service === 'gateway')) await buildWeb(say);
  const secrets = openSecrets(state);
  const servers = await startServers({
    state,
    ports: topology.serverPorts,
    secrets,
    say,
    given: given(environment),
  });
  undo.push(servers.stop);
  const system = await startSystem({
    topology,
    state,
    secrets,
    urls: servers.urls,
    logLevel: environment.LOG_LEVEL,
    scannerUrl: environment.SCANNER_URL,
    messages,
    keepTraces: true,
    say,
    show: showFrom,
    ...(environment.OTEL_EXPORTER_OTLP_ENDPOINT === undefined
      ? {}
      : { otlpEndpoint: environment.OTEL_EXPORTER_OTLP_ENDPOINT }),
  });
  undo.push(system.stop);
  const broken = Promise.race([servers.died, system.failed]);
  const up = system.ready.then(() => seedAndGreet(system, servers.urls.postgresAdmin, topology));
  return Promise.race([broken, up.then(() => broken)]);
}

async function seedAndGreet(system: System, adminUrl: string, topology: Topology): Promise<void> {
  const complete = topology.processes.length === PROCESS_NAMES.length;
  if (topology.mode === 'rehearsal' && complete) {
    const seeded = await seedOnce(adminUrl, async () => {
      await seedDemoCity({ ...system, say });
      await seedPastCases(system.gatewayUrl, SHOWN_TENANT);
    });
    if (seeded) say('the demo city is in place');
    for (const { role, login, password } of demoAccounts()) say(`  ${role}: ${login} / ${password}`);
  }
  const seconds = process.uptime().toFixed(1);
  say(`ready after ${seconds} s at ${system.gatewayUrl} (Ctrl-C stops everything)`);
}

function given({ DATABASE_URL, NATS_URL, REDIS_URL }: StartOptions['environment']): GivenServers {
  return {
    ...(DATABASE_URL === undefined ? {} : { postgresAdmin: DATABASE_URL }),
    ...(NATS_URL === undefined ? {} : { nats: NATS_URL }),
    ...(REDIS_URL === undefined ? {} : { redis: REDIS_URL }),
  };
}

process.exitCode = await main();
process.exit();
