import { get, onPart, post, type Question } from './questions.ts';
import type { QuickJourney } from './quick-journey.ts';

const TEXT = '情况说明';
const MEETING_KINDS = [
  ...['dual-confirmation', 'on-site', 'look-back', 'task-force', 'coordination', 'joint-study'],
  ...['talk', 'hand-over'],
];

/** Meetings, evaluation, promises and supervision. */
export function afterwardsActs(journey: QuickJourney): readonly Question[] {
  return [
    ...meetingActs(journey),
    ...evaluationActs(journey),
    ...promiseActs(journey),
    ...supervisionActs(journey),
  ];
}

function meetingActs(journey: QuickJourney): readonly Question[] {
  const { suggestionId, path, parts } = journey;
  const assignmentId = parts.get('share');
  if (assignmentId === undefined) return [];
  const on = (verb: string, body?: unknown): readonly Question[] =>
    onPart(journey, 'meeting', `/meetings/{id}:${verb}`, body);
  const startsAt = '2026-01-06T01:00:00Z';
  const invitation = { startsAt, place: '会议室', participantIds: [] };
  const about = (verb: string): Question =>
    post(`/suggestions/{id}/meetings:${verb}`, `${path}/meetings:${verb}`, { assignmentId, reason: TEXT });
  return [
    ...MEETING_KINDS.map((kind) => ({
      ...post(`/meetings ${kind}`, '/meetings', { kind, suggestionId, assignmentId, ...invitation }),
      route: 'POST /meetings',
    })),
    ...on('schedule', { startsAt, place: '会议室' }),
    ...on('cancel', { reason: TEXT }),
    ...on('decline', { reason: TEXT }),
    ...on('check-in', { code: '00000000' }),
    ...on('note-attendance', { personId: suggestionId, reason: TEXT }),
    ...checkInCode(journey),
    ...on('record', { heldOn: '2026-01-05', presentIds: [suggestionId], findings: TEXT }),
    ...on('confirm', { recordVersion: 1 }),
    ...on('judge', { verdict: 'met' }),
    about('record-no-response'),
    about('waive-on-site'),
  ];
}

/** Shown on the day alone: later whoever may is told that it is over. */
function checkInCode({ parts }: QuickJourney): readonly Question[] {
  const meetingId = parts.get('meeting');
  if (meetingId === undefined) return [];
  return [get('/meetings/{id}/check-in-code', `/meetings/${meetingId}/check-in-code`)];
}

function evaluationActs({ path, parts }: QuickJourney): readonly Question[] {
  const assignmentId = parts.get('share');
  if (assignmentId === undefined) return [];
  return [
    post('/suggestions/{id}/evaluations', `${path}/evaluations`, {
      ...{ assignmentId, attitude: 'satisfied', result: 'satisfied' },
    }),
    post('/suggestions/{id}/evaluations:give-opinion', `${path}/evaluations:give-opinion`, {
      ...{ assignmentId, satisfaction: 'satisfied' },
    }),
    post('/suggestions/{id}:order-rehandling', `${path}:order-rehandling`, { assignmentId, reason: TEXT }),
    post('/suggestions/{id}:waive-rehandling', `${path}:waive-rehandling`, { assignmentId, reason: TEXT }),
    post('/suggestions/{id}:decide-escalation', `${path}:decide-escalation`, {
      ...{ assignmentId, decision: 'inquiry', decisionNumber: '1', explanation: TEXT },
    }),
  ];
}

function promiseActs(journey: QuickJourney): readonly Question[] {
  return [
    ...onPart(journey, 'promise', '/promises/{id}/progress', { progress: TEXT }),
    ...onPart(journey, 'promise', '/promises/{id}:keep', { finding: TEXT }),
    ...onPart(journey, 'promise', '/promises/{id}:break', { explanation: TEXT }),
    ...onPart(journey, 'rectification', '/rectifications/{id}:submit', { report: TEXT }),
    ...onPart(journey, 'rectification', '/rectifications/{id}:accept'),
    ...onPart(journey, 'rectification', '/rectifications/{id}:reject', { explanation: TEXT }),
  ];
}

function supervisionActs(journey: QuickJourney): readonly Question[] {
  const clockId = journey.parts.get('clock');
  const letter = { facts: TEXT, requiredAction: TEXT };
  const about = (route: string, body: object): readonly Question[] =>
    clockId === undefined ? [] : [post(route, route, { clockId, ...body })];
  return [
    ...onPart(journey, 'clock', '/clocks/{id}:override', { toColour: 'red', grounds: TEXT }),
    ...onPart(journey, 'clock', '/clocks/{id}:confirm'),
    ...about('/urges', { message: TEXT }),
    ...about('/supervision-letters', letter),
    ...about('/talks', { problems: TEXT }),
    ...onPart(journey, 'letter', '/supervision-letters/{id}:answer', {
      ...{ progress: TEXT, measures: TEXT, promisedOn: '2026-02-01' },
    }),
    ...onPart(journey, 'talk', '/talks/{id}:hold', {
      ...{
        attendedByPersonId: '00000000-0000-4000-8000-000000000000',
        minutes: TEXT,
        undertaking: TEXT,
        checkOn: '2026-02-01',
      },
    }),
    ...onPart(journey, 'talk', '/talks/{id}:check', { undertakingKept: true, findings: TEXT }),
  ];
}
