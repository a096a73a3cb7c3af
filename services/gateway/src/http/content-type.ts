import type { FastifyInstance } from 'fastify';
import { parseJsonBody } from './json-body.ts';
import { problem } from './problem.ts';

/** Exactly JSON in UTF-8; no tab, comma list, other charset or `+json` sibling slips past (CVE-2025-32442 ff.). */
const JSON_TYPE = /^application\/json(?: ?; ?charset="?utf-8"?)?$/i;

/** Of the routes that take or answer a file, whatever it is: its content decides. */
export const FILE_TYPE = 'application/octet-stream';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The body is a file, not JSON. */
    takesFile?: true;
  }
}

/** Accepts bodies of one content type only, JSON but for files, and parses JSON strictly. An empty body needs no content type. */
export function acceptOnlyJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseJsonBody(Buffer.isBuffer(body) ? body : Buffer.from(body)));
    } catch (error) {
      done(error as Error);
    }
  });
  app.addContentTypeParser(FILE_TYPE, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onRequest', (request, _reply, done) => {
    const type = request.headers['content-type'];
    if (
      type !== undefined ? !isAccepted(type, request.routeOptions.config.takesFile) : hasBody(request.headers)
    ) {
      throw problem('unsupported-media-type', { in: 'header', field: '/content-type' });
    }
    done();
  });
}

function isAccepted(type: string, takesFile: true | undefined): boolean {
  return takesFile === true ? type.toLowerCase() === FILE_TYPE : JSON_TYPE.test(type);
}

function hasBody(headers: Record<string, string | string[] | undefined>): boolean {
  const length = headers['content-length'];
  return headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}
