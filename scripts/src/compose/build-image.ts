import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastLine } from '@huiyin/deploy/servers/run-program';
import { StartupFailure } from '@huiyin/deploy/servers/startup-failure';
import { REPOSITORY } from '@huiyin/deploy/state-directory';
import { runCommand } from '../run-check.ts';
import type { Engine } from './engine.ts';
import { npmSettings } from './npm-settings.ts';

export const IMAGE = 'huiyin:local';
const BUILD_WITHIN_MS = 1_200_000;
/** Build arguments that every engine knows and keeps out of the image. */
const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'];

/**
 * Builds Huiyin's image on this host's network, with its npm configuration and certificates as secrets of the build.
 * `work`: a folder that nobody else may enter. Answers the image's size in bytes.
 */
export async function buildImage(engine: Engine, nodeImage: string, work: string): Promise<number> {
  const secrets = await buildSecrets(work);
  const proxies = PROXIES.filter((name) => process.env[name] !== undefined);
  const args = [
    ...['build', '--network=host', '--tag', IMAGE, '--file', join(REPOSITORY, 'deploy/Dockerfile')],
    ...['--build-arg', `NODE_IMAGE=${nodeImage}`],
    ...proxies.flatMap((name) => ['--build-arg', name]),
    ...secrets.flatMap(([id, file]) => ['--secret', `id=${id},src=${file}`]),
    REPOSITORY,
  ];
  const env = { ...engine.env, DOCKER_BUILDKIT: '1', BUILDKIT_PROGRESS: 'plain' };
  const { code, output } = await runCommand(engine.docker, args, { env, timeoutMs: BUILD_WITHIN_MS });
  if (code !== 0) {
    const shown = output.trim().split('\n').slice(-30).join('\n');
    throw new StartupFailure(`the image cannot be built:\n${shown}`);
  }
  const inspect = ['image', 'inspect', '--format', '{{.Size}}', IMAGE];
  return Number(lastLine((await runCommand(engine.docker, inspect, { env })).output));
}

async function buildSecrets(work: string): Promise<readonly (readonly [string, string])[]> {
  mkdirSync(work, { recursive: true, mode: 0o700 });
  const certificates = await certificatesFile();
  const npmrc = join(work, 'npmrc');
  const texts = await Promise.all(['globalconfig', 'userconfig'].map(configText));
  const text = npmSettings([...texts, environmentText()], certificates !== undefined);
  writeFileSync(npmrc, text, { mode: 0o600 });
  if (certificates === undefined) return [['npmrc', npmrc]];
  const copy = join(work, 'certificates.pem');
  copyFileSync(certificates, copy);
  return [
    ['npmrc', npmrc],
    ['certificates', copy],
  ];
}

/** What npm is told by the environment goes before its files. */
function environmentText(): string {
  const registry = process.env['npm_config_registry'] ?? process.env['NPM_CONFIG_REGISTRY'];
  return registry === undefined ? '' : `registry=${registry}`;
}

async function configText(which: string): Promise<string> {
  const file = await npmConfig(which);
  return file !== undefined && existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** The authorities that this host trusts beyond those that Node ships. */
async function certificatesFile(): Promise<string | undefined> {
  const named = [process.env['NODE_EXTRA_CA_CERTS'], process.env['SSL_CERT_FILE'], await npmConfig('cafile')];
  return named.find((file) => file !== undefined && existsSync(file));
}

async function npmConfig(key: string): Promise<string | undefined> {
  const value = lastLine((await runCommand('npm', ['config', 'get', key])).output);
  return value === '' || value === 'null' || value === 'undefined' ? undefined : value;
}
