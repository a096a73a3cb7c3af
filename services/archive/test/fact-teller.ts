import type { Fact } from '../src/domain/fact.ts';

/** Tells facts of one case: each service counts its own, at ten in the morning of a day. */
export function factTeller(): (service: string, type: string, day: string, payload?: object) => Fact {
  const versions = new Map<string, number>();
  return (service, type, day, payload = {}) => {
    const version = (versions.get(service) ?? 0) + 1;
    versions.set(service, version);
    const occurredAt = new Date(`${day}T02:00:00Z`);
    return { service, type, version, eventId: `${service}-${version}`, occurredAt, payload: { ...payload } };
  };
}
