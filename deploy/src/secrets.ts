import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StateDirectory } from './state-directory.ts';
import { isErrno } from './processes/process-identity.ts';

/** Passwords made once for one state directory. */
export interface Secrets {
  /** The password of a database role or server; made when first asked for. Letters, digits, `-` and `_` only. */
  password(name: string): string;
}

const PASSWORD_BYTES = 24;

export function openSecrets(state: StateDirectory): Secrets {
  const file = join(state.secrets, 'passwords.json');
  const passwords = new Map(Object.entries(readPasswords(file)));
  return {
    password: (name) => {
      const known = passwords.get(name);
      if (known !== undefined) return known;
      const made = randomBytes(PASSWORD_BYTES).toString('base64url');
      passwords.set(name, made);
      writePrivately(file, `${JSON.stringify(Object.fromEntries(passwords), null, 2)}\n`);
      return made;
    },
  };
}

/** Whole or not at all, readable by the owner only. */
export function writePrivately(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function readPasswords(file: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return {};
    throw new Error(`${file} cannot be read; restore it or begin anew with --fresh`, { cause: error });
  }
}
