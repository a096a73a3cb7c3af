import { Metadata } from '@grpc/grpc-js';
import { reject, type Rejection } from '@huiyin/kernel/rejection';
import { z } from 'zod';
import { REJECTION_KINDS } from './status-table.ts';

/** Binary metadata, because messages are Chinese and plain metadata is ASCII. Value: UTF-8 JSON of the rejection. */
const KEY = 'huiyin-rejection-bin';

/** HTTP/2 peers may refuse headers above 8 KiB; a longer message or detail is a bug in its author. */
const LIMIT_BYTES = 6 * 1024;

const schema = z.object({
  kind: z.enum(REJECTION_KINDS),
  code: z.string(),
  message: z.string(),
  field: z.string().optional(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});

/** Trailing metadata that carries a rejection. Drops the detail when the whole would not fit into a header. */
export function rejectionMetadata(rejection: Rejection): Metadata {
  const { kind, code, message, field, detail } = rejection;
  const whole = Buffer.from(JSON.stringify({ kind, code, message, field, detail }), 'utf8');
  const sent =
    whole.length <= LIMIT_BYTES
      ? whole
      : Buffer.from(JSON.stringify({ kind, code, message: message.slice(0, 500), field }), 'utf8');
  const metadata = new Metadata();
  metadata.set(KEY, sent);
  return metadata;
}

/** The rejection in trailing metadata; undefined when there is none or it cannot be read. */
export function rejectionFrom(metadata: Metadata): Rejection | undefined {
  const value = metadata.get(KEY)[0];
  if (!Buffer.isBuffer(value)) return undefined;
  const parsed = schema.safeParse(parseJson(value.toString('utf8')));
  if (!parsed.success) return undefined;
  const { kind, code, message, field, detail } = parsed.data;
  return reject(kind, code, message, {
    ...(field === undefined ? {} : { field }),
    ...(detail === undefined ? {} : { detail }),
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
