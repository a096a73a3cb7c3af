import { Readable } from 'node:stream';

/** A comment that keeps proxies from taking the silence for an end. */
const HEARTBEAT_MS = 20_000;
/** The browser comes back by itself, and its rights are looked at anew. */
const LIFE_MS = 10 * 60_000;
/** When the browser comes back after a loss. */
const COME_BACK_MS = 2_000;
/** Who does not read for so long is cut off, and comes back. Bytes. */
const MOST_UNREAD = 64 * 1024;

/** An answer of server-sent events that stays open. */
export class LiveStream extends Readable {
  readonly #heartbeat = setInterval(() => this.#write(': \n\n'), HEARTBEAT_MS);
  readonly #life = setTimeout(() => this.#finish(), LIFE_MS);
  #isOver = false;

  constructor() {
    super();
    // The head of an answer goes out with its first bytes.
    this.push(`retry: ${COME_BACK_MS}\n\n`);
  }

  override _read(): void {
    // What is written comes by itself.
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearInterval(this.#heartbeat);
    clearTimeout(this.#life);
    done(error);
  }

  /** One event; after the end nothing. */
  tell(event: string, data: object): void {
    this.#write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  #finish(): void {
    this.#isOver = true;
    this.push(null);
  }

  #write(text: string): void {
    if (this.destroyed || this.#isOver) return;
    if (this.readableLength > MOST_UNREAD) this.destroy();
    else this.push(text);
  }
}
