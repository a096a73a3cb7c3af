import type { NamedFile } from '../../act/uploads/upload.ts';
import type { Schemas } from '../../api/client.ts';
import { BLANK as BLANK_SHEET, type DraftWords } from '../../write/draft-words.ts';
import { instantOf, localTime } from '../../design/local-time.ts';

/** A deputy as chosen by name. */
export interface ChosenDeputy {
  readonly value: string;
  readonly label: string;
}

/** What is typed from one paper form. */
export interface PaperWords {
  readonly formNumber: string;
  /** Of a datetime-local field: the time in Shanghai. */
  readonly receivedAt: string;
  readonly signedOn: string;
  readonly lead?: ChosenDeputy | undefined;
  readonly cosigners: readonly ChosenDeputy[];
  readonly title: string;
  readonly facts: string;
  /** One a line. */
  readonly demands: string;
  readonly attachments: readonly NamedFile[];
  readonly authorConfidential: boolean;
  readonly publicationConsent: boolean;
  readonly wishedContact: DraftWords['wishedContact'];
  readonly researchSource: DraftWords['researchSource'];
  readonly affectedArea: string;
  /** One a line. */
  readonly earlierNumbers: string;
}

export type PaperForm = Schemas['TakeInPapersInput']['forms'][number];

/** The first form of a sitting, received now. */
export function firstForm(now: string): PaperWords {
  return { ...BLANK, receivedAt: localTime(now) };
}

/** The next form of a pile: the number after this one, handed in with it and signed on the same day. */
export function nextForm({ formNumber, receivedAt, signedOn }: PaperWords): PaperWords {
  return { ...BLANK, formNumber: nextNumber(formNumber), receivedAt, signedOn };
}

/** 纸-009 is followed by 纸-010; a number that does not end in digits is not guessed on. */
export function nextNumber(formNumber: string): string {
  const digits = /\d+$/.exec(formNumber)?.[0];
  if (digits === undefined || digits.length > MOST_DIGITS) return '';
  const next = String(Number(digits) + 1).padStart(digits.length, '0');
  return formNumber.slice(0, -digits.length) + next;
}

/** As the API takes it. */
export function paperFormOf(words: PaperWords): PaperForm {
  const { formNumber, receivedAt, signedOn, lead, cosigners, title, facts, demands, attachments } = words;
  const { authorConfidential, publicationConsent, wishedContact, researchSource, affectedArea } = words;
  return {
    ...{ formNumber, signedOn, leadDeputyId: lead?.value ?? '', receivedAt: instantOf(receivedAt) },
    cosignerIds: cosigners.map(({ value }) => value),
    text: {
      ...BLANK_SHEET,
      ...{ title, facts, demands: linesOf(demands), authorConfidential, publicationConsent },
      ...{ wishedContact, researchSource, affectedArea, earlierNumbers: linesOf(words.earlierNumbers) },
      attachments: attachments.map((file) => ({ ...file })),
    },
  };
}

/** Each line that says something is one demand, or one number. */
export function linesOf(lines: string): string[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Exact as a JavaScript number. */
const MOST_DIGITS = 15;

const BLANK: PaperWords = {
  ...{ formNumber: '', receivedAt: '', signedOn: '', lead: undefined, cosigners: [] },
  ...{ title: '', facts: '', demands: '', attachments: [] },
  ...{ authorConfidential: false, publicationConsent: true },
  ...{ wishedContact: BLANK_SHEET.wishedContact, researchSource: BLANK_SHEET.researchSource },
  ...{ affectedArea: '', earlierNumbers: '' },
};
