import { isRejection } from '@huiyin/kernel/rejection';
import type { Fact } from '../../services/archive/src/domain/fact.ts';
import { emptyFile, type CaseFile } from '../../services/evaluation/src/domain/case-file.ts';
import type { Decision, EvaluationEvent } from '../../services/evaluation/src/domain/events.ts';
import type { Fact as Heard } from '../../services/evaluation/src/domain/facts.ts';
import { learn } from '../../services/evaluation/src/domain/learn.ts';
import {
  decideEscalation,
  orderRehandling,
  waiveRehandling,
} from '../../services/evaluation/src/domain/rehandling.ts';
import { settle } from '../../services/evaluation/src/domain/settle.ts';
import type { Share } from '../../services/evaluation/src/domain/share.ts';
import { submitEvaluation } from '../../services/evaluation/src/domain/submit-evaluation.ts';
import { publish } from '../../services/evaluation/src/transport/publish.ts';
import {
  BY_HAND,
  CASE,
  CHILD,
  day,
  form,
  made,
  RULES,
  WANG,
  ZHAO,
} from '../../services/evaluation/test/given.ts';

const LEADS = [
  { suggestionId: CASE, deputyId: WANG, isLead: true },
  { suggestionId: CHILD, deputyId: ZHAO, isLead: true },
];
const TODAY = day('06-01');

export interface How {
  readonly byHand: boolean;
  readonly merged: boolean;
  readonly parallel: boolean;
  /** Only the third 不满意 brings a case before the 主任会议. */
  readonly neverSatisfied: boolean;
}

/** A case from 交办 to closing as evaluation decides it, with everything archive hears of it. */
export class EvaluatedLife {
  readonly facts: Fact[] = [];
  readonly #versions = new Map<string, number>();
  readonly #rules: typeof RULES;
  readonly #verdicts: readonly ('satisfied' | 'dissatisfied')[];
  readonly #owed: typeof LEADS;
  #file = emptyFile(CASE);

  constructor(how: How) {
    this.#rules = how.byHand ? BY_HAND : RULES;
    this.#verdicts = how.neverSatisfied ? ['dissatisfied'] : ['satisfied', 'dissatisfied'];
    this.#owed = how.merged ? LEADS : LEADS.slice(0, 1);
    this.#tell('intake', 'suggestion-submitted', { leadDeputyId: WANG, title: '路口信号灯' });
    this.#tell('intake', 'suggestion-registered', {});
    const [, child] = this.#owed;
    if (child !== undefined)
      this.#tell('intake', 'suggestion-absorbed', { childId: CHILD, childLeadDeputyId: child.deputyId });
    for (const [assignmentId, unitId] of how.parallel
      ? ([
          ['s1', 'u1'],
          ['s2', 'u2'],
        ] as const)
      : ([['s1', 'u1']] as const)) {
      const share = {
        ...made,
        assignmentId,
        unitId,
        role: how.parallel ? 'parallel' : 'lead',
        owed: this.#owed,
      };
      this.#hear({ ...share } as Heard, 'assignment', share);
      const of = { assignmentId, manner: 'both', planVersion: 1 };
      this.#tell('assignment', 'assignment-acknowledged', of);
      this.#tell('meeting', 'dual-confirmation-completed', of);
      this.#tell('assignment', 'plan-filed', of);
    }
  }

  /** Everything that can happen next; empty once the case is closed. */
  steps(): readonly (() => void)[] {
    if (this.#file.standing.phase !== 'open') return [];
    return this.#file.shares.flatMap((share) => [...this.#handling(share), ...this.#judging(share)]);
  }

  #handling({ assignmentId, unitId, course: { phase, round } }: Share): readonly (() => void)[] {
    const reply = this.#file.replies.find(
      (each) => each.assignmentId === assignmentId && each.round === round,
    );
    if (reply === undefined) {
      if (phase !== 'handling') return [];
      const issued = {
        assignmentId,
        unitId,
        round,
        replyId: `r ${assignmentId} ${round}`,
        resultClass: 'A',
        promises: [],
        owed: this.#owed,
      };
      return [() => this.#hear({ type: 'reply-issued', ...issued }, 'assignment', issued)];
    }
    const { replyId } = reply;
    const asked = this.#file.evaluations.filter(
      (each) => each.assignmentId === assignmentId && each.round === round,
    );
    const waiting = this.#owed.filter(
      ({ suggestionId }) => !asked.some((each) => each.signedSuggestionId === suggestionId),
    );
    const lookBack = this.#file.lookBacks.find((each) => each.replyId === replyId);
    const judged = { replyId, assignmentId, verdict: 'met', gaps: [] } as const;
    return [
      ...waiting.map((deputy) => () => this.#deliver({ replyId, assignmentId, round }, deputy)),
      ...(lookBack === undefined
        ? [
            () => this.#hear({ type: 'look-back-waived', replyId }, 'meeting', { replyId }),
            () => this.#hear({ type: 'look-back-required', replyId }, 'meeting', { replyId }),
          ]
        : []),
      ...(lookBack?.status === 'required' && waiting.length === 0
        ? [
            () =>
              this.#hear({ type: 'look-back-judged', ...judged }, 'meeting', { ...judged, judgedOn: TODAY }),
          ]
        : []),
    ];
  }

  #judging({ assignmentId, course: { phase, round } }: Share): readonly (() => void)[] {
    const common = { assignmentId, today: TODAY, rules: this.#rules };
    const open = this.#file.evaluations.filter(
      (each) => each.assignmentId === assignmentId && each.round === round && each.status === 'awaited',
    );
    const verdicts = open.flatMap(({ signedSuggestionId, deputyId: personId }) =>
      this.#verdicts.map((result) => () => {
        const words = form({ result, reasons: '没有装' });
        this.#decide(
          submitEvaluation(this.#file, { ...common, signedSuggestionId, round, personId, form: words }),
        );
      }),
    );
    const decision = { assignmentId, decisionNumber: '1', explanation: '见附件' };
    const held = { assignmentId, heldOn: TODAY };
    return [
      ...verdicts,
      () => this.#decide(orderRehandling(this.#file, { ...common, reason: '到现场' })),
      () => this.#decide(waiveRehandling(this.#file, { ...common, reason: '已说明' })),
      ...(['inquiry', 'close-unsatisfied'] as const).map(
        (each) => () => this.#decide(decideEscalation(this.#file, { ...decision, decision: each })),
      ),
      ...(phase === 'joint-study'
        ? [
            () =>
              this.#hear(
                { type: 'joint-study-held', ...held },
                'meeting',
                { ...held, kind: 'joint-study' },
                'meeting-held',
              ),
          ]
        : []),
    ];
  }

  #deliver(
    of: { readonly replyId: string; readonly assignmentId: string; readonly round: number },
    deputy: (typeof LEADS)[number],
  ): void {
    const delivered = {
      ...of,
      deputy,
      deliveredOn: TODAY,
      clockSubject: `${of.assignmentId}:${deputy.suggestionId}`,
    };
    const known = learn(this.#file, { type: 'reply-delivered', ...delivered });
    const allDelivered = known.shares.every(({ assignmentId, course: { round } }) =>
      this.#owed.every(({ suggestionId }) =>
        known.evaluations.some(
          (each) =>
            each.assignmentId === assignmentId &&
            each.round === round &&
            each.signedSuggestionId === suggestionId,
        ),
      ),
    );
    this.#hear({ type: 'reply-delivered', ...delivered }, 'assignment', { ...delivered, allDelivered });
  }

  #hear(fact: Heard, service: string, payload: object, type: string = fact.type): void {
    this.#tell(service, type, payload);
    this.#settle(learn(this.#file, fact), []);
  }

  #decide(decision: Decision): void {
    if (!isRejection(decision)) this.#settle(this.#file, decision);
  }

  #settle(file: CaseFile, events: readonly EvaluationEvent[]): void {
    const settled = settle(file, { events, today: TODAY, rules: this.#rules });
    this.#file = settled.file;
    for (const event of settled.events) {
      const { type, payload } = publish(CASE, event);
      this.#tell('evaluation', type, payload);
    }
  }

  #tell(service: string, type: string, payload: object): void {
    const version = (this.#versions.get(service) ?? 0) + 1;
    this.#versions.set(service, version);
    const occurredAt = new Date(Date.UTC(2026, 5, 1, 0, this.facts.length));
    this.facts.push({
      service,
      type,
      version,
      eventId: `${service} ${version}`,
      occurredAt,
      payload: { ...payload },
    });
  }

  /** Of the replies of present rounds, one of which meeting has not said whether it is looked at. */
  get lookBackUnknown(): boolean {
    return this.#file.shares.some(({ assignmentId, course: { round } }) =>
      this.#file.replies.some(
        (each) =>
          each.assignmentId === assignmentId &&
          each.round === round &&
          !this.#file.lookBacks.some(({ replyId }) => replyId === each.replyId),
      ),
    );
  }
}
