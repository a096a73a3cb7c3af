import { createHash } from 'node:crypto';
import { reject } from '@huiyin/kernel/rejection';
import type { IntakeRejection } from './rejections.ts';

/** 建议 / 批评 / 意见: told apart on the form, counted as one class. */
type SubType = 'suggestion' | 'criticism' | 'opinion';

/** 希望沟通方式 */
type WishedContact = 'face-to-face' | 'phone' | 'letter';

/** 调研来源 */
type ResearchSource = 'inspection' | 'research' | 'visit' | 'station' | 'other';

/** A file that the text names; archive keeps it. */
export interface NamedFile {
  readonly attachmentId: string;
  /** Hex, over its bytes. */
  readonly sha256: string;
  /** As archive keeps it. */
  readonly name: string;
}

/** What the deputies sign (domain.md §4.1). Every field is under the signature, so changing any voids it. */
export interface SuggestionText {
  readonly title: string;
  /** 情况和问题 */
  readonly facts: string;
  /** 具体建议, point by point: the reply answers each. */
  readonly demands: readonly string[];
  readonly subType: SubType;
  /** 代表要求保密 (SD11) */
  readonly authorConfidential: boolean;
  readonly publicationConsent: boolean;
  readonly wishedUnitIds: readonly string[];
  readonly wishedContact: WishedContact;
  readonly researchSource: ResearchSource;
  readonly attachments: readonly NamedFile[];
}

/** Limits in characters and items; the form's own, so that a printed suggestion stays readable. */
export const TEXT_LIMITS = {
  titleCharacters: 100,
  factsCharacters: 20_000,
  demands: 20,
  demandCharacters: 2_000,
  wishedUnits: 5,
  attachments: 10,
} as const;

/** SHA-256 (hex) over the canonical text: the thing that is signed and later printed beside the signatures. */
export function textHashOf(text: SuggestionText): string {
  const canonical = JSON.stringify([
    text.title,
    text.facts,
    text.demands,
    text.subType,
    text.authorConfidential,
    text.publicationConsent,
    text.wishedUnitIds,
    text.wishedContact,
    text.researchSource,
    // Absent without attachments: such a text has the hash it had before texts could name files.
    ...text.attachments.map(({ attachmentId, sha256 }) => [attachmentId, sha256]),
  ]);
  return createHash('sha256').update(canonical).digest('hex');
}

/** The same words in one form: NFC, no white space at the ends, no empty demand, no file twice. Typing a space is no edit. */
export function tidyText(text: SuggestionText): SuggestionText {
  return {
    ...text,
    title: tidy(text.title),
    facts: tidy(text.facts),
    demands: text.demands.map(tidy).filter((demand) => demand !== ''),
    attachments: [...new Map(text.attachments.map((file) => [file.attachmentId, file])).values()],
  };
}

/** A text too long for the form is refused at once, also in a draft. */
export function refuseTooLong(text: SuggestionText): IntakeRejection | undefined {
  const { titleCharacters, factsCharacters, demands, demandCharacters, wishedUnits } = TEXT_LIMITS;
  if (text.title.length > titleCharacters) return tooLong('title', `标题不能超过${titleCharacters}字`);
  if (text.facts.length > factsCharacters) return tooLong('facts', `情况和问题不能超过${factsCharacters}字`);
  if (text.demands.length > demands) return tooLong('demands', `具体建议不能超过${demands}条`);
  if (text.demands.some((demand) => demand.length > demandCharacters)) {
    return tooLong('demands', `每条具体建议不能超过${demandCharacters}字`);
  }
  if (text.wishedUnitIds.length > wishedUnits)
    return tooLong('wishedUnitIds', `希望承办单位不能超过${wishedUnits}个`);
  if (text.attachments.length > TEXT_LIMITS.attachments)
    return tooLong('attachments', `附件不能超过${TEXT_LIMITS.attachments}个`);
  return undefined;
}

/** T1, T2: what others are asked to sign or handle has a title, facts and at least one demand (BJ9). */
export function refuseIncomplete(text: SuggestionText): IntakeRejection | undefined {
  if (text.title === '') return incomplete('title', '请填写标题');
  if (text.facts === '') return incomplete('facts', '请填写情况和问题');
  if (text.demands.length === 0) return incomplete('demands', '请至少写一条具体建议');
  return undefined;
}

function tidy(words: string): string {
  return words.normalize('NFC').trim();
}

function tooLong(field: string, message: string): IntakeRejection {
  return reject('invalid', 'text-too-long', message, { field });
}

function incomplete(field: string, message: string): IntakeRejection {
  return reject('invalid', 'text-incomplete', message, { field });
}
