import { inflateRawSync } from 'node:zlib';
import type { Inflated } from '../domain/zip-container.ts';

/** Inflates one part of a container, never beyond `limit` bytes. Blocks: at most 200 MiB a file. */
export function inflate(packed: Uint8Array, limit: number): Inflated {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large-inside' : 'malformed';
  }
}
