import type { Tx } from '@huiyin/kernel/tx';
import type { OpenStream } from '@huiyin/kernel/unit-of-work';

/** The locked stream of the thing that is written, in its tenant. */
export interface OpenStreamOf {
  readonly tx: Tx;
  readonly stream: OpenStream;
  readonly tenant: string;
}
