/** The gateway ends a session that rests for half an hour. Milliseconds. */
const RESTED_MS = 25 * 60_000;

/** The cookie of somebody who logs in again after a rest so long that the session may be over. */
export function lastingCookie(first: string, logInAgain: () => Promise<string>): () => Promise<string> {
  let cookie = Promise.resolve(first);
  let usedAt = performance.now();
  return () => {
    if (performance.now() - usedAt > RESTED_MS) cookie = logInAgain();
    usedAt = performance.now();
    return cookie;
  };
}
