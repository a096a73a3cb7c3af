import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

const NONCE_MARK = '__CSP_NONCE__';
/** Files whose name changes with their content. */
const HASHED_FILES = 'public, max-age=31536000, immutable';

/** The built web application's one page. */
export interface WebApp {
  /** Sends the page for any address of the application. */
  sendPage(reply: FastifyReply): void;
}

/**
 * Serves the build in `folder`; undefined when there is none. The page is sent with a strict CSP. Styles that
 * the component library makes at run time need the nonce, which replaces the mark in `index.html`
 * (`<meta name="csp-nonce" content="__CSP_NONCE__">`).
 */
export async function serveWebApp(app: FastifyInstance, folder: string): Promise<WebApp | undefined> {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return undefined;
  const page = readFileSync(index, 'utf8');
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    globIgnore: ['index.html'],
    cacheControl: false,
    // The build writes .br and .gz beside each script and style.
    preCompressed: true,
    setHeaders: (response, path) => {
      const isHashed = path.startsWith(join(folder, 'assets'));
      void response.header('cache-control', isHashed ? HASHED_FILES : 'no-cache');
    },
  });
  return {
    sendPage: (reply) => {
      const nonce = randomBytes(16).toString('base64');
      void reply
        .header('content-security-policy', pagePolicy(nonce))
        .header('cache-control', 'no-cache')
        .type('text/html; charset=utf-8')
        .send(page.replaceAll(NONCE_MARK, nonce));
    },
  };
}

function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
