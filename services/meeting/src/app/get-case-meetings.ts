import type { QueryContext } from '@huiyin/kernel/command-context';
import { localDateOf, type LocalDate } from '@huiyin/kernel/local-date';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { CaseFile } from '../domain/case-file.ts';
import { dualConfirmationsOf, invitationsOf, noResponseFrom } from '../domain/dual-confirmation.ts';
import type { LookBack } from '../domain/look-back.ts';
import { caseUnknown } from '../domain/rejections.ts';
import { mayRead, mayReadGates, mayReadMeeting } from '../domain/rights.ts';
import { replies, type Share } from '../domain/share.ts';
import { rulesKept } from './rules-kept.ts';
import { listed } from './list-meetings.ts';
import type { ListedMeeting, MeetingPorts } from './ports.ts';

export interface CaseMeetings {
  readonly file: CaseFile;
  readonly version: number;
  /** Of the shares whose gates this reader may see: a unit its own. */
  readonly gates: readonly ShareGates[];
  readonly lookBacks: readonly LookBack[];
  /** Those this reader may see: a unit those of its own share and of the case as a whole (domain.md §3.2). */
  readonly meetings: readonly ListedMeeting[];
}

export interface ShareGates {
  readonly share: Share;
  /** Recorded invitations to the dual confirmation. */
  readonly invitations: number;
  /** First day on which 代表未回应 may be recorded; undefined while it cannot be foreseen or is not needed. */
  readonly noResponseFrom: LocalDate | undefined;
}

/** The meetings of a case with the state of its gates. */
export function getCaseMeetings(ports: MeetingPorts) {
  return ({ suggestionId }: { suggestionId: string }, ctx: QueryContext): Promise<CaseMeetings | Rejection> =>
    ports.uow.read(ctx.tenant, async (tx) => {
      const stored = await ports.files.load(tx, ctx.tenant, suggestionId);
      if (stored === undefined || !mayRead(ctx, { file: stored.file, assignmentId: '' }))
        return caseUnknown();
      const { file, version } = stored;
      const isSeen = ({ assignmentId }: { assignmentId: string }): boolean =>
        mayReadGates(ctx, file, assignmentId);
      const gates = await gatesOf(ports, tx, { file, today: localDateOf(ctx.at), isSeen });
      const lookBacks = file.lookBacks.filter(isSeen);
      const meetings = file.meetings
        .filter((meeting) => mayReadMeeting(ctx, file, meeting))
        .map((meeting) => listed(ctx, file, meeting, version));
      return { ...stored, gates, lookBacks, meetings };
    });
}

async function gatesOf(
  ports: MeetingPorts,
  tx: Tx,
  of: { file: CaseFile; today: LocalDate; isSeen: (share: Share) => boolean },
): Promise<readonly ShareGates[]> {
  const { file } = of;
  const rules = await rulesKept(ports.reference, tx, of);
  const calendar = await ports.reference.calendar(tx);
  return file.shares.filter(of.isSeen).map((share) => {
    const { assignmentId } = share;
    const waiting = replies(share) && share.standing === 'active' && share.dualConfirmation.phase === 'open';
    const known = rules !== undefined && calendar !== undefined && waiting;
    return {
      share,
      invitations: invitationsOf(dualConfirmationsOf(file, assignmentId)).length,
      noResponseFrom: known ? noResponseFrom(file, { assignmentId, rules, calendar }) : undefined,
    };
  });
}
