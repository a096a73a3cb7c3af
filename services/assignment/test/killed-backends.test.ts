import { accepted } from '@huiyin/testkit/accepted';
import { sdDistrict } from '@huiyin/calendar/sd-district';
import { localDate } from '@huiyin/kernel/local-date';
import { BackendKiller, KILLING_TIMEOUT_MS } from '@huiyin/testkit/backend-killer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  KEY_GROUNDS,
  COUNCIL,
  clerk,
  DESK,
  GOVERNMENT,
  head,
  liaison,
  openAssignment,
  STORED_PHOTO,
  WANG,
  type OpenAssignment,
} from './open-assignment.ts';
import { REPLY, Story } from './stories.ts';

const killer = new BackendKiller();
let open: OpenAssignment;

beforeAll(async () => {
  open = await openAssignment(killer);
});
afterAll(async () => {
  await killer.close();
  await open.close();
});

type Request<Name extends keyof OpenAssignment['use']> = Parameters<OpenAssignment['use'][Name]>[0];

const page = { limit: 50, cursor: '' };

/** A complex key item with a co-handler, up to the plan. */
async function planned(story: Story): Promise<{ lead: string; co: string }> {
  const { use } = open;
  await (await story.registered()).classified('complex');
  const mark = {
    ...{ suggestionId: story.id, decisionNumber: '东人主〔2026〕3号', decidedOn: '2026-03-02' },
    ...KEY_GROUNDS,
  };
  accepted(await use.markKey(mark as unknown as Request<'markKey'>, story.as(COUNCIL)));
  const [lead = '', co = ''] = await story.assigned(['u-traffic', 'lead'], ['u-police', 'co']);
  const led = { leaderName: '罗思齐', leaderRank: 'government-deputy-head' } as const;
  const force = { suggestionId: story.id, convenerId: 'council', workPackages: [], ...led };
  const taskForceId = accepted(await use.formTaskForce(force, story.as(DESK))).id;
  await packaged(story, taskForceId);
  await story.acknowledged(lead);
  await story.acknowledged(co, 'u-police');
  await story.confirmed(lead);
  await story.planned(lead);
  const plan = { leaderName: '王海', leaderPost: '局长', leaderRank: 'unit-head', solution: '四月施工' };
  const amended = { assignmentId: lead, plan: { ...plan, milestones: [], deadline: '2026-05-30' } };
  const amend = { ...amended, reason: '换人' } as unknown as Request<'amendPlan'>;
  accepted(await use.amendPlan(amend, story.as(clerk('u-traffic'), '2026-03-13')));
  await story.contacted(lead);
  return { lead, co };
}

/** A work package: added, amended and done. */
async function packaged(story: Story, taskForceId: string): Promise<void> {
  const { use } = open;
  const held = { unitId: 'u-police', task: '设护学岗', dueOn: localDate('2026-04-30') };
  const packageId = accepted(await use.addWorkPackage({ taskForceId, ...held }, story.as(DESK))).id;
  const amended = { packageId, ...held, task: '设护学岗两处', reason: '增加东门' };
  accepted(await use.amendWorkPackage(amended, story.as(COUNCIL)));
  const done = { packageId, summary: '两处护学岗已设' };
  accepted(await use.completeWorkPackage(done, story.as(clerk('u-police'))));
}

async function difficult(story: Story, lead: string): Promise<void> {
  const { use } = open;
  const difficulty = { assignmentId: lead, severity: 'yellow', description: '管线迁改' } as const;
  accepted(await use.reportDifficulty(difficulty, story.as(clerk('u-traffic'))));
  accepted(await use.resolveDifficulty({ assignmentId: lead, how: '已迁改' }, story.as(clerk('u-traffic'))));
  const extension = { assignmentId: lead, grounds: '涉及三个部门' };
  const asHead = story.as(head('u-traffic'), '2026-04-01');
  const extensionId = accepted(await use.requestExtension(extension, asHead)).id;
  const grant = { extensionId, grant: true, reason: '情况属实' };
  accepted(await use.decideExtensionRequested(grant, story.as(DESK, '2026-04-02')));
}

/** The co-handler's opinion, sent back once; answers the accepted one. */
async function opinion(story: Story, co: string): Promise<string> {
  const { use } = open;
  const parts = { facts: '校门口接送车辆多。', commitments: [], resultClass: 'A' } as const;
  const give = async (words: string): Promise<string> => {
    const ctx = story.as(head('u-police'), '2026-03-20');
    return accepted(await use.giveCoOpinion({ ...parts, assignmentId: co, opinion: words }, ctx)).id;
  };
  const draft = { ...parts, assignmentId: co, opinion: '我局同意在上下学时段安排护学岗。' };
  accepted(await use.draftCoOpinion(draft, story.as(liaison('u-police'), '2026-03-20')));
  const first = await give(draft.opinion);
  const asLead = story.as(head('u-traffic'), '2026-03-21');
  accepted(await use.sendBackCoOpinion({ opinionId: first, reason: '请写明人数和时段' }, asLead));
  const second = await give('我局每日7时至8时安排护学岗两人,长期执行。');
  accepted(await use.acceptCoOpinion({ opinionId: second }, story.as(head('u-traffic'))));
  return second;
}

async function repliedAndDelivered(story: Story, lead: string, opinionId: string): Promise<void> {
  const { use } = open;
  const held = { meetingId: 'm', kind: 'on-site', assignmentId: lead, heldOn: '2026-03-20' };
  await story.hear('meeting', 'meeting-held', held);
  const statement = '经区公安局研究:安排护学岗两人。';
  const unsaved = { assignmentId: lead, draft: { ...REPLY, coOpinions: [{ opinionId, statement }] } };
  const checks = accepted(await use.checkReply(unsaved, story.as(clerk('u-traffic'), '2026-04-09')));
  expect(checks.filter(({ state }) => state === 'must')).toEqual([]);
  const pdf = accepted(await use.previewReply(unsaved, story.as(clerk('u-traffic'), '2026-04-09')));
  expect(Buffer.from(pdf).toString('latin1', 0, 5)).toBe('%PDF-');
  const shown = { ...REPLY, evidence: { ...REPLY.evidence, attachments: [STORED_PHOTO] } };
  const asClerk = story.as(clerk('u-traffic'), '2026-04-09');
  accepted(await use.draftReply({ assignmentId: lead, draft: shown }, asClerk));
  accepted(await use.readReplyDraft({ assignmentId: lead }, story.as(DESK, '2026-04-09')));
  const replyId = await story.replied(lead, '2026-04-10', {
    ...REPLY,
    coOpinions: [{ opinionId, statement }],
  });
  await signedFaceToFace(story, replyId);
  const deliver = { replyId, deputyIds: [], method: 'letter', deliveredOn: '2026-04-12' };
  const asLiaison = story.as(liaison('u-traffic'), '2026-04-12');
  accepted(await use.deliverReply(deliver as unknown as Request<'deliverReply'>, asLiaison));
  const changed = { assignmentId: lead, what: '另增一处', changedOn: '2026-04-15' };
  const situation = changed as unknown as Request<'recordSituationChange'>;
  accepted(await use.recordSituationChange(situation, story.as(DESK, '2026-04-20')));
  const { evidence, promises } = REPLY;
  const change = {
    replyId,
    resultClass: 'B',
    why: '增加一处',
    text: '另增一处',
    evidence,
    promises,
  } as const;
  accepted(await use.supplementReply(change, story.as(head('u-traffic'), '2026-04-20')));
  const judged = { promiseId: 'p-1', assignmentId: lead, clocks: [] };
  await story.hear('evaluation', 'promise-kept', { ...judged, keptOn: '2026-05-30' }, '2026-05-30');
  const broken = { ...judged, promiseId: 'p-2', explanation: '资金未到位' };
  await story.hear('evaluation', 'promise-broken', broken, '2026-06-30');
  const situations = (await story.types()).filter((type) => type === 'situation-changed');
  expect(situations).toHaveLength(2);
  await story.hear('evaluation', 'suggestion-closed', { closedOn: '2026-07-01', clocks: [] }, '2026-07-01');
  await story.hear('archive', 'case-sealed', { sealedOn: '2026-07-02' }, '2026-07-02');
  const asHead = story.as(head('u-traffic'), '2026-07-03');
  expect(await use.supplementReply(change, asHead)).toMatchObject({ code: 'case-sealed' });
}

/** The lead deputy is answered in person and signs the record. */
async function signedFaceToFace(story: Story, replyId: string): Promise<void> {
  const { use } = open;
  const told = { replyId, deputyIds: ['wang'], onDate: localDate('2026-04-11'), place: '交通运输局' };
  const talk = { ...told, attendees: '王海', content: '逐条答复。', scan: [] };
  accepted(await use.recordFaceToFace(talk, story.as(liaison('u-traffic'), '2026-04-11')));
  const recorded = (await story.events()).find(({ type }) => type === 'face-to-face-recorded');
  const recordId = String(recorded?.payload['recordId']);
  const answer = { replyId, recordId, agrees: true, opinion: '同意' };
  accepted(await use.answerFaceToFace(answer, story.as(WANG, '2026-04-12')));
}

/** A share returned and given to another unit; a confidential author with one person of the unit who knows. */
async function bends(): Promise<void> {
  const { use } = open;
  const returned = new Story(open);
  const assignmentId = await returned.ledByTraffic();
  const back = { grounds: '不属于我局职责', legalBasis: '三定规定第三条', proposedUnitId: 'u-police' };
  const asHead = returned.as(head('u-traffic'), '2026-03-03');
  const returnRequestId = accepted(await use.requestReturn({ assignmentId, ...back }, asHead)).id;
  const suggestionId = returned.id;
  accepted(await use.proposeUnits({ suggestionId }, returned.as(GOVERNMENT)));
  accepted(await use.proposeClassification({ suggestionId, expectedUnits: 0 }, returned.as(GOVERNMENT)));
  accepted(await use.listReturnRequests(page, returned.as(GOVERNMENT)));
  const decision = { returnRequestId, grant: true, reason: '按职责分工' };
  accepted(await use.decideReturnRequested(decision, returned.as(GOVERNMENT, '2026-03-05')));
  const move = { assignmentId, unitId: 'u-police', reason: '改由公安部门承办' };
  accepted(await use.reassignShare(move, returned.as(GOVERNMENT, '2026-03-06')));

  const guarded = new Story(open);
  const share = await guarded.ledByTraffic('general', { authorConfidential: true });
  const confidant = { assignmentId: share, personId: 'liaison-u-traffic', reason: '' };
  accepted(await use.nameConfidant(confidant, guarded.as(DESK)));
}

/** A disagreement that the office settles. */
async function coordinated(): Promise<void> {
  const { use } = open;
  const disputed = new Story(open);
  const share = await disputed.ledByTraffic();
  await disputed.acknowledged(share);
  const request = { assignmentId: share, grounds: '职责交叉' };
  const asLiaison = disputed.as(liaison('u-traffic'), '2026-03-04');
  const coordinationId = accepted(await use.requestCoordination(request, asLiaison)).id;
  const result = { coordinationId, decision: '由交通部门牵头', responsibleUnitId: 'u-traffic' };
  accepted(await use.closeCoordination(result, disputed.as(GOVERNMENT, '2026-03-06')));
}

async function heardFromOthers(): Promise<void> {
  const missed = new Story(open);
  const assignmentId = await missed.ledByTraffic();
  const clock = { clockId: 'c', kind: 'ack', subject: assignmentId, round: 1, dueVersion: 1 };
  await missed.hear('supervision', 'clock-missed', { ...clock, dueDate: '2026-03-05' }, '2026-03-06');
  await (await new Story(open).registered()).hear('intake', 'suggestion-returned', {});
  const stream = 'liaison-u-police';
  const certificate = { certificateId: 'cert', personId: stream, unitId: 'u-police', topic: '办理实务' };
  const issued = { ...certificate, issuedOn: '2026-03-03', validUntil: '2026-12-31' };
  await open.hear('training', { stream, type: 'certificate-issued', payload: issued });
  const expired = { ...certificate, expiredOn: '2027-01-01' };
  await open.hear('training', { stream, type: 'certificate-expired', payload: expired });
  const pack = { version: 'sd-2', effectiveFrom: '2026-03-01', contentJson: JSON.stringify(sdDistrict) };
  await open.hear('directory', { stream: 'rule-pack:sd-2', type: 'rule-pack-activated', payload: pack });
  const moved = { suggestionId: missed.id, rulePackVersion: 'sd-2', reason: '条例修订' };
  accepted(await open.use.moveRules(moved, missed.as(DESK, '2026-03-09')));
  const succeeded = { unitId: 'u-traffic', successorUnitId: 'u-finance', onDate: '2026-03-10' };
  await open.hear('directory', { stream: 'u-traffic', type: 'unit-succeeded', payload: succeeded });
  expect(await missed.types()).toContain('assignment-succeeded');
}

it(
  'keeps all or nothing of every use case and reaction, wherever its backend is killed',
  async () => {
    const { use } = open;
    const story = new Story(open);
    const { lead, co } = await planned(story);
    await difficult(story, lead);
    await repliedAndDelivered(story, lead, await opinion(story, co));
    await bends();
    await coordinated();
    await heardFromOthers();
    accepted(await use.listCases({ status: '', ...page }, story.as(DESK)));
    const all = { unitId: '', status: '', role: '', ...page };
    accepted(await use.listAssignments(all, story.as(DESK)));
    expect(killer.spared).toEqual([]);
    expect(await killer.forgottenTransactions()).toBe(0);
  },
  KILLING_TIMEOUT_MS,
);
