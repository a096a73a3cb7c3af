import { localDate } from '@huiyin/kernel/local-date';
import { accepted } from '@huiyin/testkit/accepted';
import { BackendKiller, KILLING_TIMEOUT_MS } from '@huiyin/testkit/backend-killer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CROSSING } from './given.ts';
import { by, DESK, LI, openIntake, PHOTO, REVIEWER, someone, WANG, type OpenIntake } from './open-intake.ts';

const killer = new BackendKiller();
let intake: OpenIntake;

beforeAll(async () => {
  intake = await openIntake(killer);
});
afterAll(async () => {
  await killer.close();
  await intake.close();
});

async function draft(kind: 'suggestion' | 'motion' = 'suggestion'): Promise<string> {
  const request = { kind, text: CROSSING, leadDeputyId: undefined };
  return accepted(await intake.use.draftSuggestion(request, by(WANG))).id;
}

async function submitted(): Promise<string> {
  const suggestionId = await draft();
  accepted(await intake.use.submitSuggestion({ suggestionId }, by(WANG)));
  return suggestionId;
}

async function registered(): Promise<string> {
  const suggestionId = await submitted();
  accepted(await intake.use.registerSuggestion({ suggestionId, category: '城建环保' }, by(DESK)));
  return suggestionId;
}

/** A motion 议案, which needs ten signatures. */
async function submittedMotion(): Promise<string> {
  const suggestionId = await draft('motion');
  const deputyIds = Array.from({ length: 10 }, (_, index) => `deputy-${index}`);
  for (const personId of deputyIds) {
    const payload = { personId, memberships: [{ role: 'deputy', unitId: '', active: true }] };
    await intake.hear('directory', { stream: personId, type: 'person-changed', payload });
  }
  accepted(await intake.use.inviteCosigners({ suggestionId, deputyIds }, by(WANG)));
  for (const deputyId of deputyIds) {
    const ctx = by(someone(deputyId, 'deputy'));
    const { textHash } = accepted(await intake.use.getSuggestion({ suggestionId }, ctx));
    accepted(await intake.use.confirmCosignature({ suggestionId, textHash }, ctx));
  }
  accepted(await intake.use.submitSuggestion({ suggestionId }, by(WANG)));
  return suggestionId;
}

/** Asked to be withdrawn while a unit handles it: assignment decides. */
async function withdrawing(): Promise<string> {
  const suggestionId = await registered();
  const made = { suggestionId, assignmentId: `share of ${suggestionId}`, unitId: 'jiaotong', role: 'lead' };
  await intake.hear('assignment', { stream: suggestionId, type: 'assignment-made', payload: made });
  accepted(await intake.use.withdrawSuggestion({ suggestionId, reason: '问题已解决' }, by(WANG)));
  return suggestionId;
}

/** Of a lead who left office after registration: the co-signer takes the lead. */
async function cosignedAndLed(): Promise<void> {
  const suggestionId = await draft();
  accepted(await intake.use.inviteCosigners({ suggestionId, deputyIds: ['li'] }, by(WANG)));
  const { textHash } = accepted(await intake.use.getSuggestion({ suggestionId }, by(LI)));
  accepted(await intake.use.confirmCosignature({ suggestionId, textHash }, by(LI)));
  accepted(await intake.use.submitSuggestion({ suggestionId }, by(WANG)));
  accepted(await intake.use.registerSuggestion({ suggestionId, category: '城建环保' }, by(DESK)));
  const wang = (active: boolean) =>
    intake.hear('directory', {
      ...{ stream: 'wang', type: 'person-changed' },
      payload: { personId: 'wang', memberships: [{ role: 'deputy', unitId: '', active }] },
    });
  await wang(false);
  accepted(await intake.use.takeLead({ suggestionId, deputyId: '', reason: '' }, by(LI)));
  await wang(true);
}

it(
  'keeps all or nothing of every use case and reaction, wherever its backend is killed',
  async () => {
    const { use, hear } = intake;
    const suggestionId = await draft();
    accepted(await use.inviteCosigners({ suggestionId, deputyIds: ['li', 'zhang'] }, by(WANG)));
    accepted(await use.removeCosigner({ suggestionId, deputyId: 'zhang' }, by(WANG)));
    const text = { ...CROSSING, facts: `${CROSSING.facts}另有公交站台狭窄。`, attachments: [PHOTO] };
    accepted(await use.editDraft({ suggestionId, text }, by(WANG)));
    accepted(await use.requestPreReview({ suggestionId }, by(WANG)));
    accepted(await use.listPreReviews({ limit: 50, cursor: '' }, by(REVIEWER)));
    const marks = { substance: 'good', reasoning: 'good', feasibility: 'improve' } as const;
    const advice = { ...marks, advice: '请写明资金来源', comments: [] };
    accepted(await use.answerPreReview({ suggestionId, ...advice }, by(REVIEWER)));
    const { textHash } = accepted(await use.getSuggestion({ suggestionId }, by(LI)));
    accepted(await use.confirmCosignature({ suggestionId, textHash }, by(LI)));
    accepted(await use.adviseOnText(CROSSING, by(WANG)));
    accepted(await use.listMySuggestions({ status: '', limit: 50, cursor: '' }, by(WANG)));

    const signedOn = localDate('2026-01-05');
    const receivedAt = by(DESK).at;
    const paper = {
      ...{ formNumber: '纸-1', leadDeputyId: 'li', cosignerIds: ['wang'] },
      ...{ signedOn, receivedAt, text: CROSSING },
    };
    const taken = accepted(await use.takeInPapers({ forms: [paper] }, by(DESK)));
    // An attempt whose answer was lost had taken it in.
    expect(taken.map(({ outcome }) => outcome)).toEqual(['known']);
    accepted(await use.listPaperForms({ limit: 50, cursor: '', contains: '', statuses: [] }, by(DESK)));

    const returned = await submitted();
    accepted(await use.listRegistrationQueue({ limit: 50, cursor: '' }, by(DESK)));
    accepted(await use.returnForCorrection({ suggestionId: returned, explanation: '请补充' }, by(DESK)));

    const [parentId, childId] = [await registered(), await registered()];
    const merge = { suggestionId: childId, parentId, reason: '同一路段', competence: '区交通运输局' };
    accepted(await use.mergeSuggestion(merge, by(DESK)));

    const declined = { suggestionId: await submitted(), explanation: '不属于本区职权' };
    const heard = { ground: 'outside-competence', deputyHeardOn: localDate('2026-01-05') } as const;
    accepted(await use.declineSuggestion({ ...declined, ...heard }, by(DESK)));
    accepted(await use.confirmDeclineNotice({ suggestionId: declined.suggestionId, toldHow: '' }, by(WANG)));

    const decided = { motionNumber: '议案3', decisionNumber: '主席团〔2026〕2号' };
    const motion = { suggestionId: await submittedMotion(), decidedOn: localDate('2026-01-05') };
    accepted(await use.convertMotion({ ...motion, ...decided }, by(DESK)));

    for (const type of ['case-ended', 'withdrawal-refused']) {
      const stream = await withdrawing();
      await hear('assignment', { stream, type, payload: { suggestionId: stream, cause: 'withdrawn' } });
    }
    const given = await registered();
    const share = { suggestionId: given, fromUnitId: 'jiaotong', unitId: 'gongan' };
    await hear('assignment', { stream: given, type: 'assignment-succeeded', payload: share });
    const handedBack = { suggestionId: given, assignmentId: 'a', unitId: 'caizheng' };
    await hear('assignment', { stream: given, type: 'assignment-returned', payload: handedBack });
    const named = { suggestionId: given, assignmentId: 'b', unitId: 'gongan', personId: 'clerk' };
    await hear('assignment', { stream: given, type: 'confidant-named', payload: named });
    const rules = { suggestionId: given, fromVersion: 'sd-1', toVersion: 'sd-2' };
    await hear('assignment', { stream: given, type: 'rules-moved', payload: rules });
    await cosignedAndLed();
    for (const type of ['suggestion-closed', 'suggestion-reopened']) {
      const payload = { suggestionId: given, closedOn: '2026-01-05' };
      await hear('evaluation', { stream: given, type, payload });
    }
    await draft();
    const ended = { personId: 'zhang', onDate: '2026-01-05', reason: '调离' };
    await hear('directory', { stream: 'zhang', type: 'mandate-ended', payload: ended });
    expect(killer.spared).toEqual([]);
    expect(await killer.forgottenTransactions()).toBe(0);
  },
  KILLING_TIMEOUT_MS,
);
