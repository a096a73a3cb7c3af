import type { Passwords } from './ports.ts';

/**
 * The passwords of one bulk call. Accounts that are given the same password share one hash, so a demo city of hundreds
 * costs a few hashes; the table then shows that their passwords are equal, which whoever sent the batch decided.
 */
export function batchPasswords(passwords: Passwords): Pick<Passwords, 'hash' | 'verify'> {
  const hashes = new Map<string, ReturnType<Passwords['hash']>>();
  const verdicts = new Map<string, ReturnType<Passwords['verify']>>();
  return {
    hash: (password) => remember(hashes, password, () => passwords.hash(password)),
    verify: (hash, password) =>
      remember(verdicts, `${hash} ${password}`, () => passwords.verify(hash, password)),
  };
}

function remember<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const earlier = known.get(key);
  if (earlier !== undefined) return earlier;
  const made = make();
  known.set(key, made);
  return made;
}
