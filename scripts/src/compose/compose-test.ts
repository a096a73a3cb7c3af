import { join } from 'node:path';
import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { writeSettings } from '@huiyin/deploy/containers/write-settings';
import { isPortFree } from '@huiyin/deploy/servers/ports';
import { StartupFailure } from '@huiyin/deploy/servers/startup-failure';
import { logIn } from '../api/session.ts';
import { Cast } from '../road/cast.ts';
import { roadPlace } from '../road/road-case.ts';
import { travel } from '../road/travel.ts';
import { provideBaseImages, pull, removeBaseWork, type BaseImage, type BaseName } from './base-images.ts';
import { bringUp, OBSERVERS } from './bring-up.ts';
import { buildImage } from './build-image.ts';
import type { Engine } from './engine.ts';
import { handOverMany } from './many-cases.ts';
import { knowsSyncInterval } from './nats-version.ts';
import { Project } from './project.ts';
import type { Line } from './report.ts';
import { killWhileDue, REPLICAS, soundAfterwards } from './warnings.ts';

/** What has to be undone at the end, latest first. */
export type Undo = (readonly [string, () => Promise<void>])[];

export interface ComposeTest {
  readonly engine: Engine;
  /** Folder for this run's secrets. */
  readonly work: string;
  /** Gets a line for every part that came to its end. */
  readonly lines: Line[];
  readonly undo: Undo;
  readonly say: (line: string) => void;
  /** Of the gateway on this machine. */
  readonly port: number;
  /** Cases whose terms end at one instant. */
  readonly cases: number;
}

/** Images, containers, the road, three replicas of which two are killed. Throws where one of them does not hold. */
export async function composeTest(test: ComposeTest): Promise<void> {
  const { engine, work, lines, undo, say, port } = test;
  if (!(await isPortFree(port)))
    throw new StartupFailure(`port ${port} is taken: choose another with --port`);
  const bases = await step(test, 'base images', () => provideBaseImages(engine, say));
  removeBaseWork();
  for (const base of bases) lines.push(lineOf(base));
  const base = (name: BaseName): BaseImage => found(bases.find((each) => each.name === name));

  const bytes = await step(test, 'image', () => buildImage(engine, base('node').image, join(work, 'build')));
  lines.push(ran('image huiyin:local', `${Math.round(bytes / 1e6)} MB, base included`));

  const settings = join(work, 'settings');
  const syncAlways = knowsSyncInterval(base('nats').version);
  writeSettings(settings, {
    mode: 'rehearsal',
    hostPort: port,
    logLevel: 'info',
    scannerUrl: 'none',
    syncAlways,
  });
  const project = new Project(engine, settings, {
    POSTGRES_IMAGE: base('postgres').image,
    NATS_IMAGE: base('nats').image,
    REDIS_IMAGE: base('redis').image,
  });
  const down = async (): Promise<void> => {
    await project.compose('down', '--volumes', '--remove-orphans', '--timeout', '30');
  };
  await down();
  undo.push(['containers, networks and volumes', down]);
  const running = await step(test, 'profile core', () => bringUp(project));
  lines.push(
    ran(
      'profile core',
      `${running.containers} containers healthy, ${running.readOnly} with a read-only root, as users ${running.accounts.join(', ')}`,
    ),
  );
  lines.push(
    ran(
      'JetStream sync_interval',
      syncAlways ? 'always' : `left out: ${base('nats').version} is before 2.10`,
    ),
  );
  await tryInside(test, project);
  await tryObserve(test, project);
}

/** Everything from here on speaks to the gateway, as people do. */
async function tryInside(test: ComposeTest, project: Project): Promise<void> {
  const { lines, port, cases } = test;
  const gatewayUrl = `http://127.0.0.1:${port}`;
  await step(test, 'demo city', () => project.compose('run', '--rm', '--no-deps', 'seed'));
  const journeys = await step(test, 'road', () => travel(new Cast(gatewayUrl, roadPlace().tenant)));
  const sealed = journeys.filter(({ glimpses }) => glimpses.at(-1)?.stage === 'archived').length;
  lines.push(
    held(sealed === journeys.length, 'road', `${sealed} of ${journeys.length} cases from draft to seal`),
  );

  const log = (name: string) => logIn(gatewayUrl, `${name}@${roadPlace().tenant}`, DEMO_PASSWORD);
  const parties = { desk: await log('desk'), operator: await log('operator') };
  const scale = ['up', '--detach', '--no-build', '--no-recreate', '--scale', `supervision=${REPLICAS}`];
  await step(test, `supervision=${REPLICAS}`, () => project.compose(...scale, 'supervision'));
  const ids = await step(test, `${cases} cases`, () => handOverMany(parties.desk, parties.operator, cases));
  const trouble = await step(test, 'two replicas killed', () => killWhileDue(project, parties, ids));
  const { clocks, dueAt, firedWhenKilled, restarts, accounts, seconds } = trouble;
  const [first = 0, second = 0] = firedWhenKilled;
  lines.push(
    held(
      Math.min(first, second) < clocks && restarts >= 2,
      'supervision=3, two killed',
      `${clocks} clocks due at ${dueAt}; SIGKILL, then ${first} warned of; SIGKILL, then ${second}; ${restarts} restarts by the engine; quiet after ${seconds.toFixed(0)} s`,
    ),
  );
  for (const { what, expected, once, lost, doubled } of accounts) {
    const detail = `${once} of ${expected} once, ${lost} lost, ${doubled} doubled`;
    lines.push(held(once === expected && expected > 0, `  ${what}`, detail));
  }
  const { intact, events, deadLetters } = await step(test, 'audit', () => soundAfterwards(parties));
  lines.push(
    held(intact && deadLetters === 0, 'chains and seals', `${events} events, ${deadLetters} dead letters`),
  );
}

/** Observers are started only from their makers' images: a stand-in would observe nothing. */
async function tryObserve({ engine, lines, say }: ComposeTest, project: Project): Promise<void> {
  const config = await project.compose('config');
  for (const name of OBSERVERS) {
    const image = new RegExp(`^  ${name}:[^]*?^    image: (\\S+)$`, 'm').exec(config)?.[1];
    if (image === undefined) throw new Error(`compose.yaml has no image for ${name}`);
    say(`pulling ${image} …`);
    if (!(await pull(engine, image))) {
      lines.push({ what: `observe: ${name}`, outcome: 'did not run', detail: `${image} cannot be had here` });
      continue;
    }
    await project.compose('up', '--detach', '--no-build', '--no-deps', name);
    const [container] = await project.containers(name);
    lines.push(held(container?.running === true, `observe: ${name}`, image));
  }
}

async function step<Answer>({ say }: ComposeTest, what: string, act: () => Promise<Answer>): Promise<Answer> {
  say(`${what} …`);
  const startedAt = performance.now();
  const answer = await act();
  say(`${what}: done in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  return answer;
}

function ran(what: string, detail: string): Line {
  return { what, outcome: 'ran', detail };
}

function held(holds: boolean, what: string, detail: string): Line {
  return { what, outcome: holds ? 'ran' : 'FAILED', detail };
}

function lineOf({ image, version, from }: BaseImage): Line {
  return ran(`base image ${image}`, `${version}, ${from}`);
}

function found(base: BaseImage | undefined): BaseImage {
  if (base === undefined) throw new Error('a base image is missing');
  return base;
}
