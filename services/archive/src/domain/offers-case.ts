import type { Around, Offer, Target } from './offer.ts';
import type { CaseFile } from './case-file.ts';
import { refuseSeal } from './sealing.ts';
import { stageOf, type Stage } from './stage.ts';

/** The case itself, in any of these stages. */
function caseAt(...stages: readonly Stage[]): Offer['targets'] {
  return (file) => (stages.includes(stageOf(file)) ? [{ id: file.caseId }] : []);
}

const WRITING = caseAt('draft', 'cosigning', 'returned-to-deputy');
const SUBMITTED = caseAt('submitted', 'converted');
const isMotion = ({ awaitsConversion = false }: CaseFile): boolean => awaitsConversion;
const BEFORE_ASSIGNMENT = caseAt('submitted', 'converted', 'registered', 'reviewed', 'returned-to-deputy');

/** From draft to registration, withdrawal and sealing: acts of intake and archive on the case as a whole. */
export const caseOffers: readonly Offer[] = [
  { act: 'editDraft', action: 'intake.edit', targets: WRITING },
  { act: 'inviteCosigners', action: 'intake.invite-cosigner', targets: WRITING },
  {
    act: 'removeCosigner',
    action: 'intake.invite-cosigner',
    targets: (file, ...around) => (file.invitedIds.length > 0 ? WRITING(file, ...around) : []),
  },
  { act: 'requestPreReview', action: 'intake.request-pre-review', targets: WRITING },
  { act: 'submitSuggestion', action: 'intake.submit', targets: WRITING },
  {
    act: 'convertMotion',
    action: 'intake.convert',
    targets: (file, ...around) => (isMotion(file) ? SUBMITTED(file, ...around) : []),
  },
  {
    act: 'registerSuggestion',
    action: 'intake.register',
    targets: (file, ...around) => (isMotion(file) ? [] : SUBMITTED(file, ...around)),
  },
  { act: 'returnForCorrection', action: 'intake.return', targets: SUBMITTED },
  { act: 'declineSuggestion', action: 'intake.decline', targets: BEFORE_ASSIGNMENT },
  { act: 'confirmDeclineNotice', action: 'intake.confirm-decline-notice', targets: toldOfNothing },
  { act: 'mergeSuggestion', action: 'intake.merge', targets: mergeable },
  { act: 'withdrawSuggestion', action: 'intake.withdraw', targets: withdrawable },
  { act: 'takeLead', action: 'intake.take-lead', targets: withoutLead },
  { act: 'sealCase', action: 'archive.seal', targets: sealable },
];

/** Over, with every paper that is owed (T27). */
function sealable(file: CaseFile): readonly Target[] {
  return refuseSeal(file) === undefined ? [{ id: file.caseId }] : [];
}

function toldOfNothing(file: CaseFile): readonly Target[] {
  return stageOf(file) === 'not-admitted' && !file.declineNoticeConfirmed ? [{ id: file.caseId }] : [];
}

/** A child has no children of its own and no reply yet (T6). */
function mergeable(file: CaseFile): readonly Target[] {
  const open = ['registered', 'reviewed', 'assigned', 'in-progress'].includes(stageOf(file));
  const answered = Object.keys(file.replies).length > 0;
  return open && !answered && file.mergedCaseIds.length === 0 ? [{ id: file.caseId }] : [];
}

/** Until the reply is delivered (T29), each signer once; a tenant whose rules end it at 交办 refuses it itself. */
function withdrawable(file: CaseFile, reader: { readonly personId: string }): readonly Target[] {
  const open = [
    'draft',
    'cosigning',
    'submitted',
    'converted',
    'registered',
    'reviewed',
    'assigned',
    'in-progress',
  ];
  const signed = file.withdrawalSignedBy.includes(reader.personId);
  const possible = open.includes(stageOf(file)) && file.mergedCaseIds.length === 0;
  return possible && !signed ? [{ id: file.caseId }] : [];
}

/** Registered and not over, of a lead deputy who has left office, and signed by others too (domain.md §2.9). */
function withoutLead(file: CaseFile, _reader: unknown, { leadInOffice }: Around): readonly Target[] {
  const runs = file.registeredOn !== '' && file.ended === '' && file.closedOn === '' && file.sealedOn === '';
  return runs && !leadInOffice && file.cosignerIds.length > 0 ? [{ id: file.caseId }] : [];
}
