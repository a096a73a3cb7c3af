import { accepted, codeOf } from '@huiyin/testkit/accepted';
import { localDate } from '@huiyin/kernel/local-date';
import { execute } from '@huiyin/postgres/query';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  KEY_GROUNDS,
  by,
  clerk,
  COUNCIL,
  DESK,
  GOVERNMENT,
  head,
  liaison,
  on,
  openAssignment,
  STRANGER,
  UNITS,
  WANG,
  type OpenAssignment,
} from './open-assignment.ts';
import { clocksOf, REPLY, Story } from './stories.ts';

let open: OpenAssignment;

beforeAll(async () => {
  open = await openAssignment();
});
afterAll(() => open.close());

describe('from registration to delivery', () => {
  it('carries a general item through every gate to every deputy', async () => {
    const story = new Story(open);
    const lead = await story.readyToReply();
    const replyId = await story.replied(lead);
    expect((await story.view()).accountable).toEqual([
      { kind: 'unit', unitId: 'u-traffic', assignmentId: lead },
    ]);
    const deliver = { replyId, deputyIds: [], method: 'letter', deliveredOn: '2026-04-12' } as unknown;
    type Deliver = Parameters<OpenAssignment['use']['deliverReply']>[0];
    accepted(await open.use.deliverReply(deliver as Deliver, story.as(liaison('u-traffic'), '2026-04-12')));
    const view = await story.view();
    expect(view.replied).toBe(true);
    expect(view.accountable).toEqual([{ kind: 'desk' }]);
    const facts = await story.events();
    expect(facts.map((fact) => fact.type)).toEqual([
      'suggestion-classified',
      'assignment-made',
      'assignment-acknowledged',
      'plan-requested',
      'plan-filed',
      'contact-recorded',
      'reply-drafted',
      'reply-issued',
      'reply-delivered',
      'reply-delivered',
    ]);
    expect(clocksOf(facts[1]?.payload ?? {})).toEqual([
      'meet inter_session_assign',
      'start ack',
      'start reply',
      'start dual_confirmation',
    ]);
    expect(clocksOf(facts[2]?.payload ?? {})).toEqual(['meet ack', 'start deemed_accepted']);
    expect(clocksOf(facts[7]?.payload ?? {})).toEqual([]);
    expect(
      facts.slice(8).map(({ payload }) => [payload['allDelivered'] ?? false, clocksOf(payload)]),
    ).toEqual([
      [false, ['start feedback']],
      [true, ['meet reply']],
    ]);
  });

  it('refuses a reply gate by gate, in the order of the law', async () => {
    const story = new Story(open);
    const lead = await story.ledByTraffic('complex');
    const refusal = async (): Promise<string> => {
      const answer = await story.issues(lead);
      return 'rejected' in answer
        ? `${answer.code} ${String(answer.detail?.['fact'] ?? '')}`.trim()
        : 'accepted';
    };
    expect(await refusal()).toBe('not-acknowledged');
    await story.acknowledged(lead);
    expect(await refusal()).toBe('fact-not-yet-known dual-confirmation-completed');
    await story.confirmed(lead);
    expect(await refusal()).toBe('plan-missing');
    await story.planned(lead);
    expect(await refusal()).toBe('fact-not-yet-known meeting-held');
    await story.hear('meeting', 'meeting-held', {
      meetingId: 'm',
      kind: 'on-site',
      assignmentId: lead,
      heldOn: '2026-03-20',
    });
    expect(await refusal()).toBe('contact-missing');
    await story.contacted(lead);
    expect(await refusal()).toBe('reply-draft-missing');
    await story.replied(lead);
  });

  it('signs only the words the head has read', async () => {
    const story = new Story(open);
    const lead = await story.readyToReply();
    accepted(await open.use.draftReply({ assignmentId: lead, draft: REPLY }, story.as(clerk('u-traffic'))));
    const request = { assignmentId: lead, letterNumber: '1', textHash: '0'.repeat(64) };
    expect(codeOf(await open.use.issueReply(request, story.as(head('u-traffic'), '2026-04-10')))).toBe(
      'reply-draft-changed',
    );
  });
});

describe('co-handlers', () => {
  it('answer the lead, once more when sent back, and are stated in the reply', async () => {
    const story = new Story(open);
    await (await story.registered()).classified();
    const [lead = '', co = ''] = await story.assigned(['u-traffic', 'lead'], ['u-police', 'co']);
    await story.acknowledged(lead);
    await story.acknowledged(co, 'u-police');
    await story.confirmed(lead);
    await story.planned(lead);
    await story.contacted(lead);
    const parts = {
      ...{ facts: '校门口接送车辆多。', resultClass: 'B' as const },
      commitments: [{ text: '安排护学岗两人', dueOn: localDate('2026-04-01') }],
    };
    const give = (opinion: string) =>
      open.use.giveCoOpinion(
        { ...parts, assignmentId: co, opinion },
        story.as(head('u-police'), '2026-03-20'),
      );
    expect(codeOf(await give('同意'))).toBe('co-opinion-empty');
    const drafted = { ...parts, assignmentId: co, opinion: '我局同意在上下学时段安排护学岗。' };
    const asLiaison = () => story.as(liaison('u-police'), '2026-03-20');
    expect(codeOf(await open.use.giveCoOpinion(drafted, asLiaison()))).toBe('not-permitted');
    accepted(await open.use.draftCoOpinion({ ...drafted, opinion: '我局原则同意，具体再议。' }, asLiaison()));
    accepted(await open.use.draftCoOpinion(drafted, asLiaison()));
    expect((await story.share(co, head('u-police'))).opinionDraft).toEqual({
      ...{ ...parts, opinion: drafted.opinion },
      ...{ draftedBy: liaison('u-police').personId, draftedOn: '2026-03-20' },
    });
    expect((await story.share(co, head('u-traffic'))).opinionDraft).toBeUndefined();
    expect(codeOf(await story.issues(lead))).toBe('reply-draft-missing');
    const first = accepted(await give('我局同意在上下学时段安排护学岗。')).id;
    expect((await story.share(co, head('u-police'))).opinionDraft).toBeUndefined();
    const asLead = story.as(head('u-traffic'), '2026-03-21');
    accepted(await open.use.sendBackCoOpinion({ opinionId: first, reason: '请写明人数和时段' }, asLead));
    const second = accepted(await give('我局每日7时至8时安排护学岗两人,长期执行。')).id;
    const again = { opinionId: second, reason: '还不够具体' };
    expect(codeOf(await open.use.sendBackCoOpinion(again, story.as(head('u-traffic'))))).toBe(
      'co-opinion-sent-back-once',
    );
    accepted(await open.use.draftReply({ assignmentId: lead, draft: REPLY }, story.as(clerk('u-traffic'))));
    expect(codeOf(await story.issues(lead))).toBe('co-opinion-not-judged');
    accepted(await open.use.acceptCoOpinion({ opinionId: second }, story.as(head('u-traffic'))));
    expect(codeOf(await story.issues(lead))).toBe('co-opinion-not-stated');
    const stated = {
      ...REPLY,
      coOpinions: [{ opinionId: second, statement: '经区公安局研究:安排护学岗两人。' }],
    };
    await story.replied(lead, '2026-04-10', stated);
    expect((await story.share(lead, liaison('u-police'))).opinionShares.map((share) => share.unitId)).toEqual(
      ['u-police'],
    );
  });
});

describe('rights', () => {
  it('hides a case from strangers and other tenants, and drafts from everybody but their unit', async () => {
    const story = new Story(open);
    const lead = await story.readyToReply();
    accepted(await open.use.draftReply({ assignmentId: lead, draft: REPLY }, story.as(clerk('u-traffic'))));
    expect(codeOf(await open.use.getCase({ suggestionId: story.id }, story.as(STRANGER)))).toBe(
      'suggestion-unknown',
    );
    const elsewhere = by(DESK, { tenant: 'xiling' });
    expect(codeOf(await open.use.getCase({ suggestionId: story.id }, elsewhere))).toBe('suggestion-unknown');
    expect(codeOf(await open.use.acknowledgeAssignment({ assignmentId: lead }, elsewhere))).toBe(
      'assignment-unknown',
    );
    expect((await story.share(lead, DESK)).replies).toEqual([]);
    expect((await story.share(lead, WANG)).replies).toEqual([]);
    expect((await story.share(lead, clerk('u-traffic'))).replies).toHaveLength(1);
  });

  it('lets only the council mark, the desk or its office decide, the head sign', async () => {
    const story = new Story(open);
    const lead = await story.readyToReply();
    const mark = {
      suggestionId: story.id,
      decisionNumber: '东人主〔2026〕3号',
      decidedOn: '2026-03-02',
      ...KEY_GROUNDS,
    } as unknown;
    type Mark = Parameters<OpenAssignment['use']['markKey']>[0];
    expect(codeOf(await open.use.markKey(mark as Mark, story.as(DESK)))).toBe('not-permitted');
    accepted(await open.use.markKey(mark as Mark, story.as(COUNCIL)));
    const request = { assignmentId: lead, letterNumber: '1', textHash: '' };
    expect(codeOf(await open.use.issueReply(request, story.as(clerk('u-traffic'))))).toBe('not-permitted');
    expect(
      codeOf(await open.use.acknowledgeAssignment({ assignmentId: lead }, story.as(liaison('u-police')))),
    ).toBe('suggestion-unknown');
  });

  it('lists to a unit its own shares only, to an office what waits for it', async () => {
    const story = new Story(open);
    await (await story.registered()).classified();
    const [share = ''] = await story.assigned(['u-publicity', 'lead']);
    const page = { limit: 200, cursor: '', status: '', role: '' };
    const mine = accepted(
      await open.use.listAssignments({ ...page, unitId: 'u-traffic' }, story.as(liaison('u-publicity'))),
    );
    expect(new Set(mine.shares.map((view) => view.share.unitId))).toEqual(new Set(['u-publicity']));
    const back = {
      assignmentId: share,
      grounds: '不属于本部门职责',
      legalBasis: '三定规定第二条',
      proposedUnitId: 'u-police',
    };
    accepted(await open.use.requestReturn(back, story.as(head('u-publicity'), '2026-03-03')));
    const waiting = accepted(await open.use.listReturnRequests({ limit: 200, cursor: '' }, story.as(DESK)));
    expect(waiting.shares.map((view) => view.share.id)).toEqual([share]);
    expect(
      accepted(await open.use.listReturnRequests({ limit: 200, cursor: '' }, story.as(GOVERNMENT))).shares,
    ).toEqual([]);
  });
});

describe('the database itself', () => {
  it('never holds two active leads of one suggestion', async () => {
    const story = new Story(open);
    const lead = await story.ledByTraffic();
    const twice = open.database.uow.act(
      { tenant: 'donghu', actor: DESK, at: on('2026-03-02') },
      story.id,
      async (tx) => {
        await execute(
          tx,
          `insert into assignment select tenant, 'second', suggestion_id, 9, 'u-finance', role, status, deciding_office,
           active, clock_start_on, state from assignment where id = $1`,
          [lead],
        );
      },
    );
    await expect(twice).rejects.toThrow();
  });

  it('refuses a unit that is closed or unknown', async () => {
    const story = await (await new Story(open).registered()).classified();
    const shares = (unitId: string) => ({
      suggestionId: story.id,
      ...{ shares: [{ unitId, role: 'lead' as const }], wishReason: '' },
    });
    expect(codeOf(await open.use.assignSuggestion(shares(UNITS.closed.unitId), story.as(DESK)))).toBe(
      'unit-inactive',
    );
    expect(codeOf(await open.use.assignSuggestion(shares('u-nobody'), story.as(DESK)))).toBe(
      'fact-not-yet-known',
    );
  });
});
