import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { LaidOutBlock } from '../document/laid-out.ts';
import { mm, run, SIZE_4, TEXT_WIDTH_MM, type DocxFont } from './docx-styles.ts';

type TableBlock = Extract<LaidOutBlock, { kind: 'table' }>;

const TEXT_WIDTH = mm(TEXT_WIDTH_MM); // twips
const PADDING = 110; // twips

/** A table over the whole width of the text; its head repeats on each page. */
export function docxTable(block: TableBlock): Table {
  const total = block.widths.reduce((sum, share) => sum + share, 0);
  const columnWidths = block.widths.map((share) => Math.round((TEXT_WIDTH * share) / total));
  const head =
    block.head.length === 0
      ? []
      : [
          tableRow(
            block.head.map((text) => [text]),
            { columnWidths, font: () => 'black', isHead: true },
          ),
        ];
  const rows = block.rows.map((cells) =>
    tableRow(cells, {
      columnWidths,
      font: (index) => (block.isLabelled && index === 0 ? 'black' : 'body'),
      isHead: false,
    }),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths,
    rows: [...head, ...rows],
  });
}

function tableRow(
  cells: readonly (readonly string[])[],
  as: { columnWidths: readonly number[]; font: (index: number) => DocxFont; isHead: boolean },
): TableRow {
  return new TableRow({
    tableHeader: as.isHead,
    children: cells.map(
      (paragraphs, index) =>
        new TableCell({
          width: { size: as.columnWidths[index] ?? 0, type: WidthType.DXA },
          margins: { top: PADDING, bottom: PADDING, left: PADDING, right: PADDING },
          children: (paragraphs.length === 0 ? [''] : paragraphs).map(
            (text) =>
              new Paragraph({
                children: [run(text, as.font(index), { size: SIZE_4, characterSpacing: 0 })],
              }),
          ),
        }),
    ),
  });
}
