import { chinaOfficialDays } from '@huiyin/calendar/china-official-days';
import { sdDistrict } from '@huiyin/calendar/sd-district';
import { workCalendar } from '@huiyin/calendar/work-calendar';
import { localDate } from '@huiyin/kernel/local-date';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideAssignment } from '../src/domain/assign-suggestion.ts';
import { decideClassification } from '../src/domain/classify-suggestion.ts';
import type { Circumstances, ClockFact } from '../src/domain/clock-fact.ts';
import { consequences } from '../src/domain/consequences.ts';
import { decideDelivery } from '../src/domain/deliver-reply.ts';
import type { AssignmentEvent, Decision } from '../src/domain/events.ts';
import { evolve } from '../src/domain/evolve.ts';
import { decidePlan } from '../src/domain/file-plan.ts';
import type { Plan } from '../src/domain/five-ones.ts';
import { absorb, openCase, type ForeignFact, type Registration } from '../src/domain/foreign-facts.ts';
import { decideReply } from '../src/domain/issue-reply.ts';
import { decideAcknowledgement } from '../src/domain/receipt.ts';
import { decideContact, type RecordContact } from '../src/domain/record-contact.ts';
import type { AssignmentRejection } from '../src/domain/rejections.ts';
import { decideDraft, type ReplyDraft } from '../src/domain/reply-draft.ts';
import type { Share, ShareRole } from '../src/domain/share.ts';
import { shareOf, type SuggestionCase } from '../src/domain/suggestion-case.ts';

/** 区交通运输局, 区公安局, 区财政局, 区委宣传部. */
export const TRAFFIC = 'u-traffic';
export const POLICE = 'u-police';
export const FINANCE = 'u-finance';
export const PUBLICITY = 'u-publicity';

/** The lead share of `assigned()`. */
export const LEAD = 'share-1';

const CALENDAR = workCalendar(chinaOfficialDays());

/** A day of 2026 as `03-02`, under the default rule pack. */
export function under(day: string, params: Partial<typeof sdDistrict.params> = {}): Circumstances {
  const pack = { ...sdDistrict, params: { ...sdDistrict.params, ...params } };
  return { today: localDate(`2026-${day}`), pack, packVersion: 'sd-1', calendar: CALENDAR };
}

const REGISTRATION: Registration = {
  suggestionId: 's-1',
  number: '990101-19-B2026-0001',
  displayNumber: '闭会第1号',
  title: '关于在文澜路小学门前增设过街设施的建议',
  category: '城建环保',
  registeredOn: localDate('2026-03-02'),
  period: 'between-sessions',
  leadDeputyId: 'wang',
  cosignerIds: ['li'],
  authorConfidential: false,
  overseerIds: [],
  wishedUnitIds: [],
  rulePackVersion: 'sd-1',
  demands: ['增设信号控制的人行横道', '上下学时段安排警力疏导'],
  clocks: [],
};

const PLAN: Plan = {
  leaderName: '李建国',
  leaderPost: '局长',
  leaderRank: 'unit-head',
  solution: '四月设计,五月施工',
  milestones: [],
  deadline: localDate('2026-05-20'),
};

export const NO_EVIDENCE: ReplyDraft['evidence'] = {
  attachments: [],
  completedOn: '',
  lackingCondition: '',
  explainedBy: '',
  legalBasis: '',
};

/** Class D, complete in itself, with an answer to both demands. */
export const DRAFT: ReplyDraft = {
  resultClass: 'D',
  opening: '您提出的建议收悉,现答复如下:',
  sections: [
    { demandNumber: 1, answer: '该路段距已有路口不足100米,按规范不能增设。' },
    { demandNumber: 2, answer: '已安排护学岗两人。' },
  ],
  evidence: { ...NO_EVIDENCE, legalBasis: '《道路交通信号灯设置与安装规范》第5条' },
  promises: [],
  coOpinions: [],
  disclosure: 'proactive',
};

/** Whom a head who signs a return request proposes instead. */
export const SIGNED = { proposedUnit: { unitId: POLICE, active: true }, signedBy: 'head' } as const;

/** What the 主任会议 settles beside the decision, for `decideKeyMark`. */
export const KEY_GROUNDS = {
  criteria: ['vital-interests', 'public-concern'],
  proposedBy: 'committee',
  supervisor: { personId: 'council', isOfCouncil: true },
  body: { unitId: 'u-committee', isCommittee: true },
} as const;

type Rule = (suggestion: SuggestionCase, on: Circumstances) => Decision | AssignmentRejection;

/** One case told step by step: given what happened, when somebody decides, then facts or a refusal. */
export class Case {
  state: SuggestionCase;
  readonly facts: AssignmentEvent[] = [];

  constructor(more: Partial<Registration> = {}) {
    this.state = openCase({ ...REGISTRATION, ...more });
  }

  /** Takes a decision that must be accepted; answers what it found. */
  does(day: string, rule: Rule, params: Parameters<typeof under>[1] = {}): Decision {
    const decision = rule(this.state, under(day, params));
    if (isRejection(decision)) throw new Error(`refused: ${decision.code} ${decision.message}`);
    this.state = decision.reduce(evolve, this.state);
    this.facts.push(...decision);
    return decision;
  }

  /** The same for telling a story on. */
  next(day: string, rule: Rule): this {
    this.does(day, rule);
    return this;
  }

  /** The code of the refusal. Nothing changes. */
  refuses(day: string, rule: Rule, params: Parameters<typeof under>[1] = {}): string {
    const decision = rule(this.state, under(day, params));
    if (!isRejection(decision)) return `accepted ${decision.map((event) => event.type).join(', ')}`;
    const fact = decision.detail?.['fact'];
    return fact === undefined ? decision.code : `${decision.code} ${String(fact)}`;
  }

  /** Another service's fact with what follows from it. */
  hears(day: string, fact: ForeignFact): Decision {
    this.state = absorb(this.state, fact);
    return this.does(day, (state, on) => consequences(state, fact, on));
  }

  share(id = LEAD): Share {
    const found = shareOf(this.state, id);
    if (found === undefined) throw new Error(`no share ${id}`);
    return found;
  }
}

/** `start reply`, `meet ack` … of the facts' clocks. */
export function clocks(facts: Decision): readonly string[] {
  return facts.flatMap((fact) => (fact.payload.clocks ?? []).map(({ op, kind }) => `${op} ${kind}`));
}

/** The last that the facts say about a clock of a kind. */
export function clock(facts: Decision, kind: string): ClockFact | undefined {
  return facts.flatMap((fact) => fact.payload.clocks ?? []).findLast((one) => one.kind === kind);
}

export const types = (facts: Decision): readonly string[] => facts.map((fact) => fact.type);

const score = (points: number) => ({ points, reason: '按范围、难易、紧急评定' });

export const classify =
  (
    scope = 1,
    difficulty = 1,
    urgency = 1,
    more: {
      expectedUnits?: number;
      handlingType?: 'general' | 'complex';
      overrideReason?: string;
      keyProposed?: boolean;
    } = {},
  ): Rule =>
  (state, on) =>
    decideClassification(
      state,
      {
        scores: { scope: score(scope), difficulty: score(difficulty), urgency: score(urgency) },
        expectedUnits: more.expectedUnits ?? 1,
        handlingType: more.handlingType ?? '',
        overrideReason: more.overrideReason ?? '',
        keyProposed: more.keyProposed ?? false,
      },
      on,
    );

export const unit = (unitId: string, more: { active?: boolean } = {}) => ({
  unitId,
  active: more.active ?? true,
  decidingOffice: unitId === PUBLICITY ? ('congress-desk' as const) : ('government-office' as const),
  liaisonUntrained: false,
});

/** Shares are called share-1, share-2 … in the order given. */
export const assign = (...shares: readonly [string, ShareRole][]): Rule => assignAsWished('', ...shares);

/** The same, with the reason why a wished unit handles nothing. */
export const assignAsWished =
  (wishReason: string, ...shares: readonly [string, ShareRole][]): Rule =>
  (state, on) => {
    const before = state.shares.length;
    const made = shares.map(([unitId, role], index) => ({
      id: `share-${before + index + 1}`,
      role,
      unit: unit(unitId),
    }));
    return decideAssignment(state, { shares: made, wishReason }, on);
  };

export const acknowledge =
  (shareId = LEAD): Rule =>
  (state, on) =>
    decideAcknowledgement(state, shareId, on);

export const plan =
  (more: Partial<Plan> = {}, assignmentId = LEAD): Rule =>
  (state, on) =>
    decidePlan(state, { assignmentId, plan: { ...PLAN, ...more } }, on);

export const contact =
  (assignmentId = LEAD, how: Partial<Pick<RecordContact, 'form' | 'outcome' | 'summary'>> = {}): Rule =>
  (state, on) => {
    const talk = { form: 'visit', summary: '到校门口与代表面商', outcome: 'talked' } as const;
    const record = { assignmentId, contactId: 'c', onDate: on.today, ...talk, ...how };
    return decideContact(state, record, on);
  };

export const draft =
  (assignmentId = LEAD): Rule =>
  (state) => {
    const round = shareOf(state, assignmentId)?.round ?? 0;
    const newReplyId = `reply-${assignmentId}-${round}`;
    const decided = decideDraft(state, { assignmentId, newReplyId, files: [], filesBefore: [] });
    return 'events' in decided ? decided.events : decided;
  };

export const issue =
  (more: Partial<ReplyDraft> = {}, assignmentId = LEAD): Rule =>
  (state, on) => {
    const found = shareOf(state, assignmentId)?.draft;
    const saved =
      found?.state === 'saved'
        ? { replyId: found.replyId, draft: { ...DRAFT, ...more }, textHash: 'hash' }
        : undefined;
    const signature = { textHash: 'hash', letterNumber: '东交建字〔2026〕1号', signedBy: 'head' };
    return decideReply(state, { assignmentId, saved, ...signature, promiseIds: ['p-1', 'p-2'] }, on);
  };

export const deliver =
  (replyId: string, deputyIds: readonly string[] = []): Rule =>
  (state, on) =>
    decideDelivery(state, { replyId, deputyIds, method: 'letter', deliveredOn: on.today }, on);

export const confirmed = (day: string, assignmentId = LEAD): ForeignFact => ({
  type: 'dual-confirmation-completed',
  assignmentId,
  on: localDate(`2026-${day}`),
  manner: 'both',
  clocks: [],
});

/** Registered, classified 一般 and handed over to 区交通运输局 on Monday 03-02. */
export function assigned(type: 'general' | 'complex' = 'general', more: Partial<Registration> = {}): Case {
  const scores = type === 'complex' ? classify(1, 3, 2) : classify();
  return new Case(more).next('03-02', scores).next('03-02', assign([TRAFFIC, 'lead']));
}

/** Everything before the reply of a general item. */
export function readyToReply(more: Partial<Registration> = {}): Case {
  const story = assigned('general', more).next('03-03', acknowledge());
  story.hears('03-10', confirmed('03-10'));
  return story.next('03-12', plan()).next('03-15', contact()).next('04-01', draft());
}

/** Issued on 04-10 and delivered to all. */
export function replied(): Case {
  return readyToReply()
    .next('04-10', issue())
    .next('04-11', deliver(`reply-${LEAD}-1`));
}
