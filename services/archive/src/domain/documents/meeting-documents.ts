import { consultationRecord } from '@huiyin/documents/templates/consultation-record';
import { onSiteMinutes } from '@huiyin/documents/templates/on-site-minutes';
import { objects, text, texts, memberText } from '../fact.ts';
import {
  caseName,
  dayOf,
  factsOf,
  shareMade,
  unitName,
  type CaseDocument,
  type CaseSource,
  type NamesById,
  type ReasonedFact,
} from './case-source.ts';

/** 面商记录 and 现场办公会纪要, each by the last record of its meeting: a correction takes the place of the one before. */
export function meetingDocuments(source: CaseSource): CaseDocument[] {
  const last = new Map(factsOf(source, 'meeting-held').map((fact) => [text(fact, 'meetingId'), fact]));
  return [...last.values()].flatMap((fact) => {
    switch (text(fact, 'kind')) {
      case 'dual-confirmation':
        return [consulted(source, fact)];
      case 'on-site':
        return [heldOnSite(source, fact)];
      default:
        return [];
    }
  });
}

function common(source: CaseSource, fact: ReasonedFact) {
  const of = text(fact, 'meetingId');
  const made = shareMade(source, text(fact, 'assignmentId'));
  const unitId = made === undefined ? '' : text(made, 'unitId');
  const people = texts(fact, 'presentIds');
  const { leadDeputyId, cosignerIds, mergedDeputyIds, authorConfidential } = source.file;
  const confidential = new Set(authorConfidential ? [leadDeputyId, ...cosignerIds, ...mergedDeputyIds] : []);
  return {
    entry: {
      of,
      unitId,
      assignmentId: text(fact, 'assignmentId'),
      onDate: dayOf(fact, 'heldOn'),
      needs: ['contact-records'] as const,
      people,
    },
    facts: (names: NamesById) => ({
      suggestion: caseName(source),
      unit: unitName(source, unitId),
      heldOn: dayOf(fact, 'heldOn'),
      place: placeOf(source, of),
      present: [
        ...new Set(people.map((id) => (confidential.has(id) ? '代表' : (names.get(id) ?? '')))),
      ].filter((name) => name !== ''),
    }),
  };
}

function placeOf(source: CaseSource, meetingId: string): string {
  const called = source.facts.findLast(
    ({ type, ...fact }) =>
      (type === 'meeting-scheduled' || type === 'meeting-rescheduled') &&
      fact.payload['meetingId'] === meetingId,
  );
  return called === undefined ? '' : text(called, 'place');
}

function consulted(source: CaseSource, fact: ReasonedFact): CaseDocument {
  const { entry, facts } = common(source, fact);
  const record = (fact.payload['consultation'] ?? {}) as Record<string, unknown>;
  // The record is a message of its own: read like a fact.
  const said: ReasonedFact = { ...fact, payload: record };
  return {
    ...{ kind: 'consultation-record', title: '面商记录', ...entry },
    compose: (names) =>
      consultationRecord({
        ...facts(names),
        background: text(said, 'background'),
        demands: texts(said, 'demands'),
        approach: text(said, 'approach'),
        measures: texts(said, 'measures'),
        milestones: objects(said, 'milestones').map((each) => ({
          text: memberText(each, 'text'),
          dueOn: memberText(each, 'dueOn'),
        })),
        confirmedByDeputyOn: confirmedOn(source, fact, 'deputy'),
        confirmedByUnitOn: confirmedOn(source, fact, 'unit'),
      }),
  };
}

/** A correction voids what was confirmed before it. */
function confirmedOn(source: CaseSource, held: ReasonedFact, side: string): string {
  const confirmed = factsOf(source, 'meeting-confirmed').findLast(
    (each) =>
      text(each, 'meetingId') === text(held, 'meetingId') &&
      text(each, 'side') === side &&
      each.occurredAt >= held.occurredAt,
  );
  return confirmed === undefined ? '' : dayOf(confirmed, '');
}

function heldOnSite(source: CaseSource, fact: ReasonedFact): CaseDocument {
  const { entry, facts } = common(source, fact);
  return {
    ...{ kind: 'on-site-minutes', title: '现场办公会纪要', ...entry },
    compose: (names) =>
      onSiteMinutes({
        ...facts(names),
        findings: text(fact, 'findings'),
        decisions: objects(fact, 'decisions').map((each) => ({
          what: memberText(each, 'what'),
          who: memberText(each, 'who'),
          dueOn: memberText(each, 'dueOn'),
        })),
      }),
  };
}
