import { accepted, codeOf } from '@huiyin/testkit/accepted';
import { localDate } from '@huiyin/kernel/local-date';
import { rows } from '@huiyin/postgres/query';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  KEY_GROUNDS,
  clerk,
  COUNCIL,
  DESK,
  GOVERNMENT,
  head,
  liaison,
  openAssignment,
  type OpenAssignment,
} from './open-assignment.ts';
import { clocksOf, REPLY, Story } from './stories.ts';

let open: OpenAssignment;

beforeAll(async () => {
  open = await openAssignment();
});
afterAll(() => open.close());

const back = { grounds: '不属于我局职责', legalBasis: '三定规定第三条', proposedUnitId: 'u-police' };

describe('the ways round', () => {
  it('keeps why a deputy was not met, and issues the reply on it', async () => {
    const story = new Story(open);
    const assignmentId = await story.ledByTraffic();
    await story.acknowledged(assignmentId);
    await story.hear('meeting', 'dual-confirmation-completed', {
      ...{ meetingId: story.id, assignmentId, completedOn: '2026-03-10', clocks: [] },
      manner: 'deputy-not-responding',
    });
    await story.planned(assignmentId);
    const by = (day: string) => story.as(clerk('u-traffic'), day);
    const about = { assignmentId, onDate: localDate('2026-03-15'), deputyIds: ['wang'] };
    const byTelephone = { form: 'telephone', outcome: 'talked', summary: '电话里听取意见' } as const;
    accepted(await open.use.recordContact({ ...about, ...byTelephone }, by('2026-03-15')));
    accepted(await open.use.draftReply({ assignmentId, draft: REPLY }, by('2026-03-15')));
    expect(codeOf(await story.issues(assignmentId))).toBe('face-to-face-not-tried');
    const declined = { form: 'visit', outcome: 'declined', summary: '代表在外地，请改为电话沟通' } as const;
    accepted(await open.use.recordContact({ ...about, ...declined }, by('2026-03-16')));
    const { contacts } = await story.share(assignmentId, head('u-traffic'));
    expect(contacts.map(({ outcome }) => outcome).toSorted()).toEqual(['declined', 'talked']);
    accepted(await story.issues(assignmentId));
  });

  it('returns a share, leaves it with the office, and gives it to another unit on the old statutory clock', async () => {
    const story = new Story(open);
    const assignmentId = await story.ledByTraffic();
    const asked = await open.use.requestReturn(
      { assignmentId, ...back },
      story.as(head('u-traffic'), '2026-03-03'),
    );
    const decision = { returnRequestId: accepted(asked).id, grant: true, reason: '按职责分工' };
    expect(codeOf(await open.use.decideReturnRequested(decision, story.as(DESK)))).toBe('not-permitted');
    accepted(await open.use.decideReturnRequested(decision, story.as(GOVERNMENT, '2026-03-05')));
    const { accountable } = await story.view();
    expect(accountable).toEqual([{ kind: 'office', office: 'government-office', assignmentId }]);
    const move = { assignmentId, unitId: 'u-police', reason: '改由公安部门承办' };
    const next = accepted(await open.use.reassignShare(move, story.as(GOVERNMENT, '2026-03-06'))).id;
    const made = (await story.events()).at(-1)?.payload;
    expect(made).toMatchObject({
      ...{ assignmentId: next, unitId: 'u-police', replacesAssignmentId: assignmentId },
      ...{ assignedOn: '2026-03-06', clockStartOn: '2026-03-02' },
    });
    expect(await story.status(assignmentId)).toBe('replaced');
    expect(
      codeOf(await open.use.acknowledgeAssignment({ assignmentId }, story.as(liaison('u-traffic')))),
    ).toBe('not-in-handling');
  });

  it('extends a reply once the desk agrees', async () => {
    const story = new Story(open);
    const assignmentId = await story.readyToReply();
    const request = { assignmentId, grounds: '涉及三个部门' };
    const asked = accepted(
      await open.use.requestExtension(request, story.as(head('u-traffic'), '2026-04-01')),
    );
    const grant = { extensionId: asked.id, grant: true, reason: '情况属实' };
    accepted(await open.use.decideExtensionRequested(grant, story.as(DESK, '2026-04-02')));
    const [share] = (await story.view()).shares;
    expect(share?.replyDueOn).toBe('2026-09-02');
  });

  it('counts an unsigned share as received, and as accepted when nobody returned it', async () => {
    const story = new Story(open);
    const assignmentId = await story.ledByTraffic();
    const missed = (kind: string, dueDate: string) => ({
      ...{ clockId: `c-${kind}`, kind, subject: assignmentId, round: 1, dueVersion: 1, dueDate },
    });
    await story.hear('supervision', 'clock-missed', missed('ack', '2026-03-05'), '2026-03-06');
    expect(await story.status(assignmentId)).toBe('acknowledged');
    await story.hear('supervision', 'clock-missed', missed('deemed_accepted', '2026-03-10'), '2026-03-11');
    expect(await story.status(assignmentId)).toBe('in-handling');
    expect((await story.types()).slice(-2)).toEqual(['assignment-acknowledged', 'assignment-accepted']);
  });

  it('opens a second round when re-handling is ordered', async () => {
    const story = new Story(open);
    const assignmentId = await story.readyToReply();
    await story.replied(assignmentId);
    const ordered = {
      assignmentId,
      unitId: 'u-traffic',
      round: 2,
      orderedOn: '2026-05-06',
      rulePackVersion: 'sd-1',
    };
    await story.hear('evaluation', 'rehandling-ordered', ordered, '2026-05-06');
    expect(codeOf(await story.issues(assignmentId, '2026-05-07'))).toBe('contact-missing');
    await story.contacted(assignmentId, '2026-05-07');
    await story.replied(assignmentId, '2026-05-10');
    const view = await story.share(assignmentId, head('u-traffic'));
    expect(view.replies.map((reply) => [reply.round, reply.issued !== undefined])).toEqual([
      [2, true],
      [1, true],
    ]);
  });

  it('ends an assigned case that all signers withdraw', async () => {
    const story = new Story(open);
    await story.ledByTraffic();
    await story.hear(
      'intake',
      'withdrawal-requested',
      { signedBy: ['wang', 'li'], handlingBegun: true },
      '2026-03-10',
    );
    expect((await story.types()).at(-1)).toBe('case-ended');
    await story.hear('intake', 'suggestion-withdrawn', { withdrawnOn: '2026-03-10' }, '2026-03-10');
    expect((await story.view()).suggestion.phase).toEqual({ name: 'ended', on: '2026-03-10' });
    expect((await story.types()).filter((type) => type === 'case-ended')).toHaveLength(1);
  });

  it('times the choice of a key suggestion from its proposal to the mark', async () => {
    const story = new Story(open);
    const session = { op: 'CLOCK_OP_START', kind: 'session_assign', subject: story.id, round: 1 };
    const month = { startDate: '2026-02-27', term: { n: 1, unit: 'month' } };
    const clocks = [{ ...session, ...month, rulePackVersion: 'sd-1', owner: 'desk' }];
    await story.registered({ period: 'in-session', congressSessionId: 'session-5', clocks });
    await story.classified('general', true);
    expect((await story.view()).keySelectionDueOn).toBe('2026-04-27');
    const mark = { suggestionId: story.id, decisionNumber: '东人主〔2026〕3号', ...KEY_GROUNDS };
    type Mark = Parameters<OpenAssignment['use']['markKey']>[0];
    const decided = { ...mark, decidedOn: '2026-03-02' } as unknown as Mark;
    accepted(await open.use.markKey(decided, story.as(COUNCIL, '2026-03-02')));
    expect((await story.events()).map(({ payload }) => clocksOf(payload))).toEqual([
      ['start key_selection'],
      ['meet key_selection'],
    ]);
    expect((await story.view()).keySelectionDueOn).toBe('');
  });

  it('marks a case key after its plan was filed', async () => {
    const story = new Story(open);
    const assignmentId = await story.readyToReply();
    const mark = { suggestionId: story.id, decisionNumber: '东人主〔2026〕3号', ...KEY_GROUNDS };
    type Mark = Parameters<OpenAssignment['use']['markKey']>[0];
    accepted(
      await open.use.markKey(
        { ...mark, decidedOn: '2026-03-19' } as unknown as Mark,
        story.as(COUNCIL, '2026-03-20'),
      ),
    );
    expect(codeOf(await story.issues(assignmentId))).toBe('five-ones-incomplete');
    await story.planned(assignmentId, '2026-03-23');
    expect((await story.share(assignmentId)).plans.map((plan) => plan.version)).toEqual([2, 1]);
  });
});

describe('facts that come early', () => {
  it('are stored and count once the case opens', async () => {
    const story = new Story(open);
    const absorbed = {
      childId: 's-child',
      childNumber: 'n',
      childLeadDeputyId: 'zhao',
      childCosignerIds: [],
    };
    await story.hear('evaluation', 'suggestion-closed', { closedOn: '2026-03-02', outcome: 'closed' });
    await story.registered();
    expect((await story.view()).suggestion.phase.name).toBe('closed');
    await story.hear('intake', 'suggestion-absorbed', absorbed);
    expect((await story.view()).suggestion.owed.map((owed) => owed.deputyId)).toEqual(['wang', 'li', 'zhao']);
  });

  it('about a share nobody made are kept', async () => {
    const story = await new Story(open).registered();
    await story.confirmed('share-from-nowhere');
    const kept = await open.database.uow.read('donghu', (tx) =>
      rows<{ fact: { assignmentId: string } }>(tx, 'select fact from early_fact where suggestion_id = $1', [
        story.id,
      ]),
    );
    expect(kept.map((row) => row.fact.assignmentId)).toEqual(['share-from-nowhere']);
  });
});

describe('training', () => {
  it('warns while a liaison of the unit has no valid certificate', async () => {
    const untrained = async (day: string): Promise<unknown> => {
      const story = await (await new Story(open).registered()).classified();
      const shares = [{ unitId: 'u-police', role: 'lead' as const }];
      const request = { suggestionId: story.id, shares, wishReason: '' };
      accepted(await open.use.assignSuggestion(request, story.as(DESK, day)));
      return (await story.events()).at(-1)?.payload['liaisonUntrained'] ?? false;
    };
    expect(await untrained('2026-03-02')).toBe(true);
    const certificate = {
      certificateId: 'cert',
      personId: 'liaison-u-police',
      unitId: 'u-police',
      topic: '办理实务',
    };
    await open.hear('training', {
      ...{ stream: 'liaison-u-police', type: 'certificate-issued' },
      payload: { ...certificate, issuedOn: '2026-03-03', validUntil: '2026-12-31' },
    });
    expect(await untrained('2026-03-04')).toBe(false);
    await open.hear('training', {
      ...{ stream: 'liaison-u-police', type: 'certificate-expired' },
      payload: { ...certificate, expiredOn: '2026-03-05' },
    });
    expect(await untrained('2026-03-06')).toBe(true);
  });
});
