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
  /** 涉及区域, in the deputy's words: a district, town or neighbourhood; '' where none is named. */
  readonly affectedArea: string;
  /** 是否曾提过: 历年编号 of earlier suggestions on the matter, as the deputy writes them. */
  readonly earlierNumbers: readonly string[];
  readonly attachments: readonly NamedFile[];
}

/** Limits in characters and items; the form's own, so that a printed suggestion stays readable. */
export const TEXT_LIMITS = {
  titleCharacters: 100,
  factsCharacters: 20_000,
  demands: 20,
  demandCharacters: 2_000,
  wishedUnits: 5,
  affectedAreaCharacters: 200,
  earlierNumbers: 10,
  earlierNumberCharacters: 60,
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
    // Absent where they say nothing, for the same reason; named, so that neither can pass for the other or for a file.
    ...(text.affectedArea === '' ? [] : [{ affectedArea: text.affectedArea }]),
    ...(text.earlierNumbers.length === 0 ? [] : [{ earlierNumbers: text.earlierNumbers }]),
  ]);
  return createHash('sha256').update(canonical).digest('hex');
}

/**
 * The same words in one form: NFC, no white space at the ends, no empty demand or number, no number or file twice. Typing
 * a space is no edit.
 */
export function tidyText(text: SuggestionText): SuggestionText {
  return {
    ...text,
    title: tidy(text.title),
    facts: tidy(text.facts),
    demands: text.demands.map(tidy).filter((demand) => demand !== ''),
    affectedArea: tidy(text.affectedArea),
    earlierNumbers: [...new Set(text.earlierNumbers.map(tidy).filter((number) => number !== ''))],
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
  return refuseTooLongPlaceOrPast(text);
}

function refuseTooLongPlaceOrPast(text: SuggestionText): IntakeRejection | undefined {
  const { affectedAreaCharacters, earlierNumbers, earlierNumberCharacters } = TEXT_LIMITS;
  if (text.affectedArea.length > affectedAreaCharacters)
    return tooLong('affectedArea', `涉及区域不能超过${affectedAreaCharacters}字`);
  if (text.earlierNumbers.length > earlierNumbers)
    return tooLong('earlierNumbers', `历年编号不能超过${earlierNumbers}个`);
  if (text.earlierNumbers.some((number) => number.length > earlierNumberCharacters))
    return tooLong('earlierNumbers', `每个历年编号不能超过${earlierNumberCharacters}字`);
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
