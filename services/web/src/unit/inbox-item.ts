import type { Schemas } from '../api/client.ts';
import { daysBetween } from '../design/days.ts';
import type { Colour } from '../design/status-mark.tsx';
import { colourOf, WORST_FIRST } from '../design/status-mark.tsx';

type Share = Schemas['AssignmentSummary'];
type Clock = Pick<
  Schemas['Clock'],
  'suggestionId' | 'kind' | 'dueDate' | 'provisional' | 'colour' | 'number' | 'title'
>;
type Turn = Schemas['CaseSummary'];

/** One case in the inbox of a unit: what is due first there, and the one thing to do next. */
export interface InboxItem {
  readonly caseId: string;
  /** Empty where the unit has no share of its own any more. */
  readonly assignmentId: string;
  readonly number: string;
  readonly title: string;
  /** lead, co, parallel, reference; '' without a share. */
  readonly role: string;
  readonly isKey: boolean;
  /** Kind of the clock that ends first; '' when none runs. */
  readonly clock: string;
  /** YYYY-MM-DD; '' when no clock runs. */
  readonly dueDate: string;
  /** The published calendar does not reach that day yet. */
  readonly provisional: boolean;
  /** The worst of the unit's own clocks. */
  readonly colour: Colour;
  readonly verb: string;
  /** Where the verb leads. */
  readonly to: string;
}

export type DueGroup = 'today' | 'week' | 'later';

/** What the unit has to see to, soonest first: from its shares, its running clocks and the cases that wait for it. */
export function inboxItems(of: {
  readonly shares: readonly Share[];
  readonly clocks: readonly Clock[];
  readonly turns: readonly Turn[];
}): readonly InboxItem[] {
  const clocksByCase = Map.groupBy(of.clocks, ({ suggestionId }) => suggestionId);
  const shares = new Map(of.shares.map((share) => [share.suggestionId, share]));
  const turns = new Map(of.turns.map((turn) => [turn.caseId, turn]));
  const open = of.shares.filter(({ status }) => OPEN.has(status)).map(({ suggestionId }) => suggestionId);
  const caseIds = new Set([...open, ...clocksByCase.keys(), ...turns.keys()]);
  return [...caseIds]
    .map((caseId) => {
      const parts = { caseId, share: shares.get(caseId), turn: turns.get(caseId) };
      return itemOf({ ...parts, clocks: clocksByCase.get(caseId) ?? [] });
    })
    .toSorted((a, b) => lastIfEmpty(a.dueDate).localeCompare(lastIfEmpty(b.dueDate)));
}

/** 今天 takes what is overdue with it; 本周 ends on Sunday. */
export function dueGroup(dueDate: string, today: string): DueGroup {
  if (dueDate === '') return 'later';
  const left = daysBetween(today, dueDate);
  if (left <= 0) return 'today';
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return left <= (DAYS_A_WEEK - weekday) % DAYS_A_WEEK ? 'week' : 'later';
}

interface Parts {
  readonly caseId: string;
  readonly share: Share | undefined;
  readonly clocks: readonly Clock[];
  readonly turn: Turn | undefined;
}

function itemOf({ caseId, share, clocks, turn }: Parts): InboxItem {
  const first = clocks.toSorted((a, b) => a.dueDate.localeCompare(b.dueDate))[0];
  const { verb, to } = nextOf({ caseId, share, clock: first?.kind ?? '', turn });
  return {
    caseId,
    assignmentId: share?.assignmentId ?? '',
    number: turn?.displayNumber ?? share?.displayNumber ?? first?.number ?? '',
    title: share?.title ?? first?.title ?? turn?.title ?? '',
    role: share?.role ?? '',
    isKey: share?.isKey ?? turn?.isKey ?? false,
    clock: first?.kind ?? '',
    dueDate: first?.dueDate ?? (share?.replyDueOn || turn?.next?.dueDate) ?? '',
    provisional: first?.provisional ?? ((share?.replyDueOn ?? '') === '' && turn?.next?.provisional === true),
    colour: worst(clocks.map(({ colour }) => colour)),
    verb,
    to,
  };
}

/** The one thing to do: by the clock where it names it alone, else by the first gate that is not open. */
function nextOf(of: Omit<Parts, 'clocks'> & { readonly clock: string }): { verb: string; to: string } {
  const { caseId, share, clock, turn } = of;
  const page = `/cases/${caseId}`;
  // A letter that is signed but not handed over comes before what was promised in it.
  if (turn?.next?.act === 'deliver-reply') return { verb: '送达', to: page };
  const byClock = CLOCK_VERBS[clock];
  if (byClock !== undefined) return { verb: byClock, to: page };
  if (share === undefined || !OPEN.has(share.status)) {
    return { verb: TURN_VERBS[turn?.next?.act ?? ''] ?? '看案件', to: page };
  }
  if (share.status === 'return-requested') return { verb: '看申退', to: page };
  if (share.status === 'pending') return { verb: '签收', to: page };
  if (share.role === 'co') return { verb: '看案件', to: page };
  const atGate = GATE_VERBS[share.nextGate];
  if (atGate !== undefined) return { verb: atGate, to: page };
  return { verb: '写答复', to: `/assignments/${share.assignmentId}/reply` };
}

function worst(colours: readonly string[]): Colour {
  const found = new Set(colours.map(colourOf));
  return WORST_FIRST.find((colour) => found.has(colour)) ?? 'none';
}

function lastIfEmpty(day: string): string {
  return day === '' ? '9999' : day;
}

const DAYS_A_WEEK = 7;
const OPEN: ReadonlySet<string> = new Set(['pending', 'acknowledged', 'return-requested', 'in-handling']);

const CLOCK_VERBS: Readonly<Record<string, string>> = {
  ack: '签收',
  work_package: '报工作包完成',
  co_opinion: '提协办意见',
  co_opinion_redo: '重报协办意见',
  letter_answer: '答复督办函',
  rectification: '报整改',
  promise: '报进展',
  promise_progress: '报进展',
  supplementary_reply: '补充答复',
};

const GATE_VERBS: Readonly<Record<string, string>> = {
  receipt: '签收',
  'dual-confirmation': '约见面',
  plan: '报方案',
  'on-site': '约现场会',
  contact: '记沟通',
  'face-to-face': '记沟通',
};

const TURN_VERBS: Readonly<Record<string, string>> = {
  rectify: '报整改',
  'keep-promise': '报进展',
  'supplement-reply': '补充答复',
};
