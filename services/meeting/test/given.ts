import { chinaOfficialDays } from '@huiyin/calendar/china-official-days';
import { sdDistrict } from '@huiyin/calendar/sd-district';
import { workCalendar } from '@huiyin/calendar/work-calendar';
import { localDate, type LocalDate } from '@huiyin/kernel/local-date';
import { isRejection } from '@huiyin/kernel/rejection';
import { expect } from 'vitest';
import { emptyFile, evolve, learn, type CaseFile } from '../src/domain/case-file.ts';
import type { RulesInForce } from '../src/domain/clock-fact.ts';
import type { Decision, MeetingEvent } from '../src/domain/events.ts';
import type { Fact } from '../src/domain/facts.ts';
import { consequences } from '../src/domain/follow-up.ts';
import type { MeetingKind } from '../src/domain/meeting-kind.ts';
import type { Consultation } from '../src/domain/meeting.ts';

/** 东湖区: 王建华 leads the suggestion, 李敏 signed too; 区交通局 handles. */
export const WANG = 'wang';
export const LI = 'li';
const TRANSPORT = 'unit-transport';
const POLICE = 'unit-police';
export const LIAISON = 'transport-liaison';
const CASE = 'case-1';
export const SHARE = 'share-1';

export const RULES: RulesInForce = { version: 'sd-district-2026', pack: sdDistrict };
export const CALENDAR = workCalendar(chinaOfficialDays());

export const day = (text: string): LocalDate => localDate(`2026-${text}`);
export const at = (text: string): { startsAt: string; startsOn: LocalDate } => ({
  startsAt: `2026-${text}T01:00:00.000Z`,
  startsOn: day(text),
});

export const made: Extract<Fact, { type: 'assignment-made' }> = {
  type: 'assignment-made',
  assignmentId: SHARE,
  unitId: TRANSPORT,
  role: 'lead',
  decidingOffice: 'government-office',
  owed: [
    { deputyId: WANG, suggestionId: CASE, isLead: true },
    { deputyId: LI, suggestionId: CASE, isLead: false },
  ],
  assignedOn: day('03-02'),
  onSiteRequired: true,
  rulePackVersion: '',
  number: '第12号',
  title: '关于在文澜路小学门前增设行人过街信号灯的建议',
  authorConfidential: false,
  overseerIds: [],
  replaces: '',
};
export const coMade: Fact = {
  ...made,
  assignmentId: 'share-co',
  unitId: POLICE,
  role: 'co',
  onSiteRequired: false,
};
export const signed: Fact = { type: 'assignment-acknowledged', assignmentId: SHARE, receiptOn: day('03-03') };
export const planned: Fact = { type: 'plan-filed', assignmentId: SHARE };
export const returned: Fact = { type: 'share-left', assignmentId: SHARE };
export const replied: Fact = {
  type: 'reply-issued',
  replyId: 'reply-1',
  assignmentId: SHARE,
  round: 1,
  issuedOn: day('05-20'),
  isKey: false,
  seed: 'hash-of-the-reply',
};

export const invited = (meetingId: string, kind: MeetingKind, on: string, to = on): MeetingEvent => ({
  ...{ type: 'meeting-scheduled', meetingId, kind, assignmentId: SHARE, place: '区交通局三楼会议室' },
  ...at(to),
  ...(kind === 'look-back' ? { replyId: 'reply-1', round: 1 } : { replyId: '', round: 0 }),
  participantIds: [WANG, LIAISON],
  invitedOn: day(on),
  convenerId: LIAISON,
});

export const consultation: Consultation = {
  background: '文澜路小学门前车流量大,学生过街危险',
  demands: ['增设行人过街信号灯'],
  approach: '现场勘查后纳入年度设施改造',
  measures: ['三月底前完成勘查', '与公安交警会商'],
  milestones: [{ text: '完成勘查', dueOn: day('03-31') }],
};

export const held = (
  meetingId: string,
  kind: MeetingKind,
  on: string,
  more: { presentIds?: readonly string[]; recordVersion?: number } = {},
): MeetingEvent => ({
  ...{ type: 'meeting-held', meetingId, kind, assignmentId: SHARE },
  replyId: kind === 'look-back' ? 'reply-1' : '',
  heldOn: day(on),
  presentIds: more.presentIds ?? [WANG, LIAISON],
  findings: kind === 'dual-confirmation' ? '' : '现场查看了校门口',
  decisions: [],
  consultation: kind === 'dual-confirmation' ? consultation : undefined,
  recordVersion: more.recordVersion ?? 1,
  files: { photos: [], minutesFiles: [] },
  clocks: [],
});

export const confirmed = (side: 'deputy' | 'unit', on: string, meetingId = 'm-1'): MeetingEvent => ({
  ...{ type: 'meeting-confirmed', meetingId, kind: 'dual-confirmation', side },
  personId: side === 'deputy' ? WANG : LIAISON,
  confirmedOn: day(on),
});

export const dualConfirmed: Extract<MeetingEvent, { type: 'dual-confirmation-completed' }> = {
  ...{
    type: 'dual-confirmation-completed',
    meetingId: 'm-1',
    assignmentId: SHARE,
    manner: 'both',
    reason: '',
  },
  completedOn: day('03-10'),
  clocks: [],
};

export const lookBackDue: MeetingEvent = {
  ...{ type: 'look-back-required', replyId: 'reply-1', assignmentId: SHARE, round: 1, ground: 'sampled' },
  ...{ issuedOn: day('05-20'), draw: 0.1, seed: 'hash-of-the-reply', clocks: [] },
};
export const lookBackWaived: MeetingEvent = {
  ...{ type: 'look-back-waived', replyId: 'reply-1', assignmentId: SHARE, round: 1 },
  ...{ issuedOn: day('05-20'), draw: 0.9, seed: 'hash-of-the-reply' },
};

type Step = Fact | MeetingEvent;

const FACTS: readonly string[] = [
  'assignment-made',
  'assignment-acknowledged',
  'share-left',
  'on-site-changed',
  'plan-filed',
  'reply-issued',
  'suggestion-absorbed',
  'lead-passed',
  'case-ended',
  'suggestion-closed',
  'suggestion-reopened',
  'rehandling-ordered',
  'class-challenged',
] satisfies readonly Fact['type'][];

function isFact(step: Step): step is Fact {
  return FACTS.includes(step.type);
}

/** The file after steps, in the order in which meeting hears of them. */
export function fileOf(...steps: readonly Step[]): CaseFile {
  return steps.reduce<CaseFile>(
    (file, step) => (isFact(step) ? learn(file, step) : evolve(file, step)),
    emptyFile(CASE, CASE),
  );
}

/** given(what happened).when(a command).yields(facts) or .refused(code) */
export function given(...steps: readonly Step[]) {
  const file = fileOf(...steps);
  return {
    when<Command>(decide: (file: CaseFile, command: Command) => Decision, command: Command) {
      const decision = decide(file, command);
      return {
        yields(...expected: readonly Partial<MeetingEvent>[]): void {
          if (isRejection(decision)) throw new Error(`refused: ${decision.code}`);
          expect(decision).toMatchObject(expected);
          expect(decision).toHaveLength(expected.length);
        },
        refused(code: string): void {
          expect(isRejection(decision) ? decision.code : decision).toBe(code);
        },
      };
    },
    /** What follows by itself on a day. */
    follows(on: string): readonly MeetingEvent[] {
      return consequences(file, day(on), RULES);
    },
  };
}
