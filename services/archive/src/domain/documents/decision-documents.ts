import { coordinationMinutes } from '@huiyin/documents/templates/coordination-minutes';
import { extensionNotice } from '@huiyin/documents/templates/extension-notice';
import { extensionRequest } from '@huiyin/documents/templates/extension-request';
import { contactOutcome } from '../contact-outcome.ts';
import { text } from '../fact.ts';
import {
  addressees,
  caseName,
  dayOf,
  dueOf,
  factsOf,
  officeName,
  shareMade,
  unitName,
  type CaseDocument,
  type CaseSource,
  type ReasonedFact,
} from './case-source.ts';

/** What was asked for and what the offices decided: 协调, 延期. */
export function decisionDocuments(source: CaseSource): CaseDocument[] {
  return [
    ...factsOf(source, 'coordination-closed').flatMap((fact) => coordinated(source, fact)),
    ...factsOf(source, 'extension-requested').map((fact) => extensionAsked(source, fact)),
    ...factsOf(source, 'extension-granted').map((fact) => extensionGiven(source, fact)),
  ];
}

function coordinated(source: CaseSource, fact: ReasonedFact): CaseDocument[] {
  const of = text(fact, 'coordinationId');
  const ofIt = (type: string) => factsOf(source, type).find((each) => text(each, 'coordinationId') === of);
  const asked = ofIt('coordination-requested');
  if (asked === undefined) return [];
  const held = ofIt('coordination-meeting-held');
  return [
    {
      ...{ kind: 'coordination-minutes', of, title: '协调会纪要', onDate: dayOf(fact, '') },
      ...{ unitId: text(fact, 'responsibleUnitId'), needs: ['contact-records'], people: [] },
      assignmentId: '',
      compose: () =>
        coordinationMinutes({
          suggestion: caseName(source),
          office: officeName(source, text(asked, 'decidingOffice')),
          requestedBy: unitName(source, text(asked, 'requestedByUnitId')),
          grounds: text(asked, 'grounds'),
          heldOn: held === undefined ? '' : dayOf(held, 'heldOn'),
          decision: text(fact, 'decision'),
          responsibleUnit: unitName(source, text(fact, 'responsibleUnitId')),
          closedOn: dayOf(fact, ''),
        }),
    },
  ];
}

function extensionAsked(source: CaseSource, fact: ReasonedFact): CaseDocument {
  const [unitId, shareId] = [text(fact, 'unitId'), text(fact, 'assignmentId')];
  const made = shareMade(source, shareId);
  return {
    ...{ kind: 'extension-request', of: text(fact, 'extensionId'), unitId },
    ...{ title: `延期申请（${unitName(source, unitId)}）`, onDate: dayOf(fact, '') },
    ...{ needs: ['contact-records'], people: [], assignmentId: shareId },
    compose: () =>
      extensionRequest({
        suggestion: caseName(source),
        unit: unitName(source, unitId),
        office: source.desk,
        grounds: text(fact, 'grounds'),
        assignedOn: made === undefined ? '' : text(made, 'clockStartOn') || dayOf(made, 'assignedOn'),
        contactsOn: factsOf(source, 'contact-recorded')
          .filter((each) => text(each, 'assignmentId') === shareId && each.occurredAt <= fact.occurredAt)
          .filter((each) => contactOutcome(each) === 'talked')
          .map((each) => dayOf(each, 'onDate')),
        requestedOn: dayOf(fact, ''),
      }),
  };
}

function extensionGiven(source: CaseSource, fact: ReasonedFact): CaseDocument {
  const [of, unitId] = [text(fact, 'extensionId'), text(fact, 'unitId')];
  const asked = factsOf(source, 'extension-requested').find((each) => text(each, 'extensionId') === of);
  const { leadDeputyId, cosignerIds, mergedDeputyIds } = source.file;
  const people = [leadDeputyId, ...cosignerIds, ...mergedDeputyIds];
  return {
    ...{ kind: 'extension-notice', of, unitId, title: `延期告知（${unitName(source, unitId)}）` },
    ...{ onDate: dayOf(fact, ''), needs: ['contact-records'], people },
    assignmentId: text(fact, 'assignmentId'),
    compose: (names) =>
      extensionNotice({
        suggestion: caseName(source),
        office: source.desk,
        unit: unitName(source, unitId),
        deputies: addressees(source, people, names),
        grounds: asked === undefined ? '' : text(asked, 'grounds'),
        decidedOn: dayOf(fact, ''),
        dueOn: dueOf(source, 'reply', text(fact, 'assignmentId')),
      }),
  };
}
