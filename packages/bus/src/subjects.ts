import type { EventEnvelope } from '@huiyin/kernel/event';

const PREFIX = 'huiyin';
/** Major version of the event contracts; a breaking change of an event gets a new one. */
const MAJOR = 'v1';

/** NATS tokens may not hold dots, spaces or wildcards; ours are narrower still, so that they read the same anywhere. */
const TENANT = /^[a-z0-9][a-z0-9-]{0,62}$/;
const SERVICE = /^[a-z][a-z0-9-]{0,30}$/;
const EVENT = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** `huiyin.<tenant>.<service>.<event>.v1`. Throws a RangeError for a part that is not a token of ours. */
export function subjectOf(event: Pick<EventEnvelope, 'tenant' | 'service' | 'type'>): string {
  return [
    PREFIX,
    checked(TENANT, 'tenant', event.tenant),
    checked(SERVICE, 'service', event.service),
    checked(EVENT, 'event type', event.type),
    MAJOR,
  ].join('.');
}

/** The subjects of every event of a service: what its stream stores and what a consumer filters by. */
export function subjectsOfService(service: string): string {
  return `${PREFIX}.*.${checked(SERVICE, 'service', service)}.*.${MAJOR}`;
}

/** The subjects of every event there is. */
export function subjectsOfEverything(): string {
  return `${PREFIX}.*.*.*.${MAJOR}`;
}

/** The tenant of a subject made by `subjectOf`; empty for another. */
export function tenantOfSubject(subject: string): string {
  return subject.split('.')[1] ?? '';
}

/** The JetStream stream of a service. */
export function streamOfService(service: string): string {
  return `HUIYIN_${checked(SERVICE, 'service', service).toUpperCase().replaceAll('-', '_')}`;
}

function checked(pattern: RegExp, what: string, value: string): string {
  if (!pattern.test(value)) throw new RangeError(`not a ${what} for a subject: ${JSON.stringify(value)}`);
  return value;
}
