import type { FastifyInstance } from 'fastify';
import { parseJsonBody } from './json-body.ts';
import { problem } from './problem.ts';

/** Exactly JSON in UTF-8; no tab, comma list, other charset or `+json` sibling slips past (CVE-2025-32442 ff.). */
const JSON_TYPE = /^application\/json(?: ?; ?charset="?utf-8"?)?$/i;

/** Accepts bodies of one content type only and parses them strictly. An empty body needs no content type. */
export function acceptOnlyJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseJsonBody(Buffer.isBuffer(body) ? body : Buffer.from(body)));
    } catch (error) {
      done(error as Error);
    }
  });
  app.addHook('onRequest', (request, _reply, done) => {
    const type = request.headers['content-type'];
    if (type !== undefined ? !JSON_TYPE.test(type) : hasBody(request.headers)) {
      throw problem('unsupported-media-type', { in: 'header', field: '/content-type' });
    }
    done();
  });
}

function hasBody(headers: Record<string, string | string[] | undefined>): boolean {
  const length = headers['content-length'];
  return headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}
