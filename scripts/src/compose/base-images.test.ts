import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '@huiyin/deploy/state-directory';
import { expect, test } from 'vitest';
import { USUAL_IMAGES } from './base-images.ts';
import { OBSERVERS } from './bring-up.ts';
import { knowsSyncInterval } from './nats-version.ts';

const deploy = (name: string): string => readFileSync(join(REPOSITORY, 'deploy', name), 'utf8');

test('the images that are tried are those that compose.yaml and the Dockerfile name', () => {
  const named = [...deploy('compose.yaml').matchAll(/\$\{(\w+)_IMAGE:-([^}]+)\}/g)].map(([, name, image]) => [
    name?.toLowerCase(),
    image,
  ]);
  const { node, ...servers } = USUAL_IMAGES;

  expect(Object.fromEntries(named)).toEqual(servers);
  expect(deploy('Dockerfile')).toContain(`ARG NODE_IMAGE=${node}\n`);
});

test('nothing fetches a frontend for the Dockerfile, and no secret is copied into a layer', () => {
  const lines = deploy('Dockerfile').split('\n');

  expect(lines.filter((line) => /^#\s*syntax\s*=/i.test(line))).toEqual([]);
  expect(lines.filter((line) => /^(COPY|ADD|ARG|ENV)\b.*(npmrc|certificates|TOKEN)/i.test(line))).toEqual([]);
  expect(lines.findLast((line) => line.startsWith('USER '))).toBe('USER node');
});

test('the profile observe is what the test tries to run', () => {
  const observed = deploy('compose.yaml').matchAll(/^ {2}(\w+):\n(?: {4}.*\n)*? {4}profiles: \[observe\]$/gm);

  expect([...observed].map(([, name]) => name)).toEqual(OBSERVERS);
});

test('sync_interval is for nats-server 2.10 and later', () => {
  expect(['2.9.10', '2.10.0', '2.12.1', '3.0.0'].map(knowsSyncInterval)).toEqual([false, true, true, true]);
});
