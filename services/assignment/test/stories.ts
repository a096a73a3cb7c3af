import { accepted } from '@huiyin/testkit/accepted';
import { newId } from '@huiyin/kernel/ids';
import { replayEvents } from '@huiyin/postgres/replay';
import type { AssignmentView } from '../src/app/get-assignment.ts';
import type { CaseView } from '../src/app/get-case.ts';
import type { ReplyDraft } from '../src/domain/reply-draft.ts';
import type { ShareRole } from '../src/domain/share.ts';
import { by, clerk, DESK, head, liaison, MARCH, on, type OpenAssignment } from './open-assignment.ts';

const DEMANDS = ['由区交通运输局在校门口增设信号控制的人行横道', '由区公安局在上下学时段安排警力疏导'];

const PLAN = {
  leaderName: '李建国',
  leaderPost: '局长',
  leaderRank: 'unit-head',
  solution: '四月完成设计,五月施工并安排护学岗',
  milestones: [],
  deadline: '2026-05-20',
} as const;

const NO_EVIDENCE = {
  attachments: [],
  completedOn: '',
  lackingCondition: '',
  explainedBy: '',
  legalBasis: '',
} as const;

/** A class B reply that answers both demands. */
export const REPLY = {
  resultClass: 'B',
  opening: '您提出的建议收悉,现答复如下:',
  sections: [
    { demandNumber: 1, answer: '已列入今年交通设施计划,五月底前建成信号人行横道。' },
    { demandNumber: 2, answer: '公安交警大队已安排上下学时段护学岗。' },
  ],
  evidence: NO_EVIDENCE,
  promises: [{ text: '五月底前建成信号人行横道', dueOn: '2026-05-31' }],
  coOpinions: [],
  disclosure: 'proactive',
} as unknown as ReplyDraft;

/** The steps of one case, told through the use cases. */
export class Story {
  readonly id = newId();
  readonly #open: OpenAssignment;
  readonly #tenant: string;

  constructor(open: OpenAssignment, tenant = 'donghu') {
    this.#open = open;
    this.#tenant = tenant;
  }

  registration(more: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      ...{ suggestionId: this.id, number: `990101-19-B2026-${this.id.slice(-4)}`, displayNumber: '闭1号' },
      ...{ category: '城建环保', title: '关于在文澜路小学门前增设过街设施的建议', leadDeputyId: 'wang' },
      ...{
        cosignerIds: ['li'],
        period: 'between-sessions',
        congressSessionId: '',
        registeredOn: '2026-03-02',
      },
      ...{ rulePackVersion: 'sd-1', authorConfidential: false, wishedUnitIds: [], demands: DEMANDS },
      clocks: [
        {
          ...{ op: 'CLOCK_OP_START', kind: 'inter_session_assign', subject: this.id, round: 1 },
          ...{ startDate: '2026-03-02', term: { n: 5, unit: 'day' }, rulePackVersion: 'sd-1', owner: 'desk' },
        },
      ],
      ...more,
    };
  }

  async hear(
    source: Parameters<OpenAssignment['hear']>[0],
    type: string,
    payload: object,
    day = '2026-03-02',
  ) {
    const fact = { suggestionId: this.id, ...payload };
    await this.#open.hear(source, {
      ...{ tenant: this.#tenant, stream: this.id, type, payload: fact, at: on(day) },
    });
  }

  async registered(more: Record<string, unknown> = {}): Promise<this> {
    await this.hear('intake', 'suggestion-registered', this.registration(more));
    return this;
  }

  async classified(type: 'general' | 'complex' = 'general', keyProposed = false): Promise<this> {
    const hard = type === 'complex' ? 3 : 1;
    const score = (points: number) => ({ points, reason: '涉及一所学校' });
    const scores = { scope: score(1), difficulty: score(hard), urgency: score(hard === 3 ? 2 : 1) };
    const request = {
      suggestionId: this.id,
      scores,
      expectedUnits: 2,
      handlingType: '',
      overrideReason: '',
      keyProposed,
    } as const;
    accepted(await this.#open.use.classifySuggestion(request, this.as(DESK)));
    return this;
  }

  async assigned(...shares: readonly [string, ShareRole][]): Promise<readonly string[]> {
    const toMake = shares.map(([unitId, role]) => ({ unitId, role }));
    const request = { suggestionId: this.id, shares: toMake, wishReason: '' };
    accepted(await this.#open.use.assignSuggestion(request, this.as(DESK)));
    return (await this.view()).suggestion.shares.map((share) => share.id);
  }

  /** Registered, classified and led by 区交通运输局; answers the lead share's id. */
  async ledByTraffic(
    type: 'general' | 'complex' = 'general',
    more: Record<string, unknown> = {},
  ): Promise<string> {
    await (await this.registered(more)).classified(type);
    const [lead] = await this.assigned(['u-traffic', 'lead']);
    if (lead === undefined) throw new Error('no lead share');
    return lead;
  }

  async acknowledged(assignmentId: string, unitId = 'u-traffic', day = '2026-03-03'): Promise<void> {
    accepted(await this.#open.use.acknowledgeAssignment({ assignmentId }, this.as(liaison(unitId), day)));
  }

  async confirmed(assignmentId: string, day = '2026-03-10'): Promise<void> {
    const payload = { meetingId: newId(), assignmentId, completedOn: day, manner: 'both', clocks: [] };
    await this.hear('meeting', 'dual-confirmation-completed', payload, day);
  }

  async planned(assignmentId: string, day = '2026-03-12'): Promise<void> {
    const request = { assignmentId, plan: PLAN } as unknown as Parameters<
      OpenAssignment['use']['filePlan']
    >[0];
    accepted(await this.#open.use.filePlan(request, this.as(clerk('u-traffic'), day)));
  }

  async contacted(assignmentId: string, day = '2026-03-15'): Promise<void> {
    const request = {
      ...{ assignmentId, form: 'visit', onDate: day, deputyIds: ['wang'], summary: '到校门口与代表面商' },
      outcome: 'talked',
    } as unknown as Parameters<OpenAssignment['use']['recordContact']>[0];
    accepted(await this.#open.use.recordContact(request, this.as(clerk('u-traffic'), day)));
  }

  /** Saves a draft and has the head sign it; answers the reply's id. */
  async replied(assignmentId: string, day = '2026-04-10', draft: ReplyDraft = REPLY): Promise<string> {
    accepted(await this.#open.use.draftReply({ assignmentId, draft }, this.as(clerk('u-traffic'), day)));
    return accepted(await this.issues(assignmentId, day)).id;
  }

  async issues(assignmentId: string, day = '2026-04-10') {
    const [reply] = (await this.share(assignmentId, head('u-traffic'))).replies;
    const request = { assignmentId, letterNumber: '东交建字〔2026〕1号', textHash: reply?.textHash ?? '' };
    return this.#open.use.issueReply(request, this.as(head('u-traffic'), day));
  }

  /** Everything before the reply of a general item. */
  async readyToReply(): Promise<string> {
    const lead = await this.ledByTraffic();
    await this.acknowledged(lead);
    await this.confirmed(lead);
    await this.planned(lead);
    await this.contacted(lead);
    return lead;
  }

  as(actor: Parameters<typeof by>[0], day?: string) {
    return by(actor, { tenant: this.#tenant, at: day === undefined ? MARCH : on(day) });
  }

  async view(actor = DESK): Promise<CaseView> {
    return accepted(await this.#open.use.getCase({ suggestionId: this.id }, this.as(actor)));
  }

  async share(assignmentId: string, actor = DESK): Promise<AssignmentView> {
    return accepted(await this.#open.use.getAssignment({ assignmentId }, this.as(actor)));
  }

  async status(assignmentId: string): Promise<string | undefined> {
    return (await this.view()).suggestion.shares.find((share) => share.id === assignmentId)?.status.name;
  }

  events() {
    const which = { tenant: this.#tenant, stream: this.id, version: 1, limit: 200 };
    return this.#open.database.uow.read(this.#tenant, (tx) => replayEvents(tx, 'assignment', which));
  }

  async types(): Promise<readonly string[]> {
    return (await this.events()).map((event) => event.type);
  }
}

/** What an event says about clocks: `meet ack`. */
export function clocksOf(payload: Readonly<Record<string, unknown>>): string[] {
  const clocks = (payload['clocks'] ?? []) as { op: string; kind: string }[];
  return clocks.map(({ op, kind }) => `${op.replace('CLOCK_OP_', '').toLowerCase()} ${kind}`);
}
