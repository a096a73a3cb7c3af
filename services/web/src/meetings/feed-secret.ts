const SECRET_BYTES = 32;

/** A new secret for an address that needs no login, and what the server is told of it: only its hash. */
export async function newFeedSecret(): Promise<{ readonly secret: string; readonly secretHash: string }> {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  const secret = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret)));
  return { secret, secretHash: [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('') };
}
