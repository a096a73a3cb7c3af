import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Evaluation, EvaluationKey } from './evaluation.ts';
import type { FollowUpCause, Outcome } from './events.ts';
import type { MissedTerm } from './facts.ts';
import type { PromiseItem } from './promise-item.ts';
import type { Rectification } from './rectification.ts';
import type { LookBack, Reply } from './reply.ts';
import { replies, type OwedDeputy, type Share } from './share.ts';

/** Everything evaluation knows of one case. */
export interface CaseFile {
  /** The suggestion's id. */
  readonly caseId: string;
  readonly standing: Standing;
  /** The version of the rule pack the case keeps; absent in a file opened before versions were kept. */
  readonly rulePackVersion?: string;
  /** What the case is called; absent in a file opened before it was kept. */
  readonly number?: string;
  readonly title?: string;
  /** Who took the lead of the case's own suggestion after it was registered; absent while its first lead leads. */
  readonly leadDeputyId?: string;
  readonly shares: readonly Share[];
  /** Deputies of suggestions merged into this one after 交办. */
  readonly absorbed: readonly OwedDeputy[];
  readonly replies: readonly Reply[];
  readonly lookBacks: readonly LookBack[];
  readonly jointStudies: readonly JointStudy[];
  readonly missedTerms: readonly MissedTerm[];
  readonly evaluations: readonly Evaluation[];
  readonly promises: readonly PromiseItem[];
  readonly rectifications: readonly Rectification[];
}

/** `closings` counts how often the case was closed; a new promise can open it again. */
export type Standing =
  | { readonly phase: 'open'; readonly followUps: readonly FollowUpCause[]; readonly closings: number }
  | { readonly phase: 'closed'; readonly on: LocalDate; readonly outcome: Outcome; readonly closings: number }
  /** Handling ended before a reply: withdrawn, or merged after 交办. */
  | { readonly phase: 'ended' };

interface JointStudy {
  readonly assignmentId: string;
  readonly heldOn: LocalDate;
}

export function emptyFile(caseId: string): CaseFile {
  return {
    caseId,
    standing: { phase: 'open', followUps: [], closings: 0 },
    shares: [],
    absorbed: [],
    replies: [],
    lookBacks: [],
    jointStudies: [],
    missedTerms: [],
    evaluations: [],
    promises: [],
    rectifications: [],
  };
}

export function shareOf(file: CaseFile, assignmentId: string): Share | undefined {
  return file.shares.find((share) => share.assignmentId === assignmentId);
}

/** The shares that must be replied to, evaluated and closed. */
export function replyingShares(file: CaseFile): readonly Share[] {
  return file.shares.filter(replies);
}

/** The reply a share gave in a round. */
export function replyOf(file: CaseFile, assignmentId: string, round: number): Reply | undefined {
  return file.replies.find((reply) => reply.assignmentId === assignmentId && reply.round === round);
}

/** The evaluations of one reply. */
export function evaluationsOf(file: CaseFile, assignmentId: string, round: number): readonly Evaluation[] {
  return file.evaluations.filter(
    (evaluation) => evaluation.assignmentId === assignmentId && evaluation.round === round,
  );
}

export function evaluationOf(file: CaseFile, key: EvaluationKey): Evaluation | undefined {
  return evaluationsOf(file, key.assignmentId, key.round).find(
    (evaluation) => evaluation.signedSuggestionId === key.signedSuggestionId,
  );
}

/** Every deputy of the case: as the newest share or reply names them, and those who joined by merging. */
export function owedOf(file: CaseFile): readonly OwedDeputy[] {
  const named = file.shares.findLast((share) => share.owed.length > 0)?.owed ?? [];
  const known = new Set(named.map((owed) => `${owed.suggestionId}:${owed.deputyId}`));
  const more = file.absorbed.filter((owed) => !known.has(`${owed.suggestionId}:${owed.deputyId}`));
  return underLead(file, [...named, ...more]);
}

/** The deputies of the case as they stand now; shares and replies name them as they stood then. */
export function underLead(file: CaseFile, owed: readonly OwedDeputy[]): readonly OwedDeputy[] {
  return owed.map((each) => {
    const lead = leadOf(file, each.suggestionId);
    return lead === undefined ? each : { ...each, isLead: each.deputyId === lead };
  });
}

/** Who took the lead of a signed suggestion; undefined while its first lead leads. */
export function leadOf(file: CaseFile, signedSuggestionId: string): string | undefined {
  return signedSuggestionId === file.caseId ? file.leadDeputyId : undefined;
}

/** 领衔代表 of one signed suggestion: the case itself or a merged child. */
export function leadDeputyOf(file: CaseFile, signedSuggestionId: string): string | undefined {
  return owedOf(file).find((owed) => owed.isLead && owed.suggestionId === signedSuggestionId)?.deputyId;
}
