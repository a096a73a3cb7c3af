import { assignmentNotice } from '@huiyin/documents/templates/assignment-notice';
import { coOpinionLetter } from '@huiyin/documents/templates/co-opinion-letter';
import { contactRecord } from '@huiyin/documents/templates/contact-record';
import { handlingPlan } from '@huiyin/documents/templates/handling-plan';
import { reassignmentSlip } from '@huiyin/documents/templates/reassignment-slip';
import { returnRequest } from '@huiyin/documents/templates/return-request';
import { contactOutcome } from '../contact-outcome.ts';
import { count, flag, objects, text, memberText } from '../fact.ts';
import {
  ASSIGNING_OFFICES,
  type AssigningOffice,
  caseName,
  dayOf,
  dueOf,
  factsOf,
  fileNames,
  officeName,
  roleOf,
  shareMade,
  unitName,
  type CaseDocument,
  type CaseSource,
  type ReasonedFact,
} from './case-source.ts';

/** From 交办 to the plan: who got the case, who gave it back, how it is to be handled, who was spoken to. */
export function assignmentDocuments(source: CaseSource): CaseDocument[] {
  return [
    ...factsOf(source, 'assignment-made').map((fact) => notice(source, fact)),
    ...factsOf(source, 'assignment-return-requested').map((fact) => returned(source, fact)),
    ...factsOf(source, 'assignment-reassigned').map((fact) => reassigned(source, fact)),
    ...factsOf(source, 'plan-filed').map((fact) => plan(source, fact)),
    ...factsOf(source, 'co-opinion-given').map((fact) => opinion(source, fact)),
    ...contacts(source),
  ];
}

function notice(source: CaseSource, fact: ReasonedFact): CaseDocument {
  const [unitId, of] = [text(fact, 'unitId'), text(fact, 'assignmentId')];
  const role = roleOf(text(fact, 'role'));
  const handlingType = text(fact, 'handlingType');
  const submitted = factsOf(source, 'suggestion-submitted').at(-1);
  const { officialId, office } = officialFor(source, fact);
  return {
    ...{ kind: 'assignment-notice', of, unitId, title: `交办通知（${unitName(source, unitId)}）` },
    ...{ onDate: dayOf(fact, 'assignedOn'), needs: ['text'], people: [officialId], officialId },
    assignmentId: text(fact, 'assignmentId'),
    compose: (names, contacts) =>
      assignmentNotice({
        suggestion: caseName(source),
        office: officeName(source, text(fact, 'decidingOffice')),
        unit: unitName(source, unitId),
        role,
        units: factsOf(source, 'assignment-made').map((made) => ({
          unit: unitName(source, text(made, 'unitId')),
          role: roleOf(text(made, 'role')),
        })),
        isKey: flag(fact, 'isKey'),
        handlingType: handlingType === 'general' || handlingType === 'complex' ? handlingType : '',
        demands: source.file.demands,
        attachments: submitted === undefined ? [] : fileNames(submitted),
        contact: {
          name: names.get(officialId) ?? '',
          phone: contacts.get(officialId)?.phone ?? '',
          office,
        },
        assignedOn: dayOf(fact, 'assignedOn'),
        dueOn: dueOf(source, role === 'co' ? 'co_opinion' : 'reply', of),
      }),
  };
}

/**
 * 机关联系人 of today: who handed the share over, while still serving in that office, else the first who serves in the
 * office that the letter is from; '' with neither. `office` is said only where it is another one than the letter's.
 */
function officialFor(source: CaseSource, fact: ReasonedFact): { officialId: string; office: string } {
  const from: AssigningOffice =
    text(fact, 'decidingOffice') === 'government-office' ? 'government-office' : 'congress-desk';
  const of = [from, ...ASSIGNING_OFFICES].find(
    (office) => fact.roles.includes(office) && source.officials.get(office)?.includes(fact.personId),
  );
  if (of === undefined) return { officialId: source.officials.get(from)?.[0] ?? '', office: '' };
  if (of === from) return { officialId: fact.personId, office: '' };
  return {
    officialId: fact.personId,
    office: of === 'session-registrar' ? '大会秘书处议案组' : officeName(source, of),
  };
}

function returned(source: CaseSource, fact: ReasonedFact): CaseDocument {
  const [unitId, signedBy] = [text(fact, 'unitId'), text(fact, 'signedBy')];
  return {
    ...{ kind: 'return-request', of: text(fact, 'returnRequestId'), unitId },
    ...{ title: `申退函（${unitName(source, unitId)}）`, onDate: dayOf(fact, 'requestedOn') },
    ...{ needs: ['contact-records'], assignmentId: text(fact, 'assignmentId') },
    people: signedBy === '' ? [] : [signedBy],
    compose: (names) =>
      returnRequest({
        suggestion: caseName(source),
        unit: unitName(source, unitId),
        office: officeName(source, text(fact, 'decidingOffice')),
        grounds: text(fact, 'grounds'),
        legalBasis: text(fact, 'legalBasis'),
        proposedUnit: unitName(source, text(fact, 'proposedUnitId')),
        signer: names.get(signedBy) ?? '',
        requestedOn: dayOf(fact, 'requestedOn'),
      }),
  };
}

function reassigned(source: CaseSource, fact: ReasonedFact): CaseDocument {
  const [of, unitId] = [text(fact, 'assignmentId'), text(fact, 'unitId')];
  const made = shareMade(source, of);
  const role = roleOf(made === undefined ? '' : text(made, 'role'));
  return {
    ...{ kind: 'reassignment-slip', of, unitId, title: `改办单（${unitName(source, unitId)}）` },
    ...{ onDate: dayOf(fact, ''), needs: ['text'], people: [], assignmentId: text(fact, 'assignmentId') },
    compose: () =>
      reassignmentSlip({
        suggestion: caseName(source),
        office: officeName(source, made === undefined ? '' : text(made, 'decidingOffice')),
        fromUnit: unitName(source, text(fact, 'fromUnitId')),
        unit: unitName(source, unitId),
        role,
        reason: fact.reason,
        firstAssignedOn: made === undefined ? '' : text(made, 'clockStartOn'),
        reassignedOn: dayOf(fact, ''),
        dueOn: dueOf(source, role === 'co' ? 'co_opinion' : 'reply', of),
      }),
  };
}

function plan(source: CaseSource, fact: ReasonedFact): CaseDocument {
  const unitId = text(fact, 'unitId');
  const version = count(fact, 'planVersion');
  return {
    ...{ kind: 'handling-plan', of: `${text(fact, 'assignmentId')}-${version}`, unitId },
    ...{ title: `办理方案（${unitName(source, unitId)}，第${version}版）`, onDate: dayOf(fact, 'filedOn') },
    ...{ needs: ['contact-records'], people: [], assignmentId: text(fact, 'assignmentId') },
    compose: () =>
      handlingPlan({
        suggestion: caseName(source),
        unit: unitName(source, unitId),
        version,
        isKey: source.file.isKey,
        leaderName: text(fact, 'leaderName'),
        leaderPost: text(fact, 'leaderPost'),
        solution: text(fact, 'solution'),
        milestones: objects(fact, 'milestones').map((each) => ({
          text: memberText(each, 'text'),
          dueOn: memberText(each, 'dueOn'),
        })),
        deadline: text(fact, 'deadline'),
        filedOn: dayOf(fact, 'filedOn'),
        reason: fact.reason,
      }),
  };
}

function opinion(source: CaseSource, fact: ReasonedFact): CaseDocument {
  const unitId = text(fact, 'unitId');
  const signer = text(fact, 'signedBy');
  const lead = factsOf(source, 'assignment-made').findLast((made) => text(made, 'role') === 'lead');
  return {
    ...{ kind: 'co-opinion-letter', of: `${text(fact, 'opinionId')}-${count(fact, 'attempt')}`, unitId },
    ...{ title: `协办意见函（${unitName(source, unitId)}）`, onDate: dayOf(fact, 'givenOn') },
    ...{ needs: ['co-opinion'], people: [signer], assignmentId: text(fact, 'assignmentId') },
    compose: (names) =>
      coOpinionLetter({
        signer: names.get(signer) ?? '',
        suggestion: caseName(source),
        unit: unitName(source, unitId),
        leadUnit: lead === undefined ? '' : unitName(source, text(lead, 'unitId')),
        facts: text(fact, 'facts'),
        opinion: text(fact, 'opinion'),
        commitments: objects(fact, 'commitments').map((each) => ({
          text: memberText(each, 'text'),
          dueOn: memberText(each, 'dueOn'),
        })),
        resultClass: text(fact, 'resultClass'),
        attempt: count(fact, 'attempt'),
        givenOn: dayOf(fact, 'givenOn'),
      }),
  };
}

/** One list a share. */
function contacts(source: CaseSource): CaseDocument[] {
  const byShare = Map.groupBy(factsOf(source, 'contact-recorded'), (fact) => text(fact, 'assignmentId'));
  return [...byShare].map(([of, facts]) => {
    const made = shareMade(source, of);
    const unitId = made === undefined ? '' : text(made, 'unitId');
    return {
      ...{ kind: 'contact-record', of, unitId, title: `沟通记录（${unitName(source, unitId)}）` },
      ...{ onDate: dayOf(facts.at(-1)!, 'onDate'), needs: ['contact-records'], people: [], assignmentId: of },
      compose: () =>
        contactRecord({
          suggestion: caseName(source),
          unit: unitName(source, unitId),
          contacts: facts.map((fact) => ({
            form: formOf(text(fact, 'form')),
            on: dayOf(fact, 'onDate'),
            round: count(fact, 'round'),
            summary: text(fact, 'summary'),
            outcome: contactOutcome(fact),
          })),
        }),
    };
  });
}

function formOf(form: string): 'visit' | 'telephone' | 'letter' | 'seminar' {
  return form === 'visit' || form === 'telephone' || form === 'letter' ? form : 'seminar';
}
