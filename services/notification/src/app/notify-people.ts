import { stableId } from '@huiyin/kernel/ids';
import type { EventBatch, EventEnvelope } from '@huiyin/kernel/event';
import type { Tx } from '@huiyin/kernel/tx';
import type { BatchReaction, OpenAnother } from '@huiyin/kernel/unit-of-work';
import { announce, isAnnounced } from '../domain/announcement.ts';
import type { Recipient } from '../domain/recipients.ts';
import { queueDeliveries } from './queue-deliveries.ts';
import type { CaseParty, NotificationPorts, WaitingAnnouncement } from './ports.ts';

/** Whether anybody is told of a fact, or learns by it who leads a case. */
export function concernsSomebody({ service, type }: EventEnvelope): boolean {
  return service === 'intake' || isAnnounced(service, type);
}

/**
 * Tells the people whom facts concern, each exactly once, in the transaction that takes the facts. What a lead deputy is
 * to be told before a fact has named that deputy waits for it.
 */
export function notifyPeople(ports: NotificationPorts): BatchReaction {
  return async (events: EventBatch, tx: Tx, because): Promise<void> => {
    const telling = events.filter(concernsSomebody);
    await lockCases(telling, because);
    const letters: Letter[] = [];
    for (const event of telling) letters.push(...(await lettersFor(ports, event, tx)));
    // Sorted, so that two transactions that tell the same people lock their streams in the same order; what one person
    // is told keeps its own.
    for (const letter of letters.toSorted((a, b) => (a.personId < b.personId ? -1 : 1))) {
      await deliver(ports, letter, { tenant: events[0].tenant, tx, open: because(letter.toldBy) });
    }
  };
}

/**
 * Facts of several services about one case follow each other: who waits must not be missed by who is named. Cases are
 * locked in one order, and before people.
 */
async function lockCases(
  events: readonly EventEnvelope[],
  because: (event: EventEnvelope) => OpenAnother,
): Promise<void> {
  const byCase = new Map(events.map((event) => [text(event, 'suggestionId'), event]));
  byCase.delete('');
  for (const [caseId, event] of [...byCase].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    await because(event)(caseId);
  }
}

async function lettersFor(
  ports: NotificationPorts,
  event: EventEnvelope,
  tx: Tx,
): Promise<readonly Letter[]> {
  const caseId = text(event, 'suggestionId');
  const waited = (await isNamed(ports, event, tx, caseId))
    ? await waitingLetters(ports, event, tx, caseId)
    : [];
  const now = await lettersAbout(ports, event, tx, caseId);
  return [...waited, ...now].map((letter) => ({ ...letter, toldBy: event }));
}

/** One announcement to one person. */
interface Letter extends Addressed {
  /** The fact that has it delivered; a later one than what it says for one that waited. */
  readonly toldBy: EventEnvelope;
}

interface Addressed extends WaitingAnnouncement {
  readonly personId: string;
}

/** Keeps who leads the case where the fact says so. */
async function isNamed(
  { parties }: NotificationPorts,
  event: EventEnvelope,
  tx: Tx,
  caseId: string,
): Promise<boolean> {
  const leadDeputyId = text(event, 'leadDeputyId');
  if (event.service !== 'intake' || caseId === '' || leadDeputyId === '') return false;
  await parties.save(tx, event.tenant, caseId, {
    ...{ leadDeputyId, title: text(event, 'title'), number: text(event, 'displayNumber') },
  });
  return true;
}

async function waitingLetters(
  ports: NotificationPorts,
  event: EventEnvelope,
  tx: Tx,
  caseId: string,
): Promise<readonly Addressed[]> {
  const personId = text(event, 'leadDeputyId');
  const waiting = await ports.waiting.take(tx, event.tenant, caseId);
  return waiting.map((announcement) => ({ ...announcement, personId }));
}

async function lettersAbout(
  ports: NotificationPorts,
  event: EventEnvelope,
  tx: Tx,
  caseId: string,
): Promise<readonly Addressed[]> {
  const announcement = announce(event.service, event.type, event.payload);
  if (announcement === undefined) return [];
  const { id: sourceEventId, type, occurredAt } = event;
  const { text: said, dueOn = '', except } = announcement;
  const about = { sourceEventId, type, text: said, caseId, dueOn, occurredAt };
  const party = await ports.parties.load(tx, event.tenant, caseId);
  const told = new Set<string>();
  for (const recipient of announcement.to) {
    if (recipient.kind === 'lead-deputy' && party === undefined)
      await ports.waiting.add(tx, event.tenant, about);
    for (const personId of await peopleBehind(ports, tx, recipient, party)) told.add(personId);
  }
  if (except !== undefined) told.delete(except);
  return [...told].map((personId) => ({ ...about, personId }));
}

async function deliver(
  ports: NotificationPorts,
  letter: Letter,
  to: { readonly tenant: string; readonly tx: Tx; readonly open: OpenAnother },
): Promise<void> {
  const { personId, sourceEventId, caseId } = letter;
  const noticeId = stableId('notice', sourceEventId, personId);
  const { title = '', number = '' } = (await ports.parties.load(to.tx, to.tenant, caseId)) ?? {};
  const said = title === '' ? letter.text : `${letter.text}：${title}`;
  const added = await ports.notices.add(to.tx, to.tenant, { ...letter, noticeId, text: said });
  if (!added) return;
  const stream = await to.open(personId);
  await stream.append({
    type: 'notice-delivered',
    payload: { noticeId, personId, channel: 'in-app', sourceEventId },
  });
  await queueDeliveries(ports, { ...letter, noticeId, caseNumber: number }, to);
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
    case 'government-office-of': {
      const unit = await reference.unit(tx, recipient.unitId);
      return unit?.decidingOffice === 'government-office'
        ? reference.peopleWith(tx, 'government-office')
        : [];
    }
  }
}

function text(event: EventEnvelope, field: string): string {
  const value = event.payload[field];
  return typeof value === 'string' ? value : '';
}
