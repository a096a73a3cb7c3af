import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** A command by which a session's id changed: the id it came with and its Idempotency-Key. */
export interface Succession {
  readonly oldId: string;
  readonly idempotencyKey: string;
}

/** Under which name Redis keeps what became of a session; tells nothing of either id. */
export function successorName({ oldId, idempotencyKey }: Succession): string {
  return `huiyin:successor:${createHash('sha256').update(`${oldId} ${idempotencyKey}`).digest('hex')}`;
}

/** The new id, readable only for who holds the old id and the command's key. */
export function sealSuccessor(by: Succession, newId: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(by), iv);
  const sealed = Buffer.concat([cipher.update(newId, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The new id; undefined when the text was not sealed by this succession. */
export function openSuccessor(by: Succession, text: string): string | undefined {
  const bytes = Buffer.from(text, 'base64url');
  const [iv, tag] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)];
  try {
    const decipher = createDecipheriv(CIPHER, keyOf(by), iv, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(tag);
    const opened = [decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()];
    return Buffer.concat(opened).toString('utf8');
  } catch {
    return undefined;
  }
}

/** The old id has 256 random bits, so its derivation needs no stretching. */
function keyOf({ oldId, idempotencyKey }: Succession): Buffer {
  return Buffer.from(hkdfSync('sha256', oldId, idempotencyKey, 'huiyin session successor', KEY_BYTES));
}
