/** One event of one service about a case, as recorded. Payload is the JSON form of its message in proto/. */
export interface Fact {
  readonly service: string;
  readonly version: number;
  readonly eventId: string;
  readonly type: string;
  readonly occurredAt: Date;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Services in the order of the road: settles facts of the same instant. */
const ROAD = [
  'directory',
  'intake',
  'assignment',
  'meeting',
  'supervision',
  'evaluation',
  'training',
  'archive',
  'notification',
];

/** One order for all facts of a case whatever the order of arrival, so that a rebuilt file equals the live one. */
export function inOrder<Known extends Fact>(facts: readonly Known[]): Known[] {
  return facts.toSorted(
    (a, b) =>
      a.occurredAt.getTime() - b.occurredAt.getTime() ||
      ROAD.indexOf(a.service) - ROAD.indexOf(b.service) ||
      a.version - b.version,
  );
}

/** Text of a payload field; '' when the message left it out. */
export function text(fact: Fact, field: string): string {
  const value = fact.payload[field];
  return typeof value === 'string' ? value : '';
}

export function texts(fact: Fact, field: string): readonly string[] {
  const value = fact.payload[field];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

export function flag(fact: Fact, field: string): boolean {
  return fact.payload[field] === true;
}

export function count(fact: Fact, field: string): number {
  const value = Number(fact.payload[field] ?? 0);
  return Number.isFinite(value) ? value : 0;
}

export function objects(fact: Fact, field: string): readonly Readonly<Record<string, unknown>>[] {
  const value = fact.payload[field];
  return Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
}

/** Text of a member of a nested message; '' when it was left out. */
export function memberText(message: Readonly<Record<string, unknown>>, field: string): string {
  const value = message[field];
  return typeof value === 'string' ? value : '';
}
