import type { ResultEvidence as ProtoEvidence } from '@huiyin/contracts/gen/assignment/v1/events';
import type {
  DraftCoOpinionRequest,
  DraftPromise,
  GiveCoOpinionRequest,
  PlanContent,
  ReplyDraft as ProtoDraft,
  Score as ProtoScore,
} from '@huiyin/contracts/gen/assignment/v1/service';
import type { PageRequest } from '@huiyin/contracts/gen/common/v1/common';
import { localDate, type LocalDate } from '@huiyin/kernel/local-date';
import type { Page } from '../app/ports.ts';
import { LEADER_RANKS, type Plan } from '../domain/five-ones.ts';
import type { OpinionWords } from '../domain/opinion-words.ts';
import { refuse, type AssignmentRejection } from '../domain/rejections.ts';
import { DISCLOSURES, type ReplyDraft } from '../domain/reply-draft.ts';
import {
  isResultClass,
  type ReplyPromise,
  type ResultClass,
  type ResultEvidence,
} from '../domain/result-class.ts';
import type { Score } from '../domain/suggestion-case.ts';

const DEFAULT_PAGE = 50;
const MAX_PAGE = 200;

/** A field whose form is wrong; thrown inside a decoder, answered by `decoded` as a refusal that names it. */
class MalformedField extends Error {
  readonly field: string;

  constructor(field: string) {
    super(`malformed field ${field}`);
    this.field = field;
  }
}

/** Runs a decoder; a malformed field becomes the refusal of the request. */
export function decoded<Value>(decode: () => Value): Value | AssignmentRejection {
  try {
    return decode();
  } catch (error) {
    if (!(error instanceof MalformedField)) throw error;
    return refuse('invalid', 'malformed-field', '内容格式不正确', { field: error.field });
  }
}

/** One of a closed list of words. */
export function word<Word extends string>(words: readonly Word[], text: string, field: string): Word {
  const found = words.find((candidate) => candidate === text);
  if (found === undefined) throw new MalformedField(field);
  return found;
}

export function day(text: string, field: string): LocalDate {
  try {
    return localDate(text);
  } catch {
    throw new MalformedField(field);
  }
}

function optionalDay(text: string, field: string): LocalDate | '' {
  return text === '' ? '' : day(text, field);
}

export function score(proto: ProtoScore | undefined): Score {
  return { points: proto?.points ?? 0, reason: proto?.reason ?? '' };
}

/** The page asked for, bounded. */
export function page(proto: PageRequest | undefined): Page {
  const limit = proto?.limit ?? 0;
  return { limit: limit <= 0 ? DEFAULT_PAGE : Math.min(limit, MAX_PAGE), cursor: proto?.cursor ?? '' };
}

export function plan(proto: PlanContent | undefined): Plan {
  if (proto === undefined) throw new MalformedField('plan');
  const { leaderName, leaderPost, solution } = proto;
  return {
    leaderName,
    leaderPost,
    leaderRank: word(LEADER_RANKS, proto.leaderRank || 'other', 'plan.leaderRank'),
    solution,
    milestones: proto.milestones.map(({ text, dueOn }) => ({
      text,
      dueOn: day(dueOn, 'plan.milestones.dueOn'),
    })),
    deadline: optionalDay(proto.deadline, 'plan.deadline'),
  };
}

export function resultClass(text: string): ResultClass {
  if (!isResultClass(text)) throw new MalformedField('resultClass');
  return text;
}

export function evidence(proto: ProtoEvidence | undefined): ResultEvidence {
  return {
    attachments: proto?.attachments ?? [],
    completedOn: optionalDay(proto?.completedOn ?? '', 'evidence.completedOn'),
    lackingCondition: proto?.lackingCondition ?? '',
    explainedBy: proto?.explainedBy ?? '',
    legalBasis: proto?.legalBasis ?? '',
  };
}

export function promises(protos: readonly DraftPromise[]): readonly ReplyPromise[] {
  return protos.map(({ text, dueOn }) => ({ text, dueOn: day(dueOn, 'promises.dueOn') }));
}

/** The parts of a co-opinion, in a draft or to be signed. */
export function opinionWords(proto: DraftCoOpinionRequest | GiveCoOpinionRequest): OpinionWords {
  const { facts, opinion, commitments } = proto;
  return {
    ...{ facts, opinion },
    commitments: commitments.map(({ text, dueOn }) => ({ text, dueOn: day(dueOn, 'commitments.dueOn') })),
    resultClass: proto.resultClass === '' ? '' : resultClass(proto.resultClass),
  };
}

export function draft(proto: ProtoDraft | undefined): ReplyDraft {
  if (proto === undefined) throw new MalformedField('draft');
  return {
    resultClass: proto.resultClass === '' ? '' : resultClass(proto.resultClass),
    opening: proto.opening,
    sections: proto.sections,
    evidence: evidence(proto.evidence),
    promises: promises(proto.promises),
    coOpinions: proto.coOpinions,
    missingCoOpinions: proto.missingCoOpinions,
    disclosure: word(DISCLOSURES, proto.disclosure || 'proactive', 'draft.disclosure'),
  };
}
