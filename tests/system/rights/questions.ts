import type { QuickJourney } from './quick-journey.ts';
import { CO_UNIT } from './readers.ts';

/** One thing asked of the API about one case. `action` is what the table names it by. */
export interface Question {
  readonly action: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  /** Asks whether the answer names one of these, not whether there is one. */
  readonly names?: readonly string[];
}

const get = (action: string, path: string): Question => ({ action: `GET ${action}`, method: 'GET', path });

/** What a reader of a case can ask at any stage. Shares exist from 交办 on. */
export function readsOf({ suggestionId: id, shares }: QuickJourney): readonly Question[] {
  const [lead] = shares.values();
  return [
    get('/cases/{id}', `/cases/${id}`),
    get('/cases/{id}/timeline', `/cases/${id}/timeline?limit=1`),
    get('/suggestions/{id}', `/suggestions/${id}`),
    get('/suggestions/{id}/handling', `/suggestions/${id}/handling`),
    get('/suggestions/{id}/meetings', `/suggestions/${id}/meetings`),
    get('/suggestions/{id}/evaluations', `/suggestions/${id}/evaluations`),
    get('/clocks', `/clocks?suggestionId=${id}`),
    ...(lead === undefined ? [] : [get('/assignments/{id}', `/assignments/${lead}`)]),
  ];
}

/** Whether an answer names the deputies of a case, by their ids. */
export function authorsIn(
  { suggestionId: id, path }: QuickJourney,
  names: readonly string[],
): readonly Question[] {
  const asked = [
    get('/cases/{id}', `/cases/${id}`),
    get('/cases/{id}/timeline', `/cases/${id}/timeline`),
    get('/suggestions/{id}', path),
    get('/suggestions/{id}/meetings', `${path}/meetings`),
  ];
  return asked.map((question) => ({ ...question, action: `author in ${question.action}`, names }));
}

/** Ids of the parts of a case that is over. */
export interface Parts {
  readonly meetingId: string;
  readonly clockId: string;
  readonly replyId: string;
  readonly opinionId: string;
  readonly promiseId: string;
}

const TEXT = '情况说明';
const score = { points: 1, reason: TEXT };
const plan = { leaderRank: 'unit-head', solution: TEXT, deadline: '2026-12-31' };
const HASH = '0'.repeat(64);

/**
 * Every changing act on a case that is over: whoever may do it is told that it cannot be done any more. Not asked here,
 * because nothing tells the right from the act: drafting, 签收 by paper and other acts that need no case; editing a
 * draft, whose version is checked first; decisions about a request that this case never had.
 */
export function actsOn(journey: QuickJourney, parts: Parts): readonly Question[] {
  const id = journey.suggestionId;
  return [
    ...intakeActs(id),
    ...officeActs(journey),
    ...unitActs(journey, parts),
    ...meetingActs(journey, parts),
    ...evaluationActs(journey, parts),
    ...supervisionActs(parts),
    post('/cases/{id}:seal', `/cases/${id}:seal`),
  ];
}

function post(action: string, path: string, body?: unknown): Question {
  return { action: `POST ${action}`, method: 'POST', path, ...(body === undefined ? {} : { body }) };
}

function intakeActs(id: string): readonly Question[] {
  const on = (verb: string, body?: unknown): Question =>
    post(`/suggestions/{id}:${verb}`, `/suggestions/${id}:${verb}`, body);
  return [
    on('submit'),
    on('request-pre-review'),
    on('withdraw', { reason: TEXT }),
    on('register', { category: '其他' }),
    on('return', { explanation: TEXT }),
    on('decline', { ground: 'no-content', explanation: TEXT, deputyHeardOn: '2026-01-05' }),
    on('merge', { parentId: id, reason: TEXT }),
    on('convert', { motionNumber: '1', decisionNumber: '1', decidedOn: '2026-01-05' }),
  ];
}

function officeActs({ suggestionId: id, shares, cast }: QuickJourney): readonly Question[] {
  const [lead = ''] = shares.values();
  const on = (verb: string, body: unknown): Question =>
    post(`/suggestions/{id}:${verb}`, `/suggestions/${id}:${verb}`, body);
  const unitId = cast.unitId('weijian');
  return [
    on('classify', { scope: score, difficulty: score, urgency: score, expectedUnits: 1 }),
    on('mark-key', { decisionNumber: '1', decidedOn: '2026-01-05' }),
    on('assign', { shares: [{ unitId, role: 'co' }] }),
    post('/task-forces', '/task-forces', { suggestionId: id, convenerId: unitId, workPackages: [] }),
    post('/assignments/{id}:reassign', `/assignments/${lead}:reassign`, { unitId, reason: TEXT }),
  ];
}

function unitActs(journey: QuickJourney, { replyId, opinionId }: Parts): readonly Question[] {
  const lead = journey.share();
  const on = (what: string, body?: unknown): Question =>
    post(`/assignments/{id}${what}`, `/assignments/${lead}${what}`, body);
  return [
    on(':acknowledge'),
    on(':request-return', { grounds: TEXT, legalBasis: TEXT }),
    on('/plan', plan),
    on('/plan:amend', { plan, reason: TEXT }),
    on('/contacts', { form: 'visit', onDate: '2026-01-05', summary: TEXT }),
    on(':report-difficulty', { severity: 'yellow', description: TEXT }),
    on(':resolve-difficulty', { how: TEXT }),
    on('/extensions', { grounds: TEXT }),
    on('/replies', { opening: TEXT }),
    on('/replies:issue', { letterNumber: '1', textHash: HASH }),
    post('/coordinations', '/coordinations', { assignmentId: lead, grounds: TEXT }),
    post('/assignments/{co}/co-opinions', `/assignments/${journey.share(CO_UNIT)}/co-opinions`, {
      opinion: '同意主办单位的意见并予以配合。',
    }),
    post('/co-opinions/{id}:accept', `/co-opinions/${opinionId}:accept`),
    post('/co-opinions/{id}:send-back', `/co-opinions/${opinionId}:send-back`, { reason: TEXT }),
    post('/replies/{id}:deliver', `/replies/${replyId}:deliver`, {
      ...{ method: 'letter', deliveredOn: '2026-01-05' },
    }),
    post('/replies/{id}:supplement', `/replies/${replyId}:supplement`, {
      ...{ resultClass: 'D', why: TEXT, text: TEXT },
    }),
  ];
}

function meetingActs(journey: QuickJourney, { meetingId }: Parts): readonly Question[] {
  const { suggestionId: id } = journey;
  const on = (verb: string, body?: unknown): Question =>
    post(`/meetings/{id}:${verb}`, `/meetings/${meetingId}:${verb}`, body);
  const startsAt = '2026-01-06T01:00:00Z';
  const share = { assignmentId: journey.share(), reason: TEXT };
  return [
    post('/meetings dual-confirmation', '/meetings', {
      ...{ kind: 'dual-confirmation', suggestionId: id, assignmentId: journey.share() },
      ...{ startsAt, place: '会议室', participantIds: [] },
    }),
    on('schedule', { startsAt, place: '会议室' }),
    on('cancel', { reason: TEXT }),
    on('record', { heldOn: '2026-01-05', presentIds: [id], findings: TEXT }),
    on('confirm', { recordVersion: 1 }),
    on('judge', { verdict: 'met' }),
    post(
      '/suggestions/{id}/meetings:record-no-response',
      `${journey.path}/meetings:record-no-response`,
      share,
    ),
    post('/suggestions/{id}/meetings:waive-on-site', `${journey.path}/meetings:waive-on-site`, share),
  ];
}

function evaluationActs(journey: QuickJourney, { promiseId }: Parts): readonly Question[] {
  const assignmentId = journey.share();
  const { path } = journey;
  return [
    post('/suggestions/{id}/evaluations', `${path}/evaluations`, {
      ...{ assignmentId, attitude: 'satisfied', result: 'satisfied' },
    }),
    post('/suggestions/{id}/evaluations:give-opinion', `${path}/evaluations:give-opinion`, {
      ...{ assignmentId, satisfaction: 'satisfied' },
    }),
    post('/suggestions/{id}:order-rehandling', `${path}:order-rehandling`, { assignmentId, reason: TEXT }),
    post('/suggestions/{id}:decide-escalation', `${path}:decide-escalation`, {
      ...{ assignmentId, decision: 'inquiry', decisionNumber: '1', explanation: TEXT },
    }),
    post('/promises/{id}/progress', `/promises/${promiseId}/progress`, { progress: TEXT }),
    post('/promises/{id}:keep', `/promises/${promiseId}:keep`, { finding: TEXT }),
    post('/promises/{id}:break', `/promises/${promiseId}:break`, { explanation: TEXT }),
  ];
}

function supervisionActs({ clockId }: Parts): readonly Question[] {
  return [
    post('/clocks/{id}:override', `/clocks/${clockId}:override`, { toColour: 'red', grounds: TEXT }),
    post('/clocks/{id}:confirm', `/clocks/${clockId}:confirm`),
    post('/urges', '/urges', { clockId, message: TEXT }),
    post('/supervision-letters', '/supervision-letters', { clockId, facts: TEXT, requiredAction: TEXT }),
    post('/talks', '/talks', { clockId, problems: TEXT }),
  ];
}
