import { can } from '@huiyin/access/can';
import type { Subject } from '@huiyin/access/relation';
import type { CaseFile } from './case-file.ts';
import type { CaseDocument } from './documents/case-source.ts';
import { text, type Fact } from './fact.ts';
import type { NextAct } from './next-act.ts';
import { circleOf, groupOf, mayReadOf, traitsOf } from './visibility.ts';

/** Whether a reader of a fact's group may see this one: a unit what is about its own share (domain.md §3.2). */
export function mayReadFact(file: CaseFile, reader: Subject, fact: Fact): boolean {
  const group = groupOf(fact.service, fact.type);
  if (group === 'colours') return mayReadColoursOf(file, reader, unitOfColour(file, fact));
  const coordinationId = text(fact, 'coordinationId');
  if (coordinationId !== '') return mayReadCoordination(file, reader, coordinationId);
  return mayReadOf(file, reader, group, shareOfFact(file, fact));
}

/** The same for an official document, whose groups the reader may read. */
export function mayReadDocument(
  file: CaseFile,
  reader: Subject,
  { kind, of, needs, assignmentId, unitId }: Omit<CaseDocument, 'title' | 'onDate' | 'people' | 'compose'>,
): boolean {
  if (kind === 'coordination-minutes') return mayReadCoordination(file, reader, of);
  return needs.every((group) =>
    group === 'colours'
      ? mayReadColoursOf(file, reader, unitId)
      : mayReadOf(file, reader, group, assignmentId),
  );
}

/**
 * Clocks, colours, urges, letters and talks: the unit that leads sees all of the case, a co-handler and each unit of a
 * parallel handling its own; '' belongs to no unit.
 */
export function mayReadColoursOf(file: CaseFile, reader: Subject, unitId: string): boolean {
  const relations = circleOf(file, reader);
  const { tenant } = reader;
  const leads = Object.values(file.shares).some(
    ({ role, state, unitId: of }) => role === 'lead' && state !== 'returned' && of === reader.unitId,
  );
  const ofWhole = relations.filter(
    (relation) => leads || (relation !== 'co-unit' && relation !== 'lead-unit'),
  );
  const may = (seen: typeof relations): boolean =>
    can(reader, 'archive.read-colours', { tenant, relations: seen, traits: traitsOf(file) }).allowed;
  return may(ofWhole) || (unitId !== '' && unitId === reader.unitId && may(relations));
}

/** 协调: the share that asked, the unit that leads, and the one that was made responsible. */
function mayReadCoordination(file: CaseFile, reader: Subject, coordinationId: string): boolean {
  const matter = file.matters[coordinationId];
  if (matter === undefined || mayReadOf(file, reader, 'contact-records', matter.assignmentId)) return true;
  const parties = Object.entries(file.shares).filter(
    ([, share]) => share.role === 'lead' || (matter.state === 'closed' && share.unitId === matter.unitId),
  );
  return parties.some(([id]) => mayReadOf(file, reader, 'contact-records', id));
}

/** By when the next act is due, as a clock of the party whose turn it is; one's own turn is nobody's secret to oneself. */
export function mayKnowDue(file: CaseFile, reader: Subject, next: NextAct): boolean {
  const ownTurn = next.kind === 'desk' && reader.roles.includes('session-registrar');
  return ownTurn || mayReadColoursOf(file, reader, next.kind === 'unit' ? next.id : '');
}

/** The share a fact is about, also where it names only a meeting, a reply or a request of it; '' for the case. */
function shareOfFact(file: CaseFile, fact: Fact): string {
  const named = text(fact, 'assignmentId');
  if (named !== '') return named;
  const meeting = file.meetings[text(fact, 'meetingId')];
  const matter = file.matters[text(fact, 'extensionId') || text(fact, 'opinionId')];
  const rectified = file.rectifications[text(fact, 'rectificationId')];
  if (rectified !== undefined) return shareHeldBy(file, rectified.unitId);
  return meeting?.assignmentId ?? matter?.assignmentId ?? '';
}

function shareHeldBy(file: CaseFile, unitId: string): string {
  return Object.entries(file.shares).find(([, share]) => share.unitId === unitId)?.[0] ?? '';
}

/** Supervision names the unit, or the clock that has one. */
function unitOfColour(file: CaseFile, fact: Fact): string {
  return text(fact, 'unitId') || (file.clocks[text(fact, 'clockId')]?.unitId ?? '');
}
