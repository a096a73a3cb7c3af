import { chinaOfficialDays } from '@huiyin/calendar/china-official-days';
import { sdDistrict } from '@huiyin/calendar/sd-district';
import { workCalendar } from '@huiyin/calendar/work-calendar';
import { localDate, type LocalDate } from '@huiyin/kernel/local-date';
import { isRejection } from '@huiyin/kernel/rejection';
import { expect } from 'vitest';
import { emptyFile, type CaseFile } from '../src/domain/case-file.ts';
import type { RulesInForce } from '../src/domain/clock-fact.ts';
import type { Decision, EvaluationEvent } from '../src/domain/events.ts';
import type { Fact } from '../src/domain/facts.ts';
import { learn } from '../src/domain/learn.ts';
import type { PromiseMade } from '../src/domain/reply.ts';
import { settle } from '../src/domain/settle.ts';
import { submitEvaluation, type SubmitEvaluation } from '../src/domain/submit-evaluation.ts';

/** 东湖区: 王建华 leads the suggestion, 李敏 signed too, 赵敏 led one merged into it; 区交通局 handles. */
export const WANG = 'wang';
export const LI = 'li';
export const ZHAO = 'zhao';
export const TRANSPORT = 'unit-transport';
const POLICE = 'unit-police';
export const CASE = 'case-1';
export const CHILD = 'case-2';
export const SHARE = 'share-1';

export const RULES: RulesInForce = { version: 'sd-district-2026', pack: sdDistrict };
/** A profile whose desk orders each re-handling by hand. */
export const BY_HAND: RulesInForce = {
  version: 'by-hand',
  pack: { ...sdDistrict, params: { ...sdDistrict.params, rehandle_auto_on: [] } },
};
export const CALENDAR = workCalendar(chinaOfficialDays());

/** A day of 2026 where no year is given. */
export const day = (text: string): LocalDate => localDate(/^\d{4}-/.test(text) ? text : `2026-${text}`);

const owedOfCase = [
  { deputyId: WANG, suggestionId: CASE, isLead: true },
  { deputyId: LI, suggestionId: CASE, isLead: false },
];

export const made: Extract<Fact, { type: 'assignment-made' }> = {
  ...{ type: 'assignment-made', assignmentId: SHARE, unitId: TRANSPORT, role: 'lead' },
  ...{ decidingOffice: 'government-office', owed: owedOfCase },
  ...{ liaisonUntrained: false, sourceEventId: 'event-1', rulePackVersion: '', replaces: '' },
  ...{ authorConfidential: false, overseerIds: ['chenghuan'], number: '2026-001', title: '路口信号灯' },
};
export const otherMade: typeof made = { ...made, assignmentId: 'share-2', unitId: POLICE, role: 'parallel' };
export const coMade: Fact = { ...made, assignmentId: 'share-co', unitId: POLICE, role: 'co' };

export const PROMISE: PromiseMade = { promiseId: 'promise-1', text: '年底前装好信号灯', dueOn: day('12-31') };

export const replied = (
  round: number,
  more: {
    resultClass?: string;
    promises?: readonly PromiseMade[];
    assignmentId?: string;
    withChild?: boolean;
  } = {},
): Fact => ({
  ...{
    type: 'reply-issued',
    replyId: `reply-${more.assignmentId ?? SHARE}-${round}`,
    unitId: TRANSPORT,
    round,
  },
  assignmentId: more.assignmentId ?? SHARE,
  resultClass: more.resultClass ?? 'A',
  promises: more.promises ?? [],
  owed:
    more.withChild === true
      ? [...owedOfCase, { deputyId: ZHAO, suggestionId: CHILD, isLead: true }]
      : owedOfCase,
});

export const delivered = (round: number, deputyId = WANG, assignmentId = SHARE): Fact => {
  const suggestionId = deputyId === ZHAO ? CHILD : CASE;
  return {
    ...{ type: 'reply-delivered', assignmentId, replyId: `reply-${assignmentId}-${round}`, round },
    deputy: { deputyId, suggestionId, isLead: deputyId !== LI },
    deliveredOn: day('05-22'),
    clockSubject: `${assignmentId}:${suggestionId}`,
  };
};

export const lookBackWaived = (round = 1, assignmentId = SHARE): Fact => ({
  ...{ type: 'look-back-waived', replyId: `reply-${assignmentId}-${round}` },
});
export const lookBackRequired = (round = 1): Fact => ({
  ...{ type: 'look-back-required', replyId: `reply-${SHARE}-${round}` },
});
export const lookBackJudged = (verdict: 'met' | 'unmet', round = 1): Fact => ({
  ...{ type: 'look-back-judged', replyId: `reply-${SHARE}-${round}`, assignmentId: SHARE, verdict },
  gaps: verdict === 'met' ? [] : ['护栏未装'],
});

export const form = (more: Partial<SubmitEvaluation['form']> = {}): SubmitEvaluation['form'] => ({
  ...{ attitude: 'satisfied', result: 'satisfied', reasons: '', seenOnSite: false, classOpinion: 'agreed' },
  ...more,
});

export const evaluation = (more: Partial<SubmitEvaluation> = {}): SubmitEvaluation => ({
  ...{ assignmentId: SHARE, signedSuggestionId: CASE, round: 0, personId: WANG, form: form() },
  ...{ today: day('06-01'), rules: RULES },
  ...more,
});

export const bad = (more: Partial<SubmitEvaluation> = {}): SubmitEvaluation =>
  evaluation({ form: form({ result: 'dissatisfied', reasons: '信号灯没有装' }), ...more });

/** A case as it goes: each step is followed by everything that follows from it. */
export class Case {
  #file: CaseFile = emptyFile(CASE);
  readonly #rules: RulesInForce;
  readonly events: EvaluationEvent[] = [];

  constructor(rules: RulesInForce = RULES) {
    this.#rules = rules;
  }

  get file(): CaseFile {
    return this.#file;
  }

  /** Hears facts on a day. */
  hears(on: string, ...facts: readonly Fact[]): this {
    for (const fact of facts) this.#settle(on, learn(this.#file, fact), []);
    return this;
  }

  /** Carries a command out; it must be accepted. */
  does<Command>(on: string, decide: (file: CaseFile, command: Command) => Decision, command: Command): this {
    const decision = decide(this.#file, command);
    if (isRejection(decision)) throw new Error(`refused: ${decision.code}`);
    this.#settle(on, this.#file, decision);
    return this;
  }

  refuses<Command>(decide: (file: CaseFile, command: Command) => Decision, command: Command): string {
    const decision = decide(this.#file, command);
    return isRejection(decision) ? decision.code : 'accepted';
  }

  /** Event types so far. */
  get types(): readonly string[] {
    return this.events.map((event) => event.type);
  }

  /** The last event of a type; the test fails without one. */
  last<Type extends EvaluationEvent['type']>(type: Type): Extract<EvaluationEvent, { type: Type }> {
    const found = this.events.findLast((event) => event.type === type);
    expect(found, `an event ${type} among ${this.types.join(', ')}`).toBeDefined();
    return found as Extract<EvaluationEvent, { type: Type }>;
  }

  #settle(on: string, file: CaseFile, events: readonly EvaluationEvent[]): void {
    const settled = settle(file, { events, today: day(on), rules: this.#rules });
    this.#file = settled.file;
    this.events.push(...settled.events);
  }
}

/** Replied with class A, delivered, the look-back waived: waits for 王建华 alone. */
export const awaiting = (rules?: RulesInForce): Case =>
  new Case(rules)
    .hears('03-02', made)
    .hears('05-22', replied(1), delivered(1), delivered(1, LI), lookBackWaived());

/** 不满意 again and again, up to the round that is now being replied to. */
export const dissatisfiedUntil = (round: number): Case => {
  const story = awaiting();
  for (let past = 1; past < round; past += 1) {
    story.does('06-01', submitEvaluation, bad());
    if (past === 2)
      story.hears('06-10', { type: 'joint-study-held', assignmentId: SHARE, heldOn: day('06-10') });
    story.hears('06-20', replied(past + 1), delivered(past + 1), lookBackWaived(past + 1));
  }
  return story;
};
