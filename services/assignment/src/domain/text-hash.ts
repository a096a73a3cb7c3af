import { createHash } from 'node:crypto';
import type { ReplyDraft } from './reply-draft.ts';

/** SHA-256 (hex) over a draft's words in a fixed order: what a head signs (decisions 26). */
export function textHash(draft: ReplyDraft): string {
  const { resultClass, opening, sections, evidence, promises, coOpinions, disclosure } = draft;
  const words = [
    resultClass,
    opening,
    sections.map((section) => [section.demandNumber, section.answer]),
    evidence.attachments.map((attachment) => [attachment.attachmentId, attachment.sha256, attachment.name]),
    [evidence.completedOn, evidence.lackingCondition, evidence.explainedBy, evidence.legalBasis],
    promises.map((promise) => [promise.text, promise.dueOn]),
    coOpinions.map((opinion) => [opinion.opinionId, opinion.statement]),
    disclosure,
  ];
  return createHash('sha256').update(JSON.stringify(words)).digest('hex');
}
