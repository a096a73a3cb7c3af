import { v5, v7 } from 'uuid';

/** A new opaque id (UUIDv7: time-ordered, so that index pages stay warm). */
export function newId(): string {
  return v7();
}

const NAMESPACE = '7d0f3c52-52f1-5a55-9c0e-0f2a4f6f1c11';

/** The same id for the same parts, for things that several replicas or retries must name alike. */
export function stableId(...parts: readonly string[]): string {
  return v5(parts.join('\u001f'), NAMESPACE);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a lower-case UUID, the only form in which ids travel. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
