/**
 * An official document 公文 before it has a format. Strings are plain text: nothing in them is markup. Layout is
 * GB/T 9704-2012 (domain §4.4); renderers turn this into .docx and .pdf.
 */
export interface OfficialDocument {
  /** `letter` 信函格式 with red lines, for what one body sends to another; `paper` for forms, records and minutes. */
  readonly form: 'letter' | 'paper';
  /** 发文机关标志; letters only. */
  readonly letterhead: string;
  /** Right-top of page 1: class mark and publication mark, e.g. `A类`, `主动公开`. */
  readonly marks: readonly string[];
  /** 发文字号; '' for none. */
  readonly documentNumber: string;
  /** 签发人; '' for none. */
  readonly signer: string;
  readonly title: string;
  /** 主送, without its colon; '' for none. */
  readonly salutation: string;
  readonly blocks: readonly Block[];
  /** 署名 and date, `YYYY-MM-DD`; several bodies stand one under the other. */
  readonly signature: Signature | undefined;
  /** 附注, each in parentheses under the date: contact, publication attribute. */
  readonly notes: readonly string[];
  /** 抄送 */
  readonly copies: readonly string[];
  /** Not issued: says so on every page, so that a preview can never pass for the letter. */
  readonly isPreview: boolean;
}

export interface Signature {
  readonly bodies: readonly string[];
  readonly on: string;
}

export type Block = Paragraph | Heading | Fields | Grid;

/** Line breaks part it into paragraphs. */
interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
}

/** Numbered 一、（一）1.（1） by level, counted where it stands. */
interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly text: string;
}

/** A form: one labelled field a row. */
interface Fields {
  readonly kind: 'fields';
  readonly rows: readonly { readonly label: string; readonly value: string }[];
}

/** A table; `widths` are shares of the page's width. */
interface Grid {
  readonly kind: 'grid';
  readonly widths: readonly number[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What most documents leave empty. */
const EMPTY: OfficialDocument = {
  form: 'paper',
  letterhead: '',
  marks: [],
  documentNumber: '',
  signer: '',
  title: '',
  salutation: '',
  blocks: [],
  signature: undefined,
  notes: [],
  copies: [],
  isPreview: false,
};

export function officialDocument(parts: Partial<OfficialDocument> & { title: string }): OfficialDocument {
  return { ...EMPTY, ...parts };
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

export function heading(level: 1 | 2 | 3 | 4, text: string): Block {
  return { kind: 'heading', level, text };
}

/** Rows without a value are left out: a form shows what is known. */
export function fields(...rows: readonly (readonly [label: string, value: string])[]): Block {
  return {
    kind: 'fields',
    rows: rows.filter(([, value]) => value.trim() !== '').map(([label, value]) => ({ label, value })),
  };
}
