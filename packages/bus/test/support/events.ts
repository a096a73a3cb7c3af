import { randomUUID } from 'node:crypto';
import type { EventEnvelope } from '@huiyin/kernel/event';
import { vi } from 'vitest';

/** An event of the case `stream`, complete but for what a test says about it. */
export function event(about: Partial<EventEnvelope> & Pick<EventEnvelope, 'service'>): EventEnvelope {
  return {
    id: randomUUID(),
    tenant: 'sd-shunde',
    stream: 'case-1',
    version: 1,
    type: 'suggestion-submitted',
    payload: { title: '关于加强河道治理的建议', rounds: [1, 2], nested: { empty: null } },
    actor: { accountId: 'account-1', personId: 'person-1', roles: ['deputy'] },
    occurredAt: new Date('2026-01-05T02:00:00.123Z'),
    recordedAt: new Date('2026-11-23T09:00:00.456Z'),
    traceparent: '',
    prevHash: '0'.repeat(64),
    hash: 'a'.repeat(64),
    ...about,
  };
}

/** A service name no other test uses, so that tests can share a broker. */
export function ownService(): string {
  return `t${randomUUID().slice(0, 8)}`;
}

/** A log whose calls can be looked at. */
export function quietLog() {
  return { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
}
