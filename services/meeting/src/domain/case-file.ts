import type { LocalDate } from '@huiyin/kernel/local-date';
import type { MeetingEvent } from './events.ts';
import type { Fact } from './facts.ts';
import { evolveLookBacks } from './look-back-evolution.ts';
import type { IssuedReply, LookBack } from './look-back.ts';
import { evolveMeetings } from './meeting-evolution.ts';
import type { Meeting } from './meeting.ts';
import { evolveShare, onSiteChanged, shareMade } from './share-evolution.ts';
import { replies, type OwedDeputy, type Share } from './share.ts';

/** Everything meeting knows of one case, or of one hand-over meeting outside a case. */
export interface CaseFile {
  /** Suggestion id; for a meeting outside a case its own id. */
  readonly fileId: string;
  /** Empty for a meeting outside a case. */
  readonly suggestionId: string;
  /** Closed cases take no gating meetings; ended ones (withdrawn) none at all. */
  readonly standing: 'open' | 'closed' | 'ended';
  /** The version of the rule pack the case keeps; absent outside a case, and in one filed before versions were kept. */
  readonly rulePackVersion?: string;
  /** What the case is called; absent outside a case, and in one filed before it was kept. */
  readonly number?: string;
  readonly title?: string;
  /** Who took the lead of the case's own suggestion after it was registered; absent while its first lead leads. */
  readonly lead?: { readonly deputyId: string; readonly since: LocalDate };
  readonly shares: readonly Share[];
  /** Deputies of suggestions merged into this one after 交办. */
  readonly absorbed: readonly OwedDeputy[];
  readonly replies: readonly IssuedReply[];
  readonly lookBacks: readonly LookBack[];
  /** Highest round ordered for a share. */
  readonly rehandlings: readonly ShareRound[];
  readonly challenges: readonly ShareRound[];
  readonly meetings: readonly Meeting[];
}

export interface ShareRound {
  readonly assignmentId: string;
  readonly round: number;
}

export function emptyFile(fileId: string, suggestionId: string): CaseFile {
  return {
    fileId,
    suggestionId,
    standing: 'open',
    absorbed: [],
    shares: [],
    replies: [],
    lookBacks: [],
    rehandlings: [],
    challenges: [],
    meetings: [],
  };
}

/** The file after an own event. */
export function evolve(file: CaseFile, event: MeetingEvent): CaseFile {
  return {
    ...file,
    meetings: evolveMeetings(file.meetings, event),
    shares: file.shares.map((share) => evolveShare(share, event)),
    lookBacks: evolveLookBacks(file.lookBacks, event),
  };
}

/** The file after another service's fact. */
export function learn(file: CaseFile, fact: Fact): CaseFile {
  switch (fact.type) {
    case 'assignment-made':
      return withShare(file, fact);
    case 'assignment-acknowledged':
      return changeShare(file, fact.assignmentId, { signing: { phase: 'signed', on: fact.receiptOn } });
    case 'assignment-succeeded': {
      const { assignmentId, unitId, decidingOffice, ended } = fact;
      const given = ended === '' ? file : changeShare(file, ended, { standing: 'left' });
      return changeShare(given, assignmentId, { unitId, decidingOffice });
    }
    case 'confidant-named': {
      const { assignmentId, personId, unitId } = fact;
      return changeShare(file, assignmentId, { confidant: { personId, unitId } });
    }
    case 'rules-moved':
      return { ...file, rulePackVersion: fact.version };
    case 'share-left':
      return changeShare(file, fact.assignmentId, { standing: 'left' });
    case 'plan-filed':
      return changeShare(file, fact.assignmentId, { plan: { phase: 'filed' } });
    case 'on-site-changed':
      return { ...file, shares: file.shares.map((share) => onSiteChanged(share, fact)) };
    case 'suggestion-absorbed':
      return { ...file, absorbed: [...file.absorbed, ...fact.deputies] };
    case 'lead-passed':
      return underLead(file, fact);
    case 'reply-issued': {
      const { type: _, ...reply } = fact;
      return { ...file, replies: [...file.replies, reply] };
    }
    case 'case-ended':
      return { ...file, standing: 'ended' };
    case 'suggestion-closed':
      return { ...file, standing: 'closed' };
    case 'suggestion-reopened':
      return { ...file, standing: 'open' };
    case 'rehandling-ordered':
      return { ...file, rehandlings: [...file.rehandlings, roundOf(fact)] };
    case 'class-challenged':
      return { ...file, challenges: [...file.challenges, roundOf(fact)] };
  }
}

/** Whoever leads now is invited where the former lead was, and confirms and judges from now on. */
function underLead(file: CaseFile, fact: Extract<Fact, { type: 'lead-passed' }>): CaseFile {
  const { fromDeputyId, leadDeputyId, on } = fact;
  const isAwaited = ({ status, participantIds }: Meeting): boolean =>
    status === 'scheduled' && participantIds.includes(fromDeputyId);
  return {
    ...file,
    lead: { deputyId: leadDeputyId, since: on },
    meetings: file.meetings.map((meeting) =>
      isAwaited(meeting)
        ? { ...meeting, participantIds: [...new Set([...meeting.participantIds, leadDeputyId])] }
        : meeting,
    ),
  };
}

/** A share that a coordination gave to another unit was never handed back: its successor says that it is gone. */
function withShare(file: CaseFile, fact: Extract<Fact, { type: 'assignment-made' }>): CaseFile {
  const known = fact.replaces === '' ? file : changeShare(file, fact.replaces, { standing: 'left' });
  const { rulePackVersion, number, title } = fact;
  return { ...known, rulePackVersion, number, title, shares: [...known.shares, shareMade(fact)] };
}

/**
 * Assignment's facts about one case arrive in order, so the share is always known; if not, the event is broken and
 * belongs among the dead letters.
 */
function changeShare(file: CaseFile, assignmentId: string, change: Partial<Share>): CaseFile {
  if (shareOf(file, assignmentId) === undefined) {
    throw new Error(`case ${file.fileId} has no share ${assignmentId}`);
  }
  const shares = file.shares.map((share) =>
    share.assignmentId === assignmentId ? { ...share, ...change } : share,
  );
  return { ...file, shares };
}

function roundOf({ assignmentId, round }: ShareRound): ShareRound {
  return { assignmentId, round };
}

export function shareOf(file: CaseFile, assignmentId: string): Share | undefined {
  return file.shares.find((share) => share.assignmentId === assignmentId);
}

export function meetingOf(file: CaseFile, meetingId: string): Meeting | undefined {
  return file.meetings.find((meeting) => meeting.meetingId === meetingId);
}

/** 领衔代表 of the case itself, who speaks for it in the three gating meetings. Merged children keep their own lead. */
export function leadDeputyOf(file: CaseFile): string | undefined {
  return owedOf(file).find((owed) => owed.isLead && owed.suggestionId === file.suggestionId)?.deputyId;
}

/** Every deputy of the case: as the newest share names them, and those who joined by merging. */
export function owedOf(file: CaseFile): readonly OwedDeputy[] {
  const named = file.shares.findLast((share) => share.owed.length > 0)?.owed ?? [];
  const { lead } = file;
  const deputies = [...named, ...file.absorbed];
  if (lead === undefined) return deputies;
  return deputies.map((owed) =>
    owed.suggestionId === file.suggestionId ? { ...owed, isLead: owed.deputyId === lead.deputyId } : owed,
  );
}

/** The shares a meeting concerns: its own, or every replying one when it is about the whole case. */
export function sharesConcerned(file: CaseFile, assignmentId: string): readonly Share[] {
  if (assignmentId !== '') return file.shares.filter((share) => share.assignmentId === assignmentId);
  return file.shares.filter((share) => share.standing === 'active' && replies(share));
}
