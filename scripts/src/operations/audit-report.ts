/** What `POST /operations/audit:verify` answers for one tenant. */
export interface AuditReport {
  readonly intact: boolean;
  readonly services: readonly ServiceAudit[];
}

export interface ServiceAudit {
  readonly service: string;
  readonly events: number;
  readonly streams: number;
  readonly seals: number;
  readonly differences: readonly AuditDifference[];
}

export interface AuditDifference {
  /** A stream's id, or `seal:<number>`. */
  readonly stream: string;
  readonly version: number;
  readonly eventId: string;
  /** hash | link | gap | seal | missing */
  readonly what: string;
}

/** One line for each service of a tenant, and one under it for each thing that differs. */
export function auditLines(tenant: string, report: AuditReport): readonly string[] {
  return report.services.flatMap((found) => [
    serviceLine(tenant, found),
    ...found.differences.map((difference) => `    ${found.service} ${tenant}: ${differenceText(difference)}`),
  ]);
}

function serviceLine(tenant: string, { service, events, streams, seals, differences }: ServiceAudit): string {
  const mark = differences.length === 0 ? '✓' : '✗';
  const counts = [`${events} events`, `${streams} chains`, `${seals} seals`];
  return `${mark} ${tenant.padEnd(10)} ${service.padEnd(12)} ${counts.map((count) => count.padStart(14)).join('')}`;
}

/** Where the difference is and what it means, in words. */
export function differenceText({ stream, version, eventId, what }: AuditDifference): string {
  if (stream.startsWith('seal:')) {
    return what === 'missing'
      ? `seal ${version} is gone`
      : `seal ${version}: its root does not stand for the events it seals`;
  }
  const event = eventId === '' ? '' : ` (event ${eventId})`;
  return `stream ${stream}, version ${version}${event}: ${MEANINGS[what] ?? what}`;
}

const MEANINGS: Readonly<Record<string, string>> = {
  hash: 'its content is not what its hash was made over',
  link: 'it does not follow the event before it',
  gap: 'the version before it is missing',
  missing: 'the last event of the stream is gone',
};
