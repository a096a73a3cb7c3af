import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { INITDB_LOCALE, POSTGRES_SETTINGS } from '../servers/postgres.ts';
import { REPOSITORY } from '../state-directory.ts';
import { TELEMETRY_STORE_ARGUMENTS, TELEMETRY_STORE_ENTRY } from '../telemetry-store.ts';
import { PROCESS_NAMES } from '../topology.ts';
import { containerTopology, GATEWAY_PORT } from './settings.ts';
import { writeSettings } from './write-settings.ts';

interface Service {
  readonly image: string;
  readonly profiles: readonly string[];
  readonly user: string;
  readonly command?: readonly string[];
  readonly read_only: boolean;
  readonly cap_drop: readonly string[];
  readonly security_opt: readonly string[];
  readonly privileged?: boolean;
  readonly mem_limit: string;
  readonly cpus: number;
  readonly restart: string;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly networks: readonly string[];
  readonly ports?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly env_file?: readonly string[];
  readonly secrets?: readonly { readonly source: string; readonly target: string }[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

interface ComposeFile {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const text = readFileSync(join(REPOSITORY, 'deploy/compose.yaml'), 'utf8');
const file = parse(text, { merge: true }) as ComposeFile;
const services = Object.entries(file.services);
/** Run to their end. */
const TASKS = ['migrate', 'seed'];
/** Images of one program and nothing else: no shell, nothing that could ask. */
const BARE = ['collector', 'jaeger'];

const folder = mkdtempSync(join(tmpdir(), 'huiyin-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('deploy/compose.yaml', () => {
  it('runs every process by the entry and the preload of npm start', () => {
    for (const { name, entry } of containerTopology('production').processes) {
      expect(file.services[name]?.command, name).toEqual([
        ...['node', '--import', './packages/runtime/src/telemetry-preload.ts', entry],
      ]);
      expect(existsSync(join(REPOSITORY, entry))).toBe(true);
    }
    const store = ['node', ...TELEMETRY_STORE_ARGUMENTS, TELEMETRY_STORE_ENTRY];
    expect(file.services['telemetry-store']?.command).toEqual(store);
  });

  it('has in profile core what Huiyin needs, and nothing else', () => {
    const core = services.filter(([, { profiles }]) => profiles.includes('core')).map(([name]) => name);

    expect(core.toSorted()).toEqual(
      [...PROCESS_NAMES, 'postgres', 'nats', 'redis', 'migrate', 'telemetry-store'].toSorted(),
    );
  });

  it.each(services)('%s runs without rights, within limits', (_name, service) => {
    expect(service.user).toMatch(/^(?!root|0(:|$))\w/);
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    expect(service.security_opt).toContain('no-new-privileges:true');
    expect(service.privileged).toBeUndefined();
    expect(service.mem_limit).toMatch(/^\d+[mg]$/);
    expect(service.cpus).toBeGreaterThan(0);
  });

  it.each(services)('%s is watched and comes back, or runs once', (name, service) => {
    if (TASKS.includes(name)) {
      expect(service).toMatchObject({ restart: 'no', healthcheck: { disable: true } });
      return;
    }
    expect(service.restart).toBe('unless-stopped');
    const isAsked = service.healthcheck?.test !== undefined;
    expect(isAsked).toBe(!BARE.includes(name));
  });

  it('migrates before any process starts', () => {
    for (const name of PROCESS_NAMES)
      expect(file.services[name]?.depends_on?.['migrate'], name).toEqual({
        condition: 'service_completed_successfully',
      });
  });

  it('gives each process its own key and no other', () => {
    for (const name of PROCESS_NAMES) {
      const key = { source: `${name}-key`, target: 'identity-key' };
      const all = { source: 'identity-jwks', target: 'identity-jwks' };
      const authorities = { source: 'message-authorities', target: 'message-authorities' };
      const own = name === 'notification' ? [key, authorities, all] : [key, all];
      expect(file.services[name]?.secrets, name).toEqual(own);
      expect(file.services[name]?.env_file, name).toEqual([`\${HUIYIN_SETTINGS}/env/${name}.env`]);
    }
  });

  it('holds no secret itself', () => {
    expect(text).not.toMatch(/:\/\/[^\s/]*:[^\s/]*@/);
    for (const [name, { environment = {} }] of services)
      expect(Object.keys(environment).join(' '), name).not.toMatch(/PASSWORD|TOKEN|_KEY|SECRET(?!S_FOLDER)/);
  });

  it('reads only files that compose:settings writes', () => {
    const common = { mode: 'rehearsal', logLevel: 'info', syncAlways: true } as const;
    writeSettings(folder, { ...common, hostPort: 8080 });
    const read = [...text.matchAll(/\$\{HUIYIN_SETTINGS(?::\?[^}]*)?\}\/([\w./-]+)/g)].map(
      ([, path]) => path ?? '',
    );

    expect(read.length).toBeGreaterThan(PROCESS_NAMES.length * 2);
    expect(read.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
    const passwords = readFileSync(join(folder, 'secrets/passwords.json'), 'utf8');
    writeSettings(folder, { ...common, hostPort: 8081 });
    expect(readFileSync(join(folder, 'secrets/passwords.json'), 'utf8')).toBe(passwords);
  });

  it('lets the world to the gateway alone', () => {
    const published = services.filter(([, { ports }]) => ports !== undefined);

    expect(file.networks['inside']).toEqual({ internal: true });
    expect(published.map(([name]) => name)).toEqual(['gateway', 'jaeger', 'grafana']);
    expect(file.services['gateway']?.ports?.join()).toMatch(new RegExp(`:${GATEWAY_PORT}$`));
    for (const name of ['postgres', 'nats', 'redis', 'directory'])
      expect(file.services[name]?.networks, name).toEqual(['inside']);
  });

  it('keeps in named volumes what must survive its container', () => {
    expect(file.services['postgres']?.volumes).toEqual(['postgres:/var/lib/postgresql']);
    expect(file.services['nats']?.volumes).toEqual(['nats:/var/lib/nats']);
    expect(Object.keys(file.volumes)).toEqual(expect.arrayContaining(['postgres', 'nats', 'redis']));
  });

  it('sets Postgres up as npm start does', () => {
    const { command = [], environment = {} } = file.services['postgres'] ?? {};

    expect(command.slice(1)).toEqual(
      Object.entries(POSTGRES_SETTINGS).map(([name, value]) => `-c${name}=${value}`),
    );
    expect(environment['POSTGRES_INITDB_ARGS']?.split(' ')).toEqual([
      ...INITDB_LOCALE,
      '--auth-host=scram-sha-256',
    ]);
  });
});
