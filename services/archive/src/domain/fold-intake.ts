import type { CaseFile } from './case-file.ts';
import { flag, objects, text, texts, type Fact } from './fact.ts';
import { nameFiles } from './name-files.ts';

/** What intake's facts change in a file. */
export function foldIntake(file: CaseFile, fact: Fact, on: string): void {
  switch (fact.type) {
    case 'suggestion-drafted':
      file.leadDeputyId = text(fact, 'leadDeputyId');
      nameFiles(file, objects(fact, 'attachments'), { part: 'text', draft: true });
      break;
    case 'draft-edited':
      nameFiles(file, objects(fact, 'attachments'), { part: 'text', draft: true });
      break;
    case 'cosignature-requested':
      file.drafting = 'cosigning';
      file.invitedIds = [...file.invitedIds, ...texts(fact, 'deputyIds')];
      break;
    case 'cosigner-removed':
      file.invitedIds = file.invitedIds.filter((deputyId) => deputyId !== text(fact, 'deputyId'));
      break;
    case 'pre-review-requested':
      Object.assign(file, { drafting: 'pre-review', preReviewAsked: true });
      break;
    case 'pre-review-answered':
      file.drafting = 'draft';
      break;
    case 'suggestion-submitted':
      takeText(file, fact);
      file.submittedOn = text(fact, 'submittedOn') || on;
      break;
    case 'suggestion-converted':
      file.awaitsConversion = false;
      file.convertedOn = text(fact, 'decidedOn') || on;
      break;
    case 'lead-passed':
      file.leadDeputyId = text(fact, 'leadDeputyId');
      file.cosignerIds = texts(fact, 'cosignerIds');
      inviteLead(file, text(fact, 'fromDeputyId'));
      break;
    case 'suggestion-registered':
      file.number = text(fact, 'number');
      file.displayNumber = text(fact, 'displayNumber');
      file.category = text(fact, 'category');
      file.overseerIds = texts(fact, 'overseerIds');
      file.registeredOn = text(fact, 'registeredOn') || on;
      break;
    case 'suggestion-returned':
      file.ended = 'returned-to-deputy';
      break;
    case 'suggestion-declined':
      file.ended = 'not-admitted';
      break;
    case 'decline-notice-confirmed':
      file.declineNoticeConfirmed = true;
      break;
    case 'withdrawal-signed':
      file.withdrawalSignedBy.push(text(fact, 'deputyId'));
      break;
    case 'suggestion-withdrawn':
      file.ended = 'withdrawn';
      break;
    case 'suggestion-merged':
      file.ended = 'merged';
      file.parentCaseId = text(fact, 'parentId');
      break;
    case 'suggestion-absorbed':
      file.mergedCaseIds.push(text(fact, 'childId'));
      absorb(file, fact);
      break;
    default:
      break;
  }
}

/** Its deputies are owed the replies, also one that the others have already. */
function absorb(file: CaseFile, fact: Fact): void {
  const leadId = text(fact, 'childLeadDeputyId');
  const deputyIds = [leadId, ...texts(fact, 'childCosignerIds')];
  file.mergedDeputyIds.push(...deputyIds);
  file.mergedLeadIds = { ...file.mergedLeadIds, [text(fact, 'childId')]: leadId };
  for (const reply of Object.values(file.replies)) {
    if (file.shares[reply.assignmentId]?.round !== reply.round) continue;
    reply.owed += deputyIds.length;
    file.allDelivered = false;
  }
}

function takeText(file: CaseFile, fact: Fact): void {
  nameFiles(file, objects(fact, 'attachments'), { part: 'text', draft: false });
  file.drafting = '';
  file.ended = '';
  // Handed in again after a correction, a motion that was converted stays so.
  file.awaitsConversion ??= text(fact, 'kind') === 'motion';
  file.title = text(fact, 'title');
  file.facts = text(fact, 'facts');
  file.demands = texts(fact, 'demands');
  file.wishedContact = text(fact, 'wishedContact');
  file.researchSource = text(fact, 'researchSource');
  file.affectedArea = text(fact, 'affectedArea');
  file.earlierNumbers = texts(fact, 'earlierNumbers');
  file.textHash = text(fact, 'textHash');
  file.leadDeputyId = text(fact, 'leadDeputyId');
  file.cosignerIds = texts(fact, 'cosignerIds');
  file.period = text(fact, 'period');
  file.authorConfidential = flag(fact, 'authorConfidential');
}

/** Whoever leads now is invited where the former lead was, as in meeting. */
function inviteLead(file: CaseFile, formerId: string): void {
  for (const meeting of Object.values(file.meetings)) {
    if (meeting.state !== 'scheduled' || !meeting.participantIds.includes(formerId)) continue;
    meeting.participantIds = [...new Set([...meeting.participantIds, file.leadDeputyId])];
  }
}
