import { createHash } from 'node:crypto';
import type { EventEnvelope } from '@huiyin/kernel/event';

/** `prev_hash` of the first event of a stream. */
export const GENESIS = '0'.repeat(64);

/** JSON with sorted keys and no spaces: the same text before and after jsonb. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}

/** SHA-256 (hex) over the previous hash and everything an event says. */
export function hashEvent(event: Omit<EventEnvelope, 'hash'>): string {
  const said = {
    id: event.id,
    tenant: event.tenant,
    service: event.service,
    stream: event.stream,
    version: event.version,
    type: event.type,
    payload: event.payload,
    actor: { accountId: event.actor.accountId, personId: event.actor.personId, roles: event.actor.roles },
    occurredAt: event.occurredAt.toISOString(),
    recordedAt: event.recordedAt.toISOString(),
    reason: event.reason ?? '',
  };
  return sha256(`${event.prevHash}\n${canonicalJson(said)}`);
}

/** Merkle root (hex) of hashes in order; an odd node is carried up unpaired. The empty list has no root. */
export function merkleRoot(hashes: readonly string[]): string {
  if (hashes.length === 0) throw new RangeError('no root of an empty list');
  let level = hashes.map((hash) => sha256(`leaf\n${hash}`));
  while (level.length > 1) {
    const next: string[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const left = level[i] as string;
      const right = level[i + 1];
      next.push(right === undefined ? left : sha256(`node\n${left}\n${right}`));
    }
    level = next;
  }
  return level[0] as string;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
