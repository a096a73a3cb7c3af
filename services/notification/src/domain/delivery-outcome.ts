/** What is known after one attempt. `answer` is the server's, cut short, or ours; never an address or a text. */
export type DeliveryOutcome =
  | { readonly kind: 'sent'; readonly answer: string }
  /** Certainly not accepted, and may be another time. */
  | { readonly kind: 'failed'; readonly answer: string; readonly serverAway: boolean }
  /** Certainly not accepted, and will not be. */
  | { readonly kind: 'refused'; readonly answer: string }
  /** The message was on its way and nobody knows whether it arrived. */
  | { readonly kind: 'unknown'; readonly answer: string };

/** How an SMTP attempt failed. */
export interface SmtpFailure {
  /** The reply's three digits; undefined when no reply came. */
  readonly replyCode: number | undefined;
  /** Before a recipient was named: TLS, the login or our own address was refused, which hits every message. */
  readonly hitsAll: boolean;
  /** A byte of the message was handed over: from here on the server may have taken it. */
  readonly begun: boolean;
  readonly answer: string;
}

/**
 * RFC 5321 §4.2.1: 4yz is transient, 5yz permanent; a server that answers so has not taken the message. What hits every
 * message is the operator's to mend, so it is tried again.
 */
export function judgeSmtp({ replyCode, hitsAll, begun, answer }: SmtpFailure): DeliveryOutcome {
  if (replyCode === undefined) {
    return begun ? { kind: 'unknown', answer } : { kind: 'failed', answer, serverAway: true };
  }
  if (replyCode >= 500 && !hitsAll) return { kind: 'refused', answer };
  return { kind: 'failed', answer, serverAway: hitsAll };
}

/**
 * 2xx: taken. 429 and 503 say that the receiver has not looked at it. Other 5xx, and anything in between it and us that
 * gave up, leave open what the receiver did. All others, redirects among them, are its refusal.
 */
export function judgeHttpStatus(status: number): DeliveryOutcome {
  const answer = `HTTP ${status}`;
  if (status >= 200 && status < 300) return { kind: 'sent', answer };
  if (status === 429 || status === 503) return { kind: 'failed', answer, serverAway: true };
  return status >= 500 ? { kind: 'unknown', answer } : { kind: 'refused', answer };
}

const MINUTE_MS = 60_000;
const LONGEST_WAIT_MS = 6 * 60 * MINUTE_MS;
/** After so many failures in a row, about 18 hours, it is the operator's. */
const MOST_FAILURES = 8;

/** Wait before the next attempt, milliseconds: 1, 4, 16 … minutes; undefined when there is none. */
export function waitAfter(failures: number): number | undefined {
  if (failures >= MOST_FAILURES) return undefined;
  return Math.min(MINUTE_MS * 4 ** (failures - 1), LONGEST_WAIT_MS);
}
