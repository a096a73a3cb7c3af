import { createHash } from 'node:crypto';
import type { OpinionWords } from './opinion-words.ts';
import type { ReplyDraft } from './reply-draft.ts';

/** SHA-256 (hex) over a draft's words in a fixed order: what a head signs (decisions 26). */
export function textHash(draft: ReplyDraft): string {
  const { resultClass, opening, sections, evidence, promises, coOpinions, disclosure } = draft;
  const missing = draft.missingCoOpinions ?? [];
  const words = [
    resultClass,
    opening,
    sections.map((section) => [section.demandNumber, section.answer]),
    evidence.attachments.map((attachment) => [attachment.attachmentId, attachment.sha256, attachment.name]),
    [evidence.completedOn, evidence.lackingCondition, evidence.explainedBy, evidence.legalBasis],
    promises.map((promise) => [promise.text, promise.dueOn]),
    coOpinions.map((opinion) => [opinion.opinionId, opinion.statement]),
    disclosure,
    // Drafts without them keep the hash they had before it was asked.
    ...(missing.length === 0 ? [] : [missing.map(({ unitId, reason }) => [unitId, reason])]),
  ];
  return sha256(JSON.stringify(words));
}

/** SHA-256 (hex) over a co-opinion's words in a fixed order. One given before it had parts was hashed as it stood. */
export function opinionHash({ facts, opinion, commitments, resultClass }: OpinionWords): string {
  const promised = commitments.map(({ text, dueOn }) => [text, dueOn]);
  return sha256(JSON.stringify([facts, opinion, promised, resultClass]));
}

function sha256(words: string): string {
  return createHash('sha256').update(words).digest('hex');
}
