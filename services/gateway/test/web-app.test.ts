import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send } from './support/client.ts';
import { type RunningGateway, startGateway } from './support/running-gateway.ts';

const PAGE =
  '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><script src="/assets/a-1.js"></script>';

let folder: string;
let gateway: RunningGateway;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-web-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'assets', 'a-1.js'), 'export {};');
  writeFileSync(join(folder, 'assets', 'a-1.js.gz'), gzipSync('export {};'));
  writeFileSync(join(folder, 'mark.svg'), '<svg/>');
  gateway = await startGateway({ environment: { WEB_FOLDER: folder } });
});
afterAll(async () => {
  await gateway.stop();
  rmSync(folder, { recursive: true });
});

describe('the web application', () => {
  it.each(['/', '/cases/0198c0de-0000-7000-8000-000000000000', '/?colour=red'])(
    'is one page, also at %s, with a nonce of its own each time',
    async (path) => {
      const [first, second] = [await send(gateway.baseUrl + path), await send(gateway.baseUrl + path)];
      const nonces = [first, second].map(({ status, headers, body }) => {
        expect(status).toBe(200);
        expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
        const nonce = /content="([^"]+)"/.exec(String(body['text']))?.[1];
        const policy = headers.get('content-security-policy') ?? '';
        expect(policy).toContain(`'nonce-${nonce}'`);
        expect(policy).toContain("script-src 'self';");
        expect(policy).not.toContain('unsafe');
        return nonce;
      });
      expect(nonces[0]).not.toBe(nonces[1]);
    },
  );

  it('keeps hashed files for ever', async () => {
    const answer = await send(`${gateway.baseUrl}/assets/a-1.js`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('sends the compressed form of a file to whoever takes it', async () => {
    const url = `${gateway.baseUrl}/assets/a-1.js`;
    const [small, plain] = await Promise.all(
      ['gzip', 'identity'].map((encoding) => fetch(url, { headers: { 'accept-encoding': encoding } })),
    );
    expect(small?.headers.get('content-encoding')).toBe('gzip');
    expect(small?.headers.get('content-type')).toBe('application/javascript; charset=utf-8');
    expect(small?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(small?.headers.get('vary')).toBe('accept-encoding');
    expect(plain?.headers.get('content-encoding')).toBeNull();
    expect(await small?.text()).toBe(await plain?.text());
  });

  it('asks again each time for the page and for files whose name stays', async () => {
    for (const path of ['/', '/mark.svg']) {
      const answer = await send(gateway.baseUrl + path);
      expect(answer.headers.get('cache-control'), path).toBe('no-cache');
    }
  });

  it('does not answer with the page where a file or the API is meant', async () => {
    for (const path of [
      '/assets/b.js',
      '/index.html',
      '/api/v2/me',
      '/api',
      '/..%2f..%2fpackage.json',
      '/.env',
    ]) {
      const answer = await send(gateway.baseUrl + path);
      expect(answer.status, path).toBe(404);
      expect(answer.body['code'], path).toBe('no-such-route');
    }
  });
});
