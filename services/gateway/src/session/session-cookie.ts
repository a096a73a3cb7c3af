import type { FastifyReply, FastifyRequest } from 'fastify';

export type Mode = 'rehearsal' | 'production';

interface CookieForm {
  readonly name: '__Host-huiyin' | 'huiyin';
  readonly secure: boolean;
}

const HOST_COOKIE: CookieForm = { name: '__Host-huiyin', secure: true };
const PLAIN_COOKIE: CookieForm = { name: 'huiyin', secure: false };

/**
 * The cookie a login over this connection gets: `__Host-huiyin` (Secure) over HTTPS and on loopback, where
 * browsers accept Secure cookies over plain HTTP (docs/adr/0011-session-cookie.md); over plain HTTP to another
 * host, which a rehearsal in an office network may want, the same cookie without prefix and Secure. Undefined:
 * in production a login over such a connection is refused.
 */
export function cookieFormFor(request: FastifyRequest, mode: Mode): CookieForm | undefined {
  if (request.protocol === 'https' || isLoopback(request.hostname)) return HOST_COOKIE;
  return mode === 'rehearsal' ? PLAIN_COOKIE : undefined;
}

/** The session id a request carries, under the one name its connection allows. */
export function sessionIdOf(request: FastifyRequest, mode: Mode): string | undefined {
  const form = cookieFormFor(request, mode);
  return form === undefined ? undefined : request.cookies[form.name];
}

export function setSessionCookie(reply: FastifyReply, form: CookieForm, id: string): void {
  reply.setCookie(form.name, id, { path: '/', httpOnly: true, sameSite: 'lax', secure: form.secure });
}

export function clearSessionCookie(reply: FastifyReply, form: CookieForm): void {
  reply.clearCookie(form.name, { path: '/', httpOnly: true, sameSite: 'lax', secure: form.secure });
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}
