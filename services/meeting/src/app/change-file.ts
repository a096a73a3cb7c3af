import type { CommandContext } from '@huiyin/kernel/command-context';
import { localDateOf, type LocalDate } from '@huiyin/kernel/local-date';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { CommandResult, OpenStream } from '@huiyin/kernel/unit-of-work';
import { evolve, meetingOf, type CaseFile } from '../domain/case-file.ts';
import type { RulesInForce } from '../domain/clock-fact.ts';
import type { Decision, MeetingEvent } from '../domain/events.ts';
import { consequences } from '../domain/follow-up.ts';
import { meetingUnknown, notYetKnown } from '../domain/rejections.ts';
import { concernOf, refuseAct, type Concern, type MeetingAction } from '../domain/rights.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { MeetingPorts, StoredFile } from './ports.ts';
import { rulesKept } from './rules-kept.ts';

/** What a decision is made on. */
interface Moment {
  readonly tx: Tx;
  readonly today: LocalDate;
  /** RFC 3339 */
  readonly now: string;
  readonly rules: RulesInForce;
}

export interface FileChange {
  readonly fileId: string;
  /** What the command answers with; the file when absent. */
  readonly answerId?: string;
  /** The file to begin with when there is none; absent: the case must be known. */
  readonly whenNew?: CaseFile;
  readonly permission: (
    file: CaseFile,
  ) => { readonly action: MeetingAction; readonly concern: Concern } | Rejection;
  readonly decide: (file: CaseFile, moment: Moment) => Decision | Promise<Decision>;
}

/** The change of one case's meetings: its lock, the right to it, the decision, its facts and its new state. */
export async function changeFile(
  ports: MeetingPorts,
  ctx: CommandContext,
  change: FileChange,
): Promise<CommandResult | Rejection> {
  return ports.uow.command(ctx, change.fileId, async (tx, stream) => {
    const stored = await ports.files.load(tx, ctx.tenant, change.fileId);
    const file = stored?.file ?? change.whenNew;
    if (file === undefined)
      return notYetKnown('assignment', change.fileId, '没有找到该建议，或交办信息尚未同步');
    const permission = change.permission(file);
    if (isRejection(permission)) return permission;
    const refused = refuseAct(ctx, permission.action, permission.concern);
    if (refused !== undefined) return refused;
    const today = localDateOf(ctx.at);
    const rules = await rulesKept(ports.reference, tx, { file, today });
    if (rules === undefined) return notYetKnown('directory', 'rule-pack', '规则包尚未同步，请稍后再试');
    const decision = await change.decide(file, { tx, today, now: ctx.at.toISOString(), rules });
    if (isRejection(decision)) return decision;
    const open = { tx, stream, tenant: ctx.tenant };
    await record(ports, open, { before: stored?.file, file, events: decision, today, rules });
    return { id: change.answerId ?? change.fileId };
  });
}

/** A change of one meeting, found by its id. */
export async function changeMeeting(
  ports: MeetingPorts,
  ctx: CommandContext,
  change: {
    readonly meetingId: string;
    readonly action: (meeting: Meeting) => MeetingAction;
    readonly decide: FileChange['decide'];
  },
): Promise<CommandResult | Rejection> {
  const { meetingId } = change;
  const fileId = await ports.uow.read(ctx.tenant, (tx) => ports.meetings.fileOf(tx, ctx.tenant, meetingId));
  if (fileId === undefined) return meetingUnknown();
  return changeFile(ports, ctx, {
    fileId,
    answerId: meetingId,
    permission: (file) => {
      const meeting = meetingOf(file, meetingId);
      if (meeting === undefined) return meetingUnknown();
      return { action: change.action(meeting), concern: concernOf(file, meeting) };
    },
    decide: change.decide,
  });
}

export interface OpenFile {
  readonly tx: Tx;
  readonly stream: OpenStream;
  readonly tenant: string;
}

/** Most consequences one fact can have in a row; more is a rule that never rests. */
const MAX_CONSEQUENCES = 20;

/** Appends events with what follows from them, and saves the state they lead to. */
export async function record(
  ports: MeetingPorts,
  open: OpenFile,
  change: {
    /** As stored; undefined for a new file. */
    readonly before: CaseFile | undefined;
    /** With what was learnt, without the events. */
    readonly file: CaseFile;
    readonly events: readonly MeetingEvent[];
    readonly today: LocalDate;
    readonly rules: RulesInForce;
  },
): Promise<void> {
  const { today, rules } = change;
  let file = change.events.reduce(evolve, change.file);
  const events = [...change.events];
  for (let round = 0; ; round += 1) {
    const more = consequences(file, today, rules);
    if (more.length === 0) break;
    if (round === MAX_CONSEQUENCES) throw new Error(`the meetings of case ${file.fileId} never come to rest`);
    file = more.reduce(evolve, file);
    events.push(...more);
  }
  await open.stream.append(...events.map((event) => ports.publish(file.suggestionId, event)));
  const stored: StoredFile = { file, version: open.stream.version + events.length };
  await ports.files.save(open.tx, open.tenant, stored, change.before);
}
