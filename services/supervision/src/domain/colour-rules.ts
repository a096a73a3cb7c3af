import type { RulePack } from '@huiyin/calendar/rule-pack';
import type { WorkCalendar } from '@huiyin/calendar/work-calendar';
import { addDays, dayNumber, type LocalDate } from '@huiyin/kernel/local-date';

import type { Share } from './share.ts';
import type { OpenClock } from './clock.ts';
import { clockKind, type ClockGroup } from './clock-kind.ts';
import type { Warning } from './colour-scale.ts';
import { midnight, type Instant } from './moment.ts';

/** An open clock with everything its colour depends on besides time and overrides. */
export interface Watched {
  readonly clock: OpenClock;
  /** Last day; undefined for what has none. */
  readonly due: LocalDate | undefined;
  /** The unit's share it belongs to, where there is one. */
  readonly share: Share | undefined;
  readonly limits: RulePack['params']['colour'];
  readonly calendar: WorkCalendar;
}

/** A clock that has a last day. */
interface Timed extends Watched {
  readonly due: LocalDate;
}

/**
 * One rule of the three colours. `since` gives the instant from which it holds under the present facts, undefined
 * when they exclude it. A rule that holds goes on holding while only time passes; so time alone never lowers a colour.
 */
export interface ColourRule {
  readonly id: string;
  readonly colour: Warning;
  readonly groups: readonly ClockGroup[];
  /** Shown to people. */
  readonly reason: string;
  /** Where the rule comes from. */
  readonly source: string;
  readonly since: (watched: Watched) => Instant | undefined;
}

/** The rules, worst first; of two that hold with one colour the earlier one is the reason shown. */
const COLOUR_RULES: readonly ColourRule[] = [
  {
    id: 'past-due',
    colour: 'red',
    groups: ['reply'],
    reason: '超过法定办理期限',
    source: '代表法第五十一条',
    since: timed(({ due }) => afterDay(due)),
  },
  {
    id: 'obligation-overdue',
    colour: 'red',
    groups: ['rectification', 'promise'],
    reason: '整改或者承诺逾期',
    source: '三色预警规则：整改、承诺逾期',
    since: timed(({ due }) => afterDay(due)),
  },
  {
    id: 'dissatisfied-open',
    colour: 'red',
    groups: ['dissatisfaction'],
    reason: '代表评价不满意，尚未重新答复',
    source: '山东省办法第二十三、二十四条',
    since: ({ clock }) => clock.course.openedAt,
  },
  {
    id: 'co-opinion-late',
    colour: 'red',
    groups: ['co-opinion'],
    reason: '协办意见逾期过久',
    source: '山东省办法第二十一条',
    since: timed(({ due, limits, calendar }) =>
      midnight(calendar.addWorkdays(due, limits.co_opinion_red_late_workdays + 1)),
    ),
  },
  {
    id: 'on-site-refused-twice',
    colour: 'red',
    groups: ['reply'],
    reason: '承办单位两次拒绝现场会',
    source: '三色预警规则：拒绝现场会',
    since: ({ share }) => share?.refusals[1]?.at,
  },
  {
    id: 'difficulty-red',
    colour: 'red',
    groups: ['reply', 'co-opinion'],
    reason: '承办单位报告存在重大困难',
    source: '三色预警规则：存在困难',
    since: ({ share }) => (share?.difficulty?.severity === 'red' ? share.difficulty.at : undefined),
  },
  {
    id: 'near-due-no-draft',
    colour: 'red',
    groups: ['reply'],
    reason: '临近到期仍无答复稿',
    source: '三色预警规则：临期无稿',
    since: timed((watched) =>
      hasDraft(watched)
        ? undefined
        : midnight(dayWithWorkdaysLeft(watched, watched.limits.red_left_workdays)),
    ),
  },
  {
    id: 'near-due',
    colour: 'yellow',
    groups: ['reply'],
    reason: '临近到期尚未答复',
    source: '三色预警规则：临期',
    since: timed((watched) => midnight(dayWithWorkdaysLeft(watched, watched.limits.yellow_left_workdays))),
  },
  {
    id: 'no-draft',
    colour: 'yellow',
    groups: ['reply'],
    reason: '办理时间已用大半仍无答复稿',
    source: '三色预警规则：用时无稿',
    since: timed((watched) =>
      hasDraft(watched) ? undefined : midnight(dayWithShareUsed(watched, watched.limits.yellow_used)),
    ),
  },
  {
    id: 'unconfirmed',
    colour: 'yellow',
    groups: ['reply'],
    reason: '办理时间已用大半尚未双确认',
    source: '三色预警规则：未双确认',
    since: timed((watched) =>
      isConfirmed(watched)
        ? undefined
        : midnight(dayWithShareUsed(watched, watched.limits.yellow_unconfirmed_used)),
    ),
  },
  {
    id: 'co-opinion-near-due',
    colour: 'yellow',
    groups: ['co-opinion'],
    reason: '协办意见临近到期',
    source: '三色预警规则：协办临期',
    since: timed((watched) =>
      midnight(dayWithWorkdaysLeft(watched, watched.limits.co_opinion_yellow_left_workdays)),
    ),
  },
  {
    id: 'promise-near-due',
    colour: 'yellow',
    groups: ['promise'],
    reason: '承诺事项临近到期',
    source: '三色预警规则：承诺临期',
    since: timed(({ due, limits }) => midnight(addDays(due, -limits.promise_yellow_left_days))),
  },
  {
    id: 'extension-granted',
    colour: 'yellow',
    groups: ['reply'],
    reason: '已同意延期办理',
    source: '三色预警规则：延期',
    since: ({ clock }) => clock.course.extension?.grantedAt,
  },
  {
    id: 'difficulty-yellow',
    colour: 'yellow',
    groups: ['reply', 'co-opinion'],
    reason: '承办单位报告存在困难',
    source: '三色预警规则：存在困难',
    since: ({ share }) => (share?.difficulty?.severity === 'yellow' ? share.difficulty.at : undefined),
  },
  {
    // Green needs progress on time (decisions.md 20): a step left undone past its day, 签收 among them, is no progress.
    id: 'step-overdue',
    colour: 'yellow',
    groups: ['step'],
    reason: '步骤逾期未完成',
    source: '三色预警规则：步骤逾期',
    since: timed(({ due }) => afterDay(due)),
  },
];

/** The rule of a colour set by hand; `since` stands in the override itself. */
export const BY_HAND = { id: 'by-hand', reason: '经两人确认手动设定', source: '三色预警规则：手动' } as const;

/** The rules that watch a clock of this kind. */
export function rulesFor(kind: string): readonly ColourRule[] {
  const { group } = clockKind(kind);
  return COLOUR_RULES.filter((rule) => rule.groups.includes(group));
}

function timed(since: (watched: Timed) => Instant | undefined): ColourRule['since'] {
  return (watched) => (watched.due === undefined ? undefined : since({ ...watched, due: watched.due }));
}

function hasDraft({ clock, share }: Watched): boolean {
  return share?.drafted.includes(clock.key.round) ?? false;
}

/** Re-handling has no second 双确认: the deputy is heard again without that gate. */
function isConfirmed({ clock, share }: Watched): boolean {
  return clock.key.kind !== 'reply' || (share?.confirmed ?? false);
}

/** 00:00 after the last day. */
function afterDay(due: LocalDate): Instant {
  return midnight(addDays(due, 1));
}

/** The first day after which at most n workdays remain, up to and including the last day. */
function dayWithWorkdaysLeft({ due, calendar }: Timed, n: number): LocalDate {
  return calendar.addWorkdays(due, calendar.isWorkday(due) ? -n : -n - 1);
}

/** The first day on which more than this share of the calendar days is used. Shares are exact to a thousandth. */
function dayWithShareUsed({ clock, due }: Timed, share: number): LocalDate {
  const start = clock.course.timing.startDate;
  const total = dayNumber(due) - dayNumber(start);
  return addDays(start, Math.floor((Math.round(share * 1000) * total) / 1000) + 1);
}
