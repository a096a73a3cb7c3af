import { AlignmentType, Paragraph, TabStopType, Table } from 'docx';
import type { LaidOut, LaidOutBlock } from '../document/laid-out.ts';
import { mm, ON_THE_GRID, run, SIZE_2, SIZE_3, SIZE_4, TEXT_WIDTH_MM, type DocxFont } from './docx-styles.ts';
import { docxTable } from './docx-table.ts';

/** Two characters. */
const INDENT = { firstLine: 630 }; // twips
/** 成文日期 stands four characters from the right edge. */
const DATE_FROM_RIGHT = 4 * 315; // twips

/** Everything between letterhead and the last line, top to bottom. */
export function docxBody(document: LaidOut): (Paragraph | Table)[] {
  return [
    ...marks(document),
    ...numberLine(document),
    ...title(document),
    ...salutation(document),
    ...document.blocks.map(block),
    ...signature(document),
    ...document.notes.map((note) => indented(`（${note}）`)),
    ...copies(document),
  ];
}

/** A letter has them above its letterhead. */
function marks({ form, marks: words }: LaidOut): Paragraph[] {
  if (form === 'letter' || words.length === 0) return [];
  const children = [run(words.join('　'), 'black')];
  return [new Paragraph({ alignment: AlignmentType.RIGHT, spacing: ON_THE_GRID, children })];
}

function numberLine({ documentNumber, signer }: LaidOut): Paragraph[] {
  if (documentNumber === '' && signer === '') return [];
  if (signer === '') {
    const children = [run(documentNumber)];
    return [new Paragraph({ alignment: AlignmentType.RIGHT, spacing: ON_THE_GRID, children })];
  }
  return [
    new Paragraph({
      spacing: ON_THE_GRID,
      tabStops: [{ type: TabStopType.RIGHT, position: mm(TEXT_WIDTH_MM) }],
      children: [run(documentNumber), run('\t'), run('签发人：'), run(signer, 'kai')],
    }),
  ];
}

function title({ titleLines, form }: LaidOut): Paragraph[] {
  if (titleLines.join('') === '') return [];
  const lines = titleLines.map(
    (line) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: ON_THE_GRID,
        keepNext: true,
        children: [run(line, 'title', { size: SIZE_2, characterSpacing: 0 })],
      }),
  );
  return [...(form === 'letter' ? [empty()] : []), ...lines, empty()];
}

function salutation({ salutation: to }: LaidOut): Paragraph[] {
  return to === '' ? [] : [new Paragraph({ spacing: ON_THE_GRID, children: [run(`${to}：`)] })];
}

const HEADING_FONTS: readonly DocxFont[] = ['black', 'kai', 'body', 'body'];

function block(each: LaidOutBlock): Paragraph | Table {
  switch (each.kind) {
    case 'paragraph':
      return indented(each.text);
    case 'heading':
      return indented(each.text, HEADING_FONTS[each.level - 1], { keepNext: true });
    case 'table':
      return docxTable(each);
  }
}

function indented(text: string, font: DocxFont = 'body', more: { keepNext?: boolean } = {}): Paragraph {
  return new Paragraph({ indent: INDENT, spacing: ON_THE_GRID, children: [run(text, font)], ...more });
}

function empty(): Paragraph {
  return new Paragraph({ spacing: ON_THE_GRID, children: [run('', 'body', { size: SIZE_3 })] });
}

/** The date four characters from the right, the body's name centred above it. */
function signature({ signature: signed }: LaidOut): Paragraph[] {
  if (signed === null) return [];
  const dateWidth = width(signed.date);
  return [
    empty(),
    ...[...signed.bodies, signed.date].map((line, index, all) => {
      const shift = index === all.length - 1 ? 0 : Math.round((dateWidth - width(line)) / 2);
      return new Paragraph({
        alignment: AlignmentType.RIGHT,
        spacing: ON_THE_GRID,
        keepNext: index < all.length - 1,
        indent: { right: Math.max(0, DATE_FROM_RIGHT + shift) },
        children: [run(line)],
      });
    }),
  ];
}

/** In twips; Latin letters and digits are half as wide. */
function width(text: string): number {
  return Array.from(text).reduce((sum, each) => sum + (each.codePointAt(0)! < 0x2000 ? 158 : 315), 0);
}

function copies({ copies: line }: LaidOut): Paragraph[] {
  if (line === '') return [];
  const one = SIZE_4 * 10;
  const children = [run(line, 'body', { size: SIZE_4, characterSpacing: 0 })];
  // Three characters hang: the names stand under each other behind 抄送：.
  const indent = { left: one * 4, right: one, hanging: one * 3 };
  return [empty(), new Paragraph({ indent, children })];
}
