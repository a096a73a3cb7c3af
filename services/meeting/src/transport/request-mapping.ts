import type { AttachmentRef, PageRequest } from '@huiyin/contracts/gen/common/v1/common';
import type { ListMeetingsRequest, RecordMeetingRequest } from '@huiyin/contracts/gen/meeting/v1/service';
import { localDate, localDateOf, type LocalDate } from '@huiyin/kernel/local-date';
import { reject, type Rejection } from '@huiyin/kernel/rejection';
import { isRejection } from '@huiyin/kernel/rejection';
import type { ListMeetingsRequest as ListQuestion } from '../app/list-meetings.ts';
import type { NamedFile } from '../app/record-files.ts';
import type { RecordMeetingRequest as RecordRequest } from '../app/record-meeting.ts';
import { MEETING_KINDS, type MeetingKind } from '../domain/meeting-kind.ts';
import type { Consultation, MeetingDecision, Verdict } from '../domain/meeting.ts';

const DEFAULT_PAGE = 50;
const MAX_PAGE = 200;
const MAX_LISTED = 100;
const MAX_FILES = 30;
const STATUSES = ['scheduled', 'held', 'confirmed', 'judged', 'cancelled'] as const;

export function kindFrom(kind: string): MeetingKind | Rejection {
  return oneOf(MEETING_KINDS, kind) ?? malformed('kind');
}

export function verdictFrom(verdict: string): Verdict | Rejection {
  return oneOf(['met', 'unmet'], verdict) ?? malformed('verdict');
}

/** An instant with its day, or a refusal that names the field. */
export function instantFrom(
  text: string,
  field: string,
): { readonly startsAt: string; readonly startsOn: LocalDate } | Rejection {
  const instant = new Date(/^\d{4}-\d{2}-\d{2}T/.test(text) ? text : Number.NaN);
  if (Number.isNaN(instant.getTime())) return malformed(field);
  return { startsAt: instant.toISOString(), startsOn: localDateOf(instant) };
}

/** A record of a meeting. Days are checked here, words by the decider. */
export function recordFrom(request: RecordMeetingRequest): RecordRequest | Rejection {
  const { meetingId, presentIds, findings } = request;
  const heldOn = dayFrom(request.heldOn, 'heldOn');
  if (isRejection(heldOn)) return heldOn;
  if (presentIds.length > MAX_LISTED) return malformed('presentIds');
  if (request.decisions.length > MAX_LISTED) return malformed('decisions');
  const decisions = decisionsFrom(request.decisions);
  if (isRejection(decisions)) return decisions;
  const consultation = consultationFrom(request.consultation);
  if (isRejection(consultation)) return consultation;
  const { photos, minutesFiles } = request;
  if (photos.length > MAX_FILES) return malformed('photos');
  if (minutesFiles.length > MAX_FILES) return malformed('minutesFiles');
  return {
    ...{ meetingId, heldOn, presentIds, findings, decisions, consultation },
    ...{ photos: photos.map(fileFrom), minutesFiles: minutesFiles.map(fileFrom) },
  };
}

/** Its name is archive's. */
function fileFrom({ attachmentId, sha256 }: AttachmentRef): NamedFile {
  return { attachmentId, sha256 };
}

/** The hash of a feed's secret, or a refusal. */
export function secretHashFrom(hash: string): string | Rejection {
  return /^[0-9a-f]{64}$/.test(hash) ? hash : malformed('secretHash');
}

function decisionsFrom(decisions: readonly MeetingDecision[]): readonly MeetingDecision[] | Rejection {
  const wrong = decisions.find(({ dueOn }) => dueOn !== '' && isRejection(dayFrom(dueOn, 'dueOn')));
  if (wrong !== undefined) return malformed('decisions');
  return decisions.map(({ what, who, dueOn }) => ({ what: what.trim(), who: who.trim(), dueOn }));
}

function consultationFrom(
  consultation: RecordMeetingRequest['consultation'],
): Consultation | undefined | Rejection {
  if (consultation === undefined) return undefined;
  const milestones: { text: string; dueOn: LocalDate }[] = [];
  for (const { text, dueOn } of consultation.milestones) {
    const day = dayFrom(dueOn, 'consultation.milestones');
    if (isRejection(day)) return day;
    milestones.push({ text, dueOn: day });
  }
  const { background, demands, approach, measures } = consultation;
  return { background, demands, approach, measures, milestones };
}

/** The list asked for, bounded. */
export function listFrom(request: ListMeetingsRequest): ListQuestion | Rejection {
  const { kind, status, fromDay, toDay, mine } = request;
  if (kind !== '' && isRejection(kindFrom(kind))) return malformed('kind');
  if (status !== '' && oneOf(STATUSES, status) === undefined) return malformed('status');
  if (fromDay !== '' && isRejection(dayFrom(fromDay, 'fromDay'))) return malformed('fromDay');
  if (toDay !== '' && isRejection(dayFrom(toDay, 'toDay'))) return malformed('toDay');
  return { kind, status, fromDay, toDay, mine, ...pageFrom(request.page) };
}

function pageFrom(page: PageRequest | undefined): { limit: number; cursor: string } {
  const limit = page?.limit ?? 0;
  return { limit: limit <= 0 ? DEFAULT_PAGE : Math.min(limit, MAX_PAGE), cursor: page?.cursor ?? '' };
}

function dayFrom(day: string, field: string): LocalDate | Rejection {
  try {
    return localDate(day);
  } catch {
    return malformed(field);
  }
}

function oneOf<const Word extends string>(words: readonly Word[], word: string): Word | undefined {
  return words.find((candidate) => candidate === word);
}

function malformed(field: string): Rejection {
  return reject('invalid', 'malformed-field', '内容格式不正确', { field });
}
