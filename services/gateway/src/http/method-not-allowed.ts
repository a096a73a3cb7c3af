import type { FastifyInstance, HTTPMethods } from 'fastify';
import { problem } from './problem.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const satisfies HTTPMethods[];

/**
 * Registers `register`'s routes and then, for every address among them, a refusal for each method it does not
 * have, so that a wrong method is 405 with Allow and not 404.
 */
export function withMethodNotAllowed(app: FastifyInstance, register: () => void): void {
  const methods = new Map<string, Set<string>>();
  let collecting = true;
  app.addHook('onRoute', ({ url, method }) => {
    if (!collecting) return;
    const known = methods.get(url) ?? new Set<string>();
    for (const name of [method].flat()) known.add(name);
    methods.set(url, known);
  });
  register();
  collecting = false;
  for (const [url, known] of methods) refuseOthers(app, url, known);
}

function refuseOthers(app: FastifyInstance, url: string, known: ReadonlySet<string>): void {
  if (known.has('GET')) return refuse(app, url, new Set([...known, 'HEAD']));
  refuse(app, url, known);
}

function refuse(app: FastifyInstance, url: string, known: ReadonlySet<string>): void {
  const allow = [...known].toSorted().join(', ');
  app.route({
    url,
    method: METHODS.filter((method) => !known.has(method)),
    schema: { hide: true },
    onRequest: () => {
      throw problem('method-not-allowed', { allow });
    },
    handler: (_request, reply) => reply.send(),
  });
}
