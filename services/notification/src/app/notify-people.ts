import { stableId } from '@huiyin/kernel/ids';
import type { EventBatch, EventEnvelope } from '@huiyin/kernel/event';
import type { Tx } from '@huiyin/kernel/tx';
import type { BatchReaction } from '@huiyin/kernel/unit-of-work';
import { announce, isAnnounced } from '../domain/announcement.ts';
import type { Recipient } from '../domain/recipients.ts';
import type { CaseParty, CasePartyStore, Notice, NotificationPorts, WaitingAnnouncement } from './ports.ts';
import { queueDeliveries } from './queue-deliveries.ts';

/** Whether anybody is told of a fact, or learns by it who leads a case. */
export function concernsSomebody({ service, type }: EventEnvelope): boolean {
  return service === 'intake' || isAnnounced(service, type);
}

/**
 * Tells the people whom facts concern, each exactly once, in the transaction that takes the facts. What a lead deputy is
 * to be told before a fact has named that deputy waits for it. Cases are locked before people, each in one order, so that
 * two transactions that tell the same people do not wait for each other.
 */
export function notifyPeople(ports: NotificationPorts): BatchReaction {
  return async (events: EventBatch, tx: Tx, streams): Promise<void> => {
    const [{ tenant }] = events;
    const telling = events.filter(concernsSomebody);
    // Facts of several services about one case follow each other: who waits must not be missed by who is named.
    await streams.lock(telling.map(caseOf).filter((caseId) => caseId !== ''));
    const here: Here = { ports, tx, tenant, parties: rememberingParties(ports.parties) };
    const letters: Letter[] = [];
    for (const event of telling) {
      const found = await lettersFor(here, event);
      letters.push(...found.map((letter) => ({ ...letter, toldBy: event })));
    }
    const numbered: NumberedLetter[] = [];
    for (const letter of letters) numbered.push(await numberedAndTitled(here, letter));
    const added = await ports.notices.add(tx, tenant, numbered.map(noticeOf));
    const told = numbered.filter(({ noticeId }) => added.has(noticeId));
    await streams.lock(told.map(({ personId }) => personId));
    for (const letter of told) {
      const { toldBy, noticeId, personId, sourceEventId } = letter;
      const inbox = await streams.because(toldBy)(personId);
      await inbox.append({
        type: 'notice-delivered',
        payload: { noticeId, personId, channel: 'in-app', sourceEventId },
      });
      await queueDeliveries(ports, letter, here);
    }
  };
}

/** Where people are told: one transaction. */
interface Here {
  readonly ports: NotificationPorts;
  readonly tx: Tx;
  readonly tenant: string;
  readonly parties: CasePartyStore;
}

interface Addressed extends WaitingAnnouncement {
  readonly personId: string;
}

/** One announcement to one person. */
interface Letter extends Addressed {
  /** The fact that has it delivered; a later one than what it says for one that waited. */
  readonly toldBy: EventEnvelope;
}

interface NumberedLetter extends Letter {
  readonly noticeId: string;
  /** Of its case, as they are known by now; empty where there is none. */
  readonly caseNumber: string;
  readonly caseTitle: string;
}

/** Reads of each case once; what is saved is read again. */
function rememberingParties(parties: CasePartyStore): CasePartyStore {
  const known = new Map<string, Promise<CaseParty | undefined>>();
  return {
    save(tx, tenant, caseId, party) {
      known.delete(caseId);
      return parties.save(tx, tenant, caseId, party);
    },
    load(tx, tenant, caseId) {
      const party = known.get(caseId) ?? parties.load(tx, tenant, caseId);
      known.set(caseId, party);
      return party;
    },
  };
}

async function lettersFor(here: Here, event: EventEnvelope): Promise<readonly Addressed[]> {
  const waited = (await isNamed(here, event)) ? await waitingLetters(here, event) : [];
  return [...waited, ...(await lettersAbout(here, event))];
}

/** Keeps who leads the case where the fact says so. */
async function isNamed({ parties, tx, tenant }: Here, event: EventEnvelope): Promise<boolean> {
  const leadDeputyId = text(event, 'leadDeputyId');
  const caseId = caseOf(event);
  if (event.service !== 'intake' || caseId === '' || leadDeputyId === '') return false;
  await parties.save(tx, tenant, caseId, {
    ...{ leadDeputyId, title: text(event, 'title'), number: text(event, 'displayNumber') },
  });
  return true;
}

async function waitingLetters(
  { ports, tx, tenant }: Here,
  event: EventEnvelope,
): Promise<readonly Addressed[]> {
  const personId = text(event, 'leadDeputyId');
  const waiting = await ports.waiting.take(tx, tenant, caseOf(event));
  return waiting.map((announcement) => ({ ...announcement, personId }));
}

async function lettersAbout(here: Here, event: EventEnvelope): Promise<readonly Addressed[]> {
  const { ports, parties, tx, tenant } = here;
  const announcement = announce(event.service, event.type, event.payload);
  if (announcement === undefined) return [];
  const { id: sourceEventId, type, occurredAt } = event;
  const { text: said, dueOn = '', except } = announcement;
  const about = { sourceEventId, type, text: said, caseId: caseOf(event), dueOn, occurredAt };
  const party = await parties.load(tx, tenant, about.caseId);
  const told = new Set<string>();
  for (const recipient of announcement.to) {
    if (recipient.kind === 'lead-deputy' && party === undefined) await ports.waiting.add(tx, tenant, about);
    for (const personId of await peopleBehind(ports, tx, recipient, party)) told.add(personId);
  }
  if (except !== undefined) told.delete(except);
  return [...told].map((personId) => ({ ...about, personId }));
}

async function numberedAndTitled({ parties, tx, tenant }: Here, letter: Letter): Promise<NumberedLetter> {
  const { title = '', number = '' } = (await parties.load(tx, tenant, letter.caseId)) ?? {};
  const noticeId = stableId('notice', letter.sourceEventId, letter.personId);
  return { ...letter, noticeId, caseNumber: number, caseTitle: title };
}

/** In the house the title is said too; what leaves it says none. */
function noticeOf({ text: said, caseTitle, ...letter }: NumberedLetter): Notice {
  return { ...letter, text: caseTitle === '' ? said : `${said}：${caseTitle}` };
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

function caseOf(event: EventEnvelope): string {
  return text(event, 'suggestionId');
}

function text(event: EventEnvelope, field: string): string {
  const value = event.payload[field];
  return typeof value === 'string' ? value : '';
}
