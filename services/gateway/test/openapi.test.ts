import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send } from './support/client.ts';
import { operationsOf } from './support/open-api.ts';
import { unboundedMembers } from './support/unbounded.ts';
import { type RunningGateway, startGateway } from './support/running-gateway.ts';

const GOLDEN = new URL('../openapi.json', import.meta.url);

const KEYLESS = ['/api/v1/session', '/api/v1/ballots/{id}:cast'];

let gateway: RunningGateway;
let document: Record<string, unknown>;
beforeAll(async () => {
  gateway = await startGateway();
  document = (await send(`${gateway.baseUrl}/api/openapi.json`)).body;
});
afterAll(() => gateway.stop());

describe('the OpenAPI document', () => {
  it('is the one checked in (npm run generate rewrites it)', () => {
    const text = `${JSON.stringify(document, null, 2)}\n`;
    if (process.env['HUIYIN_GOLDEN'] === 'write') writeFileSync(GOLDEN, text);
    expect(existsSync(GOLDEN)).toBe(true);
    expect(text).toBe(readFileSync(GOLDEN, 'utf8'));
  });

  it('is OpenAPI 3.1 and describes every operation fully, each under its own id', () => {
    expect(document['openapi']).toMatch(/^3\.1\./);
    const operations = operationsOf(document);
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { operationId, operation } of operations) {
      expect(operationId, JSON.stringify(operation)).toMatch(/^[a-z][A-Za-z0-9]*$/);
      expect(operation.tags, operationId).toHaveLength(1);
      expect(operation.summary, operationId).toMatch(/[\u4e00-\u9fff]/);
      const success = Object.keys(operation.responses).find((status) => status.startsWith('2'));
      expect(success, operationId).toBeDefined();
      const content = operation.responses[success ?? '']?.content;
      // An answer is JSON, or a file of one kind.
      if (success !== '204')
        expect(Object.values(content ?? {}).map(({ schema }) => !schema)).toEqual([false]);
      expect(operation.responses['default']?.content, operationId).toHaveProperty([
        'application/problem+json',
      ]);
    }
  });

  it('bounds every text, list and number that a request may hold', () => {
    const unbounded = operationsOf(document).flatMap((operation) => unboundedMembers(document, operation));
    expect(unbounded).toEqual([]);
  });

  it('names every method its addresses answer to', async () => {
    const byPath = Object.groupBy(operationsOf(document), ({ path }) => path);
    for (const [path, operations = []] of Object.entries(byPath)) {
      const documented = operations.map(({ method }) => method);
      const allowed = documented.includes('GET') ? [...documented, 'HEAD'] : documented;
      const url = gateway.baseUrl + path.replaceAll(/\{\w+\}/g, '0198c0de-0000-7000-8000-000000000000');
      const answer = await send(url, { method: 'OPTIONS' });
      expect(answer.status, path).toBe(405);
      expect(answer.headers.get('allow'), path).toBe(allowed.toSorted().join(', '));
    }
  });

  it('asks a key of every POST but logging in and casting a vote', () => {
    for (const { method, path, operation } of operationsOf(document)) {
      if (method !== 'POST' || KEYLESS.includes(path)) continue;
      const key = operation.parameters?.find(({ name }) => name.toLowerCase() === 'idempotency-key');
      expect(key, path).toMatchObject({ in: 'header', required: true });
    }
  });
});

describe('the human page', () => {
  it('is served from here, under a policy without foreign or inline scripts', async () => {
    const page = await send(`${gateway.baseUrl}/api/docs/`);
    expect(page.status).toBe(200);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self'/);
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/);
    const text = String(page.body['text']);
    expect(text).not.toMatch(/(src|href)="https?:/);
    const scripts = [...text.matchAll(/<script[^>]*src="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) {
      const url = new URL(script, `${gateway.baseUrl}/api/docs/`);
      expect(url.origin).toBe(gateway.baseUrl);
      expect((await fetch(url)).status, script).toBe(200);
    }
  });
});
