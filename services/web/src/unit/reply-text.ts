import type { NamedFile } from '../act/uploads/upload.ts';
import type { Schemas } from '../api/client.ts';

type AssignmentFile = Schemas['AssignmentFile'];
type DraftInput = Schemas['ReplyDraftInput'];
export type ResultClass = '' | 'A' | 'B' | 'C' | 'D';

/** Files that a reply may show; the API's own bound. */
export const MOST_EVIDENCE_FILES = 10;

/** A promise as it is being typed: either part may still be missing. */
export interface TypedPromise {
  readonly text: string;
  readonly dueOn: string;
}

interface Evidence {
  readonly attachments: readonly NamedFile[];
  readonly completedOn: string;
  readonly lackingCondition: string;
  readonly explainedBy: string;
  readonly legalBasis: string;
}

/** A reply as it is being written. */
export interface ReplyText {
  readonly resultClass: ResultClass;
  readonly opening: string;
  /** One for each demand, in their order; a suggestion without listed demands has one answer. */
  readonly answers: readonly string[];
  readonly evidence: Evidence;
  readonly promises: readonly TypedPromise[];
  /** What the reply says of each co-opinion, by its id. */
  readonly statements: Readonly<Record<string, string>>;
  /** Why the reply goes without the opinion of a co-handler, by its unit. */
  readonly missing: Readonly<Record<string, string>>;
  readonly disclosure: 'proactive' | 'on-request' | 'withheld';
}

/** A reply with the hash of its words on the server; '' before anything was saved. */
export interface SavedReply {
  readonly text: ReplyText;
  readonly hash: string;
}

/** The draft of the present round as the server has it, or an empty one. */
export function savedReply(file: AssignmentFile): SavedReply {
  const draft = file.replies.find(({ status }) => status === 'draft');
  const count = Math.max(1, file.demands.length);
  if (draft === undefined) return { text: emptyReply(count), hash: '' };
  const answerTo = (index: number): string =>
    draft.sections.find(({ demandNumber }) => demandNumber === numberOf(index, file))?.answer ?? '';
  return {
    hash: draft.textHash,
    text: {
      resultClass: resultClassOf(draft.resultClass),
      opening: draft.opening,
      answers: Array.from({ length: count }, (_unused, index) => answerTo(index)),
      evidence: draft.evidence,
      promises: draft.promises,
      statements: Object.fromEntries(
        draft.coOpinions.map(({ opinionId, statement }) => [opinionId, statement]),
      ),
      missing: Object.fromEntries(draft.missingCoOpinions.map(({ unitId, reason }) => [unitId, reason])),
      disclosure: draft.disclosure as ReplyText['disclosure'],
    },
  };
}

/**
 * What the server can keep of it. A promise without words or day and an empty statement are no content yet: they
 * stay in the browser.
 */
export function draftInput(text: ReplyText, file: Pick<AssignmentFile, 'demands'>): DraftInput {
  const { resultClass, opening, answers, evidence, promises, statements, missing, disclosure } = text;
  return {
    resultClass,
    opening,
    sections: answers.map((answer, index) => ({ demandNumber: numberOf(index, file), answer })),
    evidence: { ...evidence, attachments: [...evidence.attachments] },
    promises: promises.filter((promise) => promise.text.trim() !== '' && promise.dueOn !== '').map(copy),
    coOpinions: Object.entries(statements)
      .filter(([, statement]) => statement.trim() !== '')
      .map(([opinionId, statement]) => ({ opinionId, statement })),
    missingCoOpinions: Object.entries(missing)
      .filter(([, reason]) => reason.trim() !== '')
      .map(([unitId, reason]) => ({ unitId, reason })),
    disclosure,
  };
}

/** 1 for the first demand; 0 where the suggestion lists none. */
function numberOf(index: number, { demands }: Pick<AssignmentFile, 'demands'>): number {
  return demands.length === 0 ? 0 : index + 1;
}

function emptyReply(answers: number): ReplyText {
  return {
    resultClass: '',
    opening: '',
    answers: Array.from({ length: answers }, () => ''),
    evidence: { attachments: [], completedOn: '', lackingCondition: '', explainedBy: '', legalBasis: '' },
    promises: [],
    statements: {},
    missing: {},
    disclosure: 'proactive',
  };
}

function resultClassOf(code: string): ResultClass {
  return code === 'A' || code === 'B' || code === 'C' || code === 'D' ? code : '';
}

function copy({ text, dueOn }: TypedPromise): { text: string; dueOn: string } {
  return { text, dueOn };
}
