import { faceToFaceRecord, type FaceToFaceSignature } from '@huiyin/documents/templates/face-to-face-record';
import { replyLetter, type Disclosure, type ResultClass } from '@huiyin/documents/templates/reply-letter';
import { supplementaryReply } from '@huiyin/documents/templates/supplementary-reply';
import { count, objects, text, memberText, type Fact } from '../fact.ts';
import {
  addressees,
  caseName,
  copiesTo,
  dayOf,
  factsOf,
  shareMade,
  unitName,
  type CaseDocument,
  type CaseSource,
  type ReasonedFact,
} from './case-source.ts';

/** 答复函, 补充答复, 当面答复记录. */
export function replyDocuments(source: CaseSource): CaseDocument[] {
  return factsOf(source, 'reply-issued').flatMap((issued) => [
    letter(source, issued),
    ...ofReply(source, issued, 'reply-supplemented').map((fact, index) =>
      supplement(source, { issued, fact, of: `${text(issued, 'replyId')}-${index + 1}` }),
    ),
    ...faceToFaceRecords(source, issued).map((fact) => faceToFace(source, issued, fact)),
  ]);
}

function ofReply(source: CaseSource, issued: Fact, type: string): readonly ReasonedFact[] {
  return factsOf(source, type).filter((fact) => text(fact, 'replyId') === text(issued, 'replyId'));
}

function deputiesOf(issued: Fact): string[] {
  return objects(issued, 'owed').map((each) => memberText(each, 'deputyId'));
}

function officeOf(source: CaseSource, issued: Fact): string {
  const made = shareMade(source, text(issued, 'assignmentId'));
  return made === undefined ? '' : text(made, 'decidingOffice');
}

function letter(source: CaseSource, fact: ReasonedFact): CaseDocument {
  const unitId = text(fact, 'unitId');
  const [deputies, signedBy] = [deputiesOf(fact), text(fact, 'signedBy')];
  return {
    ...{
      kind: 'reply-letter',
      of: text(fact, 'replyId'),
      unitId,
      title: `答复函（${unitName(source, unitId)}）`,
      statesContact: true,
    },
    ...{
      onDate: dayOf(fact, 'issuedOn'),
      needs: ['final-reply'],
      assignmentId: text(fact, 'assignmentId'),
      people: [
        ...deputies,
        signedBy,
        ...objects(fact, 'coOpinions').map((each) => memberText(each, 'signedBy')),
      ],
    },
    compose: (names, _deputies, contact) =>
      replyLetter({
        contact,
        suggestion: caseName(source),
        unit: unitName(source, unitId),
        resultClass: classOf(text(fact, 'resultClass')),
        disclosure: disclosureOf(text(fact, 'disclosure')),
        letterNumber: text(fact, 'letterNumber'),
        signer: names.get(signedBy) ?? '',
        deputies: addressees(source, deputies, names),
        round: count(fact, 'round'),
        opening: text(fact, 'opening'),
        sections: sectionsOf(fact),
        evidence: evidenceOf(fact),
        promises: promisesOf(fact),
        coOpinions: objects(fact, 'coOpinions').map((each) => ({
          unit: unitName(source, memberText(each, 'unitId')),
          statement: memberText(each, 'statement'),
          signer: names.get(memberText(each, 'signedBy')) ?? '',
          signedOn: memberText(each, 'signedOn'),
        })),
        missingCoOpinions: objects(fact, 'missingCoOpinions').map((each) => ({
          unit: unitName(source, memberText(each, 'unitId')),
          reason: memberText(each, 'reason'),
        })),
        copies: copiesTo(source, officeOf(source, fact)),
        issuedOn: dayOf(fact, 'issuedOn'),
      }),
  };
}

function supplement(
  source: CaseSource,
  { issued, fact, of }: { issued: ReasonedFact; fact: ReasonedFact; of: string },
): CaseDocument {
  const [unitId, people] = [text(issued, 'unitId'), deputiesOf(issued)];
  return {
    ...{ kind: 'supplementary-reply', of, unitId, title: `补充答复（${unitName(source, unitId)}）` },
    ...{
      onDate: dayOf(fact, 'supplementedOn'),
      needs: ['final-reply'],
      assignmentId: text(issued, 'assignmentId'),
      people,
    },
    compose: (names) =>
      supplementaryReply({
        suggestion: caseName(source),
        unit: unitName(source, unitId),
        deputies: addressees(source, people, names),
        resultClass: text(fact, 'resultClass'),
        letterNumber: text(issued, 'letterNumber'),
        why: text(fact, 'why'),
        text: text(fact, 'text'),
        promises: promisesOf(fact),
        copies: copiesTo(source, officeOf(source, issued)),
        on: dayOf(fact, 'supplementedOn'),
      }),
  };
}

/** Records that stand: signed, on paper, or waiting; and deliveries of a time when the unit's word was enough. */
function faceToFaceRecords(source: CaseSource, issued: ReasonedFact): readonly ReasonedFact[] {
  const standing = source.file.replies[text(issued, 'replyId')]?.faceToFace ?? {};
  const recorded = ofReply(source, issued, 'face-to-face-recorded');
  const hasRecord = new Set(recorded.map((fact) => deputyIdOf(fact)));
  return [
    ...recorded.filter((fact) => {
      const state = standing[text(fact, 'recordId')]?.state;
      return state !== undefined && state !== 'denied';
    }),
    ...ofReply(source, issued, 'reply-delivered').filter(
      (fact) => text(fact, 'method') === 'face-to-face' && !hasRecord.has(deputyIdOf(fact)),
    ),
  ];
}

function faceToFace(source: CaseSource, issued: ReasonedFact, fact: ReasonedFact): CaseDocument {
  const deputyId = deputyIdOf(fact);
  const unitId = text(issued, 'unitId');
  const repliedOn = text(fact, 'onDate') || dayOf(fact, 'deliveredOn');
  return {
    ...{ kind: 'face-to-face-record', of: `${text(issued, 'replyId')}-${fact.version}`, unitId },
    ...{ title: `当面答复记录（${unitName(source, unitId)}）`, onDate: repliedOn },
    // Beside the reply it tells of a talk and of what the deputy thinks.
    ...{ needs: ['final-reply', 'contact-records'], assignmentId: text(issued, 'assignmentId') },
    people: [deputyId],
    compose: (names) =>
      faceToFaceRecord({
        suggestion: caseName(source),
        unit: unitName(source, unitId),
        deputies: addressees(source, [deputyId], names),
        repliedOn,
        letterNumber: text(issued, 'letterNumber'),
        resultClass: text(issued, 'resultClass'),
        sections: sectionsOf(issued),
        place: text(fact, 'place'),
        attendees: text(fact, 'attendees'),
        content: text(fact, 'content'),
        signature: signatureOf(source, fact),
      }),
  };
}

function signatureOf({ file }: CaseSource, fact: ReasonedFact): FaceToFaceSignature {
  const record = file.replies[text(fact, 'replyId')]?.faceToFace?.[text(fact, 'recordId')];
  if (record?.state === 'signed') return { by: 'deputy', opinion: record.opinion, on: record.answeredOn };
  return record?.state === 'scanned' ? { by: 'paper', filedOn: dayOf(fact, 'recordedOn') } : { by: 'nobody' };
}

function deputyIdOf({ payload }: Fact): string {
  return memberText((payload['deputy'] ?? {}) as Record<string, unknown>, 'deputyId');
}

function sectionsOf(fact: Fact): { demand: string; answer: string }[] {
  return objects(fact, 'sections').map((each) => ({
    demand: memberText(each, 'demand'),
    answer: memberText(each, 'answer'),
  }));
}

function promisesOf(fact: Fact): { text: string; dueOn: string }[] {
  return objects(fact, 'promises').map((each) => ({
    text: memberText(each, 'text'),
    dueOn: memberText(each, 'dueOn'),
  }));
}

function evidenceOf(fact: ReasonedFact) {
  // A message of its own: read like a fact.
  const evidence: Fact = { ...fact, payload: (fact.payload['evidence'] ?? {}) as Record<string, unknown> };
  return {
    attachments: objects(evidence, 'attachments').map((each) => memberText(each, 'name')),
    completedOn: text(evidence, 'completedOn'),
    lackingCondition: text(evidence, 'lackingCondition'),
    explainedBy: text(evidence, 'explainedBy'),
    legalBasis: text(evidence, 'legalBasis'),
  };
}

function classOf(word: string): ResultClass | '' {
  return word === 'A' || word === 'B' || word === 'C' || word === 'D' ? word : '';
}

function disclosureOf(word: string): Disclosure {
  return word === 'on-request' || word === 'withheld' ? word : 'proactive';
}
