import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import type { AssignmentPorts } from './ports.ts';

interface Arrival {
  readonly tx: Tx;
  readonly tenant: string;
}

/** Training's certificates decide whether 交办 warns of an untrained liaison. */
export function noteCertificateIssued(ports: Pick<AssignmentPorts, 'certificates'>) {
  return ({ tx, tenant }: Arrival, certificate: { id: string; personId: string; validUntil: LocalDate }) =>
    ports.certificates.issued(tx, tenant, certificate);
}

export function noteCertificateExpired(ports: Pick<AssignmentPorts, 'certificates'>) {
  return ({ tx, tenant }: Arrival, certificateId: string) =>
    ports.certificates.expired(tx, tenant, certificateId);
}
