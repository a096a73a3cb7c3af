const PREFIX = 'huiyin.kept.';
/** Drafts older than this are forgotten, milliseconds. */
const KEPT_FOR_MS = 30 * 86_400_000;

interface Kept {
  readonly at: number;
  readonly value: unknown;
}

/**
 * What was typed and not yet accepted, kept in this browser so that a reload, an ended session or a lost connection
 * costs nothing. Keys carry the person, so that nobody finds another's words.
 */
export function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify({ at: Date.now(), value } satisfies Kept));
  } catch (error) {
    // A full or forbidden storage must not stop anybody from writing; the form itself still holds the words.
    console.warn('huiyin: what was typed could not be kept in this browser', error);
  }
}

/** What was kept under the key, or undefined: also when it is not what is wanted any more. */
export function keptUnder<Value>(key: string, is: (value: unknown) => value is Value): Value | undefined {
  const found = localStorage.getItem(PREFIX + key);
  if (found === null) return undefined;
  const { at, value } = keptIn(found);
  if (Date.now() - at < KEPT_FOR_MS && is(value)) return value;
  forget(key);
  return undefined;
}

function keptIn(text: string): Kept {
  try {
    const found = JSON.parse(text) as Partial<Kept> | null;
    return { at: Number(found?.at), value: found?.value };
  } catch (error) {
    console.warn('huiyin: what this browser had kept cannot be read', error);
    return { at: 0, value: undefined };
  }
}

export function forget(key: string): void {
  localStorage.removeItem(PREFIX + key);
}
