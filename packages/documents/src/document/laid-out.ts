import { chineseDate } from './chinese-date.ts';
import { chineseNumber } from './chinese-number.ts';
import { oneLine, paragraphsOf } from './clean-text.ts';
import type { Block, OfficialDocument } from './official-document.ts';
import { titleLines } from './title-lines.ts';

/** A document as renderers take it: text cleaned, headings numbered, title broken. Plain JSON. */
export interface LaidOut {
  readonly form: 'letter' | 'paper';
  readonly letterhead: string;
  readonly marks: readonly string[];
  readonly documentNumber: string;
  readonly signer: string;
  readonly titleLines: readonly string[];
  readonly salutation: string;
  readonly blocks: readonly LaidOutBlock[];
  readonly signature: { readonly bodies: readonly string[]; readonly date: string } | null;
  readonly notes: readonly string[];
  readonly copies: string;
  readonly isPreview: boolean;
}

export type LaidOutBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | {
      readonly kind: 'table';
      readonly widths: readonly number[];
      /** Cells of the first column are labels. */
      readonly isLabelled: boolean;
      readonly head: readonly string[];
      /** Row, cell, paragraph. */
      readonly rows: readonly (readonly (readonly string[])[])[];
    };

/** A label is four characters wide in most forms. */
const FIELD_WIDTHS = [1, 4];

export function laidOut(document: OfficialDocument): LaidOut {
  const { signature } = document;
  return {
    form: document.form,
    letterhead: oneLine(document.letterhead),
    marks: document.marks.map(oneLine).filter((mark) => mark !== ''),
    documentNumber: oneLine(document.documentNumber),
    signer: oneLine(document.signer),
    titleLines: titleLines(oneLine(document.title)),
    salutation: oneLine(document.salutation),
    blocks: numbered(document.blocks),
    signature:
      signature === undefined
        ? null
        : { bodies: signature.bodies.map(oneLine), date: chineseDate(oneLine(signature.on)) },
    notes: document.notes.map(oneLine).filter((note) => note !== ''),
    copies: copiesLine(document.copies.map(oneLine).filter((copy) => copy !== '')),
    isPreview: document.isPreview,
  };
}

function copiesLine(copies: readonly string[]): string {
  return copies.length === 0 ? '' : `抄送：${copies.join('，')}。`;
}

function numbered(blocks: readonly Block[]): LaidOutBlock[] {
  const counts = [0, 0, 0, 0];
  return blocks.flatMap((block): LaidOutBlock[] => {
    switch (block.kind) {
      case 'paragraph':
        return paragraphsOf(block.text).map((text) => ({ kind: 'paragraph', text }));
      case 'heading': {
        counts[block.level - 1] = (counts[block.level - 1] ?? 0) + 1;
        counts.fill(0, block.level);
        const number = headingNumber(block.level, counts[block.level - 1] ?? 1);
        return [{ kind: 'heading', level: block.level, text: `${number}${oneLine(block.text)}` }];
      }
      case 'fields':
        return block.rows.length === 0 ? [] : [fieldTable(block.rows)];
      case 'grid':
        return [
          {
            kind: 'table',
            widths: block.widths,
            isLabelled: false,
            head: block.head.map(oneLine),
            rows: block.rows.map((row) => row.map(paragraphsOf)),
          },
        ];
    }
  });
}

function fieldTable(rows: readonly { readonly label: string; readonly value: string }[]): LaidOutBlock {
  return {
    kind: 'table',
    widths: FIELD_WIDTHS,
    isLabelled: true,
    head: [],
    rows: rows.map(({ label, value }) => [paragraphsOf(label), paragraphsOf(value)]),
  };
}

function headingNumber(level: 1 | 2 | 3 | 4, count: number): string {
  switch (level) {
    case 1:
      return `${chineseNumber(count)}、`;
    case 2:
      return `（${chineseNumber(count)}）`;
    case 3:
      return `${count}.`;
    case 4:
      return `（${count}）`;
  }
}
