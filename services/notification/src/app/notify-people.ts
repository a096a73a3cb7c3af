import { stableId } from '@huiyin/kernel/ids';
import type { EventEnvelope } from '@huiyin/kernel/event';
import type { Tx } from '@huiyin/kernel/tx';
import type { OpenAnother } from '@huiyin/kernel/unit-of-work';
import { announce, type Recipient } from '../domain/announcement.ts';
import type { CaseParty, NotificationPorts } from './ports.ts';

/** Tells the people a fact concerns, each exactly once, in the transaction that takes the fact. */
export function notifyPeople(ports: NotificationPorts) {
  return async (event: EventEnvelope, tx: Tx, open: OpenAnother): Promise<void> => {
    const caseId = text(event, 'suggestionId');
    await rememberParties(ports, event, tx, caseId);
    const announcement = announce(event.service, event.type, event.payload);
    if (announcement === undefined || announcement.to.length === 0) return;
    const party = await ports.parties.load(tx, event.tenant, caseId);
    const told = new Set<string>();
    for (const recipient of announcement.to) {
      for (const personId of await peopleBehind(ports, tx, recipient, party)) told.add(personId);
    }
    const title = party?.title ?? '';
    const said = title === '' ? announcement.text : `${announcement.text}:${title}`;
    // Sorted, so that two events told to the same people lock their streams in the same order.
    for (const personId of [...told].toSorted()) {
      const noticeId = stableId('notice', event.id, personId);
      const added = await ports.notices.add(tx, event.tenant, {
        noticeId,
        personId,
        sourceEventId: event.id,
        type: event.type,
        text: said,
        caseId,
        occurredAt: event.occurredAt,
      });
      if (!added) continue;
      const stream = await open(personId);
      await stream.append({
        type: 'notice-delivered',
        payload: { noticeId, personId, channel: 'in-app', sourceEventId: event.id },
      });
    }
  };
}

async function rememberParties(
  ports: NotificationPorts,
  event: EventEnvelope,
  tx: Tx,
  caseId: string,
): Promise<void> {
  if (event.service !== 'intake' || caseId === '') return;
  const leadDeputyId = text(event, 'leadDeputyId');
  if (leadDeputyId === '') return;
  await ports.parties.save(tx, event.tenant, caseId, { leadDeputyId, title: text(event, 'title') });
}

async function peopleBehind(
  { reference }: NotificationPorts,
  tx: Tx,
  recipient: Recipient,
  party: CaseParty | undefined,
): Promise<readonly string[]> {
  switch (recipient.kind) {
    case 'person':
      return [recipient.personId];
    case 'lead-deputy':
      return party === undefined ? [] : [party.leadDeputyId];
    case 'role':
      return reference.peopleWith(tx, recipient.role, recipient.unitId);
  }
}

function text(event: EventEnvelope, field: string): string {
  const value = event.payload[field];
  return typeof value === 'string' ? value : '';
}
