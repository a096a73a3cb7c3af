import type { Schemas } from '../api/client.ts';

/** What a deputy writes: the whole text of a suggestion, as the API takes it. */
export type DraftWords = Required<Schemas['SuggestionTextBodyInput']>;

/** The words that help with writing is given on, as the API takes them. */
export interface WrittenText {
  readonly title: string;
  readonly facts: string;
  readonly demands: string[];
}

/** Limits of the form, in characters and items; the API refuses more. */
export const LIMITS = {
  title: 100,
  facts: 20_000,
  demands: 20,
  demand: 2_000,
  units: 5,
  affectedArea: 200,
  earlierNumbers: 10,
  earlierNumber: 60,
  attachments: 10,
} as const;

/** A blank sheet: one empty demand waits to be filled. */
export const BLANK: DraftWords = {
  title: '',
  facts: '',
  demands: [''],
  subType: 'suggestion',
  authorConfidential: false,
  publicationConsent: true,
  wishedUnitIds: [],
  wishedContact: 'face-to-face',
  researchSource: 'other',
  affectedArea: '',
  earlierNumbers: [],
  attachments: [],
};

/** Words as this browser kept them; an earlier release had fewer fields. */
export function wholeWords(kept: Partial<DraftWords>): DraftWords {
  return { ...BLANK, ...kept };
}

/** The same words in one form, as intake keeps them: a space at an end, an empty demand or number is no change. */
export function tidy(words: DraftWords): DraftWords {
  return {
    ...words,
    title: tidyLine(words.title),
    facts: tidyLine(words.facts),
    demands: words.demands.map(tidyLine).filter((demand) => demand !== ''),
    affectedArea: tidyLine(words.affectedArea),
    earlierNumbers: [...new Set(words.earlierNumbers.map(tidyLine).filter((number) => number !== ''))],
    attachments: tidyFiles(words.attachments),
  };
}

/** The written part of a draft, in the same form. */
export function writtenText(words: DraftWords): WrittenText {
  const { title, facts, demands } = tidy(words);
  return { title, facts, demands };
}

export function isUnwritten({ title, facts, demands }: WrittenText): boolean {
  return title === '' && facts === '' && demands.length === 0;
}

export function sameWords(one: DraftWords, other: DraftWords): boolean {
  return changedFields(one, other).length === 0;
}

/** Nothing that would be worth a draft. */
export function isBlank(words: DraftWords): boolean {
  return sameWords(words, BLANK);
}

/** The fields in which two texts differ, in the order of the form. */
export function changedFields(one: DraftWords, other: DraftWords): readonly (keyof DraftWords)[] {
  const left = tidy(one);
  const right = tidy(other);
  return FIELDS.filter((field) => JSON.stringify(left[field]) !== JSON.stringify(right[field]));
}

/** What a person has to fill in before anybody can be asked to sign or handle it (领衔人签名的建议须有标题、情况、建议). */
export function missingFields({ title, facts, demands }: DraftWords): readonly string[] {
  return [
    ...(title.trim() === '' ? ['标题'] : []),
    ...(facts.trim() === '' ? ['情况和问题'] : []),
    ...(demands.every((demand) => demand.trim() === '') ? ['至少一条具体建议'] : []),
  ];
}

const FIELDS: readonly (keyof DraftWords)[] = [
  'title',
  'facts',
  'demands',
  'subType',
  'authorConfidential',
  'publicationConsent',
  'wishedUnitIds',
  'wishedContact',
  'attachments',
  'researchSource',
  'affectedArea',
  'earlierNumbers',
];

/** The text of a suggestion as the API answers it, ready to be written on. */
export function wordsOf(text: Schemas['SuggestionText']): DraftWords {
  const demands = text.demands.length === 0 ? [''] : text.demands;
  return { ...(text as DraftWords), demands };
}

/** No file twice, and nothing of it but what names it. */
function tidyFiles(files: DraftWords['attachments']): DraftWords['attachments'] {
  const byId = new Map(files.map((file) => [file.attachmentId, file]));
  return [...byId.values()].map(({ attachmentId, sha256, name }) => ({ attachmentId, sha256, name }));
}

function tidyLine(line: string): string {
  return line.normalize('NFC').trim();
}
