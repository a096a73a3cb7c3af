import { createHmac } from 'node:crypto';

/** A code is shown this long. */
const STEP_MS = 60_000;
/** The one shown before is still taken: people type. */
const STEPS_TAKEN = 2;
/** How far back a code is known as one that was right. */
const STEPS_REMEMBERED = 30;
/** Eight digits: whoever guesses at the gateway's limit for a whole day finds one in fifty times. */
const DIGITS = 8;

/** 签到码 at an instant of business time, and when the next one takes its place. */
export function checkInCodeAt(key: string, at: Date): { readonly code: string; readonly nextAt: Date } {
  const step = stepOf(at);
  return { code: codeOf(key, step), nextAt: new Date((step + 1) * STEP_MS) };
}

/** What a typed code is worth; blanks do not count. */
export function judgeCode(key: string, at: Date, typed: string): 'valid' | 'expired' | 'wrong' {
  const code = typed.replaceAll(/\s/g, '');
  const now = stepOf(at);
  for (let age = 0; age < STEPS_REMEMBERED; age += 1)
    if (codeOf(key, now - age) === code) return age < STEPS_TAKEN ? 'valid' : 'expired';
  return 'wrong';
}

function stepOf(at: Date): number {
  return Math.floor(at.getTime() / STEP_MS);
}

/** Truncated as in RFC 4226 §5.3. */
function codeOf(key: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha256', key).update(counter).digest();
  const offset = hash.readUInt8(hash.length - 1) & 0x0f;
  const number = hash.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}
