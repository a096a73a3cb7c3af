import type { Schemas } from '../api/client.ts';

type CaseSummary = Schemas['CaseSummary'];
type SuggestionSummary = Schemas['SuggestionSummary'];
type Meeting = Schemas['Meeting'];

/** What the services know of a deputy's matters. */
export interface Matters {
  /** Cases that the deputy leads or signed. */
  readonly cases: readonly CaseSummary[];
  /** Own suggestions in intake: drafts and invitations to sign are only there. */
  readonly suggestions: readonly SuggestionSummary[];
  /** Meetings that the deputy was invited to and that have a record not yet confirmed, or are still to come. */
  readonly meetings: readonly Meeting[];
}

/** One thing that waits for the deputy. */
export interface Waiting {
  readonly key: string;
  /** What is to be done, with the number where there is one: 评价第12号的答复. */
  readonly what: string;
  /** The suggestion's title. */
  readonly about: string;
  /** YYYY-MM-DD; empty where no clock runs. */
  readonly dueDate: string;
  /** The verb on its button, and where it leads. */
  readonly verb: string;
  readonly to: string;
}

/** Acts of archive's 现在轮到 that a deputy does; a draft is the deputy's own matter and waits for nobody. */
const ACTS: Readonly<Record<string, { readonly what: (number: string) => string; readonly verb: string }>> = {
  evaluate: { what: (number) => `评价${number}的答复`, verb: '去评价' },
  'judge-rectification': { what: (number) => `验收${number}的整改`, verb: '去验收' },
};

const DRAFTING: readonly string[] = ['draft', 'cosigning', 'pre-review'];

/** What waits for the deputy, the nearest deadline first, then what has none. */
export function waitingFor(personId: string, { cases, suggestions, meetings }: Matters): readonly Waiting[] {
  const known = new Map(cases.map((each) => [each.caseId, each]));
  return [
    ...cases.flatMap((each) => ofCase(each, personId)),
    ...suggestions.flatMap(ofSuggestion),
    ...meetings.flatMap((meeting) => ofMeeting(meeting, known.get(meeting.suggestionId))),
  ].toSorted((a, b) => Number(a.dueDate === '') - Number(b.dueDate === '') || compare(a.dueDate, b.dueDate));
}

function ofCase(summary: CaseSummary, personId: string): readonly Waiting[] {
  return [...toSign(summary), ...ofTurn(summary, personId)];
}

/** The unit's turn lasts until the deputy has signed: its deadline is not the deputy's. */
function toSign({ caseId, displayNumber, title, awaitsSignature }: CaseSummary): readonly Waiting[] {
  if (!awaitsSignature) return [];
  const what = `签署${displayNumber}当面答复记录`;
  return [{ key: `sign ${caseId}`, what, about: title, dueDate: '', verb: '去签署', to: `/cases/${caseId}` }];
}

function ofTurn({ caseId, displayNumber, title, next }: CaseSummary, personId: string): readonly Waiting[] {
  const act = next?.party?.id === personId ? ACTS[next.act] : undefined;
  if (act === undefined || next === undefined) return [];
  const { dueDate } = next;
  const what = act.what(displayNumber === '' ? '' : displayNumber);
  return [{ key: `case ${caseId}`, what, about: title, dueDate, verb: act.verb, to: `/cases/${caseId}` }];
}

function ofSuggestion({ suggestionId, status, relation, title }: SuggestionSummary): readonly Waiting[] {
  const to = `/write/${suggestionId}`;
  const common = { key: `suggestion ${suggestionId}`, about: title, dueDate: '', to };
  if (relation === 'lead-deputy' && status === 'returned') {
    return [{ ...common, what: '修改退回的建议', verb: '去修改' }];
  }
  const isDrafting = DRAFTING.includes(status) || status === 'returned';
  if (relation === 'invited-cosigner' && isDrafting) return [{ ...common, what: '请您联名', verb: '去看看' }];
  return [];
}

/** A record of 双确认 waits for the deputy's side; a held 回头看 for the deputy's verdict. */
function ofMeeting(meeting: Meeting, of: CaseSummary | undefined): readonly Waiting[] {
  const { meetingId, kind, status, deputyConfirmedBy, suggestionId } = meeting;
  if (status !== 'held') return [];
  const number = of?.displayNumber ?? '';
  const common = {
    key: `meeting ${meetingId}`,
    about: of?.title ?? '',
    dueDate: '',
    to: `/cases/${suggestionId}`,
  };
  if (kind === 'dual-confirmation' && deputyConfirmedBy === '') {
    return [{ ...common, what: `确认${number}见面记录`, verb: '去确认' }];
  }
  return kind === 'look-back' ? [{ ...common, what: `评价${number}回头看`, verb: '去评价' }] : [];
}

/** Stages of a case as a deputy looks for them. */
export const GROUPS = [
  { key: 'office', name: '待交办', stages: ['submitted', 'converted', 'registered', 'reviewed'] },
  { key: 'handling', name: '办理中', stages: ['assigned', 'in-progress', 'rehandling', 'escalated'] },
  { key: 'replied', name: '待评价', stages: ['replied'] },
  { key: 'following', name: '落实中', stages: ['evaluated', 'follow-up'] },
  {
    key: 'ended',
    name: '已结',
    stages: ['closed', 'archived', 'withdrawn', 'not-admitted', 'merged'],
  },
] as const;

export type GroupKey = (typeof GROUPS)[number]['key'];

/** A deputy's cases after submission, of one group or of all, the nearest deadline first. */
export function casesOf(group: GroupKey | '', cases: readonly CaseSummary[]): readonly CaseSummary[] {
  const stages: readonly string[] = GROUPS.filter(({ key }) => group === '' || key === group).flatMap(
    (each): readonly string[] => each.stages,
  );
  return cases
    .filter(({ stage }) => stages.includes(stage))
    .toSorted((a, b) => compare(a.next?.dueDate || LAST_DAY, b.next?.dueDate || LAST_DAY));
}

/** Own drafts, also those that were given back. */
export function draftsOf(suggestions: readonly SuggestionSummary[]): readonly SuggestionSummary[] {
  return suggestions.filter(
    ({ relation, status }) =>
      relation === 'lead-deputy' && (DRAFTING.includes(status) || status === 'returned'),
  );
}

const LAST_DAY = '9999-12-31';

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
