import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problem } from './problem.ts';

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses changes that another site's page asks for (CSRF), beside SameSite=Lax. Browsers always send
 * Sec-Fetch-Site or, older ones, Origin with such requests; a client that sends neither is not a browser and
 * has no cookie it did not put there itself.
 */
export function addOriginCheck(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    if (!SAFE.has(request.method) && !isSameOrigin(request)) throw problem('cross-site-request');
    done();
  });
}

function isSameOrigin(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.headers.origin;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === request.host;
}
