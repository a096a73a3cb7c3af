import { personId } from '@huiyin/demo-city/people';
import { afterwardsActs } from './acts-afterwards.ts';
import { onPart, post, type Question } from './questions.ts';
import type { QuickJourney } from './quick-journey.ts';
import { COSIGNER, CO_UNIT } from './readers.ts';

const TEXT = '情况说明';
const HASH = '0'.repeat(64);
const score = { points: 1, reason: TEXT };
const CO_OPINION = { facts: TEXT, opinion: TEXT, resultClass: 'A' };
const plan = { leaderRank: 'unit-head', solution: TEXT, deadline: '2026-12-31' };

/**
 * Every changing act on a case, as far as the case has what it acts on. Only what the right depends on is right about the
 * contents: whoever may act is refused by a later guard, in a case that is over or by `isStale`.
 */
export function actsOn(journey: QuickJourney): readonly Question[] {
  return [
    ...draftActs(journey),
    ...deskActs(journey),
    ...officeActs(journey),
    ...unitActs(journey),
    ...replyActs(journey),
    ...afterwardsActs(journey),
  ];
}

function draftActs({ suggestionId: id, path, roadCase }: QuickJourney): readonly Question[] {
  const on = (what: string, body?: unknown): Question =>
    post(`/suggestions/{id}${what}`, `${path}${what}`, body);
  const cosigner = `/cosigners/${personId('donghu', COSIGNER)}`;
  return [
    { action: 'PATCH /suggestions/{id}', method: 'PATCH', path, body: { ...roadCase.text } },
    { action: 'DELETE /suggestions/{id}/cosigners/{deputyId}', method: 'DELETE', path: `${path}${cosigner}` },
    on('/cosigners', { deputyIds: [personId('donghu', COSIGNER)] }),
    on('/cosigners/me:confirm', { textHash: HASH }),
    on(':submit'),
    on(':request-pre-review'),
    on(':withdraw', { reason: TEXT }),
    post('/pre-reviews/{id}:answer', `/pre-reviews/${id}:answer`, {
      ...{ substance: 'improve', reasoning: 'good', feasibility: 'good', advice: '' },
    }),
  ];
}

function deskActs({ suggestionId: id, path }: QuickJourney): readonly Question[] {
  const on = (verb: string, body?: unknown): Question =>
    post(`/suggestions/{id}:${verb}`, `${path}:${verb}`, body);
  return [
    on('register', { category: '其他' }),
    on('return', { explanation: TEXT }),
    on('decline', { ground: 'no-content', explanation: TEXT, deputyHeardOn: '2026-01-05' }),
    on('confirm-notice', { toldHow: '电话' }),
    on('merge', { parentId: id, reason: TEXT, competence: TEXT }),
    on('take-lead', { deputyId: personId('donghu', COSIGNER), reason: TEXT }),
    on('convert', { motionNumber: '1', decisionNumber: '1', decidedOn: '2026-01-05' }),
    post('/cases/{id}:seal', `/cases/${id}:seal`),
  ];
}

function officeActs(journey: QuickJourney): readonly Question[] {
  const { suggestionId: id, path, cast } = journey;
  const on = (verb: string, body: unknown): Question =>
    post(`/suggestions/{id}:${verb}`, `${path}:${verb}`, body);
  const unitId = cast.unitId('weijian');
  const held = { unitId, task: TEXT, dueOn: '2026-12-31' };
  return [
    on('classify', { scope: score, difficulty: score, urgency: score, expectedUnits: 1 }),
    on('mark-key', {
      ...{ decisionNumber: '1', decidedOn: '2026-01-05', criteria: ['public-concern'] },
      ...{ proposedBy: 'committee', supervisorId: unitId, supervisingUnitId: unitId },
    }),
    on('move-rules', { rulePackVersion: 'none', reason: TEXT }),
    on('assign', { shares: [{ unitId, role: 'co' }] }),
    post('/task-forces', '/task-forces', {
      ...{ suggestionId: id, convenerId: unitId, workPackages: [] },
      ...{ leaderName: '罗思齐', leaderRank: 'government-deputy-head' },
    }),
    ...onPart(journey, 'task-force', '/task-forces/{id}/work-packages', held),
    ...onPart(journey, 'work-package', '/work-packages/{id}:amend', { ...held, reason: TEXT }),
    ...onPart(journey, 'work-package', '/work-packages/{id}:complete', { summary: TEXT }),
    ...onPart(journey, 'share', '/assignments/{id}:reassign', { unitId, reason: TEXT }),
    ...onPart(journey, 'share', '/assignments/{id}:name-confidant', { personId: unitId }),
    ...onPart(journey, 'return-request', '/return-requests/{id}:decide', { grant: false }),
    ...onPart(journey, 'extension', '/extensions/{id}:decide', { grant: false }),
    ...onPart(journey, 'coordination', '/coordinations/{id}:close', {
      ...{ decision: TEXT, responsibleUnitId: unitId },
    }),
  ];
}

function unitActs(journey: QuickJourney): readonly Question[] {
  const on = (what: string, body?: unknown): readonly Question[] =>
    onPart(journey, 'share', `/assignments/{id}${what}`, body);
  const share = journey.parts.get('share');
  const coShare = journey.shares.get(CO_UNIT);
  return [
    ...on(':acknowledge'),
    ...on(':request-return', {
      grounds: TEXT,
      legalBasis: TEXT,
      proposedUnitId: journey.cast.unitId('weijian'),
    }),
    ...on('/plan', plan),
    ...on('/plan:amend', { plan, reason: TEXT }),
    ...on('/contacts', { form: 'visit', onDate: '2026-01-05', summary: TEXT }),
    ...on(':report-difficulty', { severity: 'yellow', description: TEXT }),
    ...on(':resolve-difficulty', { how: TEXT }),
    ...on('/extensions', { grounds: TEXT }),
    ...(share === undefined
      ? []
      : [post('/coordinations', '/coordinations', { assignmentId: share, grounds: TEXT })]),
    ...(coShare === undefined
      ? []
      : [
          {
            ...post('/assignments/{co}/co-opinions', `/assignments/${coShare}/co-opinions`, CO_OPINION),
            route: 'POST /assignments/{id}/co-opinions',
          },
          {
            ...post(
              '/assignments/{co}/co-opinions:draft',
              `/assignments/${coShare}/co-opinions:draft`,
              CO_OPINION,
            ),
            route: 'POST /assignments/{id}/co-opinions:draft',
          },
        ]),
    ...onPart(journey, 'opinion', '/co-opinions/{id}:accept'),
    ...onPart(journey, 'opinion', '/co-opinions/{id}:send-back', { reason: TEXT }),
  ];
}

function replyActs(journey: QuickJourney): readonly Question[] {
  const on = (what: string, body?: unknown): readonly Question[] =>
    onPart(journey, 'share', `/assignments/{id}${what}`, body);
  return [
    ...on('/replies', { opening: TEXT }),
    ...on('/replies:read-draft'),
    ...on('/replies:issue', { letterNumber: '1', textHash: HASH }),
    ...onPart(journey, 'reply', '/replies/{id}:deliver', { method: 'letter', deliveredOn: '2026-01-05' }),
    ...onPart(journey, 'reply', '/replies/{id}:record-face-to-face', {
      ...{ onDate: '2026-01-05', place: TEXT, attendees: TEXT, content: TEXT },
    }),
    ...onPart(journey, 'reply', '/replies/{id}:answer-face-to-face', {
      ...{ recordId: journey.suggestionId, agrees: true },
    }),
    ...on('/situation-changes', { what: TEXT, changedOn: '2026-01-05' }),
    ...onPart(journey, 'reply', '/replies/{id}:supplement', { resultClass: 'D', why: TEXT, text: TEXT }),
  ];
}

/** Questions about a reply that is not saved. */
export function unsavedReplies(journey: QuickJourney): readonly Question[] {
  return ['check', 'preview'].flatMap((verb) =>
    onPart(journey, 'share', `/assignments/{id}/replies:${verb}`, { opening: TEXT }).map((question) => ({
      ...question,
      isHarmless: true as const,
    })),
  );
}
