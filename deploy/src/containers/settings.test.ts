import { describe, expect, it } from 'vitest';
import { environmentOf } from '../process-environment.ts';
import { describeTopology, PROCESS_NAMES } from '../topology.ts';
import { containerTopology, envFile, settingsFiles, type ContainerOptions } from './settings.ts';

const options: ContainerOptions = {
  mode: 'production',
  secrets: { password: (name) => `password-of-${name}` },
  syncAlways: true,
  logLevel: 'info',
  scannerUrl: 'tcp://clamd:3310',
  messages: { SMTP_URL: 'smtps://user:p$a#s s@mail.example' },
};

/** The variables of one container. */
function variablesOf(name: string, more: Partial<ContainerOptions> = {}): ReadonlyMap<string, string> {
  const text = settingsFiles({ ...options, ...more }).get(`env/${name}.env`) ?? '';
  return new Map(
    text
      .trim()
      .split('\n')
      .map((line) => {
        const at = line.indexOf('=');
        return [line.slice(0, at), line.slice(at + 1)];
      }),
  );
}

describe('the settings of containers', () => {
  it('name the same variables as npm start, process by process', () => {
    const topology = describeTopology({ mode: 'production' });
    for (const name of PROCESS_NAMES) {
      const process = topology.processes.find((each) => each.name === name);
      if (process === undefined) throw new Error(`no process ${name}`);
      const atHome = environmentOf(process, {
        ...{ topology, logLevel: 'info', scannerUrl: 'none', messages: options.messages ?? {} },
        urls: { postgresAdmin: 'postgres://a:b@h/postgres', nats: 'nats://h', redis: 'redis://h' },
        passwords: new Map(
          topology.databases.flatMap((each) => [
            [each.appRole, ''],
            [each.relayRole, ''],
          ]),
        ),
        identity: { keyFile: () => '', jwksFile: '' },
        telemetryStore: { url: 'http://h', token: '' },
      });
      expect([...variablesOf(name).keys()].toSorted()).toEqual(Object.keys(atHome).toSorted());
    }
  });

  it('find peers, servers and keys where compose.yaml puts them', () => {
    const intake = variablesOf('intake');

    expect(intake.get('PEER_SUPERVISION')).toBe('supervision:15130');
    expect(intake.get('GRPC_ADDRESS')).toBe('0.0.0.0:15110');
    expect(intake.get('DATABASE_URL')).toBe(
      'postgres://intake_app:password-of-intake_app@postgres:5432/huiyin_intake',
    );
    expect(intake.get('IDENTITY_KEY_FILE')).toBe('/run/secrets/identity-key');
    // The parent of a container's process is the engine.
    expect(intake.get('HUIYIN_PARENT_WATCH')).toBe('0');
    expect(variablesOf('gateway').get('REDIS_URL')).toBe('redis://:password-of-redis@redis:6379');
    expect(variablesOf('seed').get('PEER_DIRECTORY')).toBe('directory:15100');
  });

  it('tell no process the password of another database', () => {
    for (const { service } of containerTopology('production').databases) {
      const text = settingsFiles(options).get(`env/${service}.env`) ?? '';
      const roles = [...text.matchAll(/password-of-(\w+)/g)].map(([, role]) => role);
      expect(new Set(roles)).toEqual(new Set([`${service}_app`, `${service}_relay`, 'telemetry']));
    }
  });

  it('show notification the certificates of one’s own authority, and name the file where it is shown', () => {
    const own = { messages: { MESSAGE_CA_FILE: '/home/office/ca.pem' }, messageAuthorities: 'PEM' };
    const notification = variablesOf('notification', own);

    expect(notification.get('MESSAGE_CA_FILE')).toBe('/run/secrets/message-authorities');
    expect(notification.get('NODE_EXTRA_CA_CERTS')).toBe('/run/secrets/message-authorities');
    expect(settingsFiles({ ...options, ...own }).get('message-authorities.pem')).toBe('PEM');
    expect(variablesOf('notification').has('NODE_EXTRA_CA_CERTS')).toBe(false);
    expect(settingsFiles(options).get('message-authorities.pem')).toBe('');
  });

  it('send telemetry to a collector when one is named, and keep none then', () => {
    const gateway = variablesOf('gateway', { otlpEndpoint: 'http://collector:4318' });

    expect(gateway.get('OTEL_EXPORTER_OTLP_ENDPOINT')).toBe('http://collector:4318');
    expect(gateway.has('TELEMETRY_STORE_URL')).toBe(false);
  });

  it('ask nats-server to flush always only where it knows the word', () => {
    expect(settingsFiles(options).get('nats.conf')).toContain('\n  sync_interval: always\n');
    expect(settingsFiles({ ...options, syncAlways: false }).get('nats.conf')).not.toContain('sync_interval');
  });
});

describe('an environment file', () => {
  it('quotes what a shell or Compose would read otherwise, and refuses what no quotes can hold', () => {
    expect(envFile({ URL: 'http://a:1/b?c=d%20', MAIL: 'p$a#s s', EMPTY: '' })).toBe(
      "URL=http://a:1/b?c=d%20\nMAIL='p$a#s s'\nEMPTY=\n",
    );
    expect(() => envFile({ MAIL: "it's" })).toThrow(/MAIL may contain neither/);
    expect(() => envFile({ MAIL: 'a\nB=c' })).toThrow(RangeError);
  });
});
