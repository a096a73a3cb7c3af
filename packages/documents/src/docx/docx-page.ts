import {
  AlignmentType,
  BorderStyle,
  DocumentGridType,
  Footer,
  Header,
  type ISectionOptions,
  LineRuleType,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import type { LaidOut } from '../document/laid-out.ts';
import { LINE_TWIPS, mm, pageNumberRun, RED, run, SIZE_4, TEXT_WIDTH_MM } from './docx-styles.ts';

const A4 = { width: 11_906, height: 16_838 }; // twips
/** 信函格式: the marks' top edge 20 mm from the paper's, the letterhead's 30 mm; the lower red line 20 mm from its foot. */
const HEADER_MM = 20;
const MARKS_MM = 10;
const FOOTER_MM = 20;
/** The red lines are 170 mm wide and centred on the paper: 8 mm left and 6 mm right of the text. */
const LINE_LEFT_MM = -8;
const LINE_RIGHT_MM = -6;
const LETTERHEAD_PT = 32;
const LETTERHEAD_ROOM_PT = 425; // 150 mm
/** Between letterhead and lines, points: 4 mm. */
const ABOVE_LINE_PT = 11;
const LINE_EIGHTHS = 24; // 3 pt: a thick and a thin line with their gap

type Page = Pick<ISectionOptions, 'properties' | 'headers' | 'footers'>;

/** Paper, margins and grid of GB/T 9704, with letterhead and page numbers. */
export function docxPage(document: LaidOut): Page {
  const isLetter = document.form === 'letter';
  return {
    properties: {
      titlePage: isLetter,
      page: {
        size: A4,
        margin: {
          top: mm(37),
          bottom: mm(35),
          left: mm(28),
          right: mm(26),
          header: mm(isLetter ? HEADER_MM : 15),
          footer: mm(FOOTER_MM),
        },
      },
      grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: LINE_TWIPS, charSpace: 0 },
    },
    headers: {
      default: new Header({ children: previewNote(document) }),
      even: new Header({ children: previewNote(document) }),
      ...(isLetter ? { first: new Header({ children: [marksLine(document), letterhead(document)] }) } : {}),
    },
    footers: {
      default: new Footer({ children: [pageNumber('odd')] }),
      even: new Footer({ children: [pageNumber('even')] }),
      ...(isLetter ? { first: new Footer({ children: [lowerLine()] }) } : {}),
    },
  };
}

function previewNote({ isPreview }: LaidOut): Paragraph[] {
  return isPreview ? [new Paragraph({ children: [previewWords()] })] : [];
}

function previewWords(): TextRun {
  return run('预览 · 尚未签发', 'body', { size: 24, color: '6E6E6E' });
}

function marksLine({ marks, isPreview }: LaidOut): Paragraph {
  return new Paragraph({
    spacing: { line: mm(MARKS_MM), lineRule: LineRuleType.EXACT },
    tabStops: [{ type: TabStopType.RIGHT, position: mm(TEXT_WIDTH_MM) }],
    children: [...(isPreview ? [previewWords()] : []), run('\t'), run(marks.join('　'), 'black')],
  });
}

function letterhead(document: LaidOut): Paragraph {
  const characters = Math.max(1, Array.from(document.letterhead).length);
  const points = Math.floor(Math.min(LETTERHEAD_PT, LETTERHEAD_ROOM_PT / characters));
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { left: mm(LINE_LEFT_MM), right: mm(LINE_RIGHT_MM) },
    border: {
      bottom: {
        style: BorderStyle.THICK_THIN_SMALL_GAP,
        size: LINE_EIGHTHS,
        color: RED,
        space: ABOVE_LINE_PT,
      },
    },
    children: [run(document.letterhead, 'title', { size: points * 2, color: RED, characterSpacing: 0 })],
  });
}

/** The lower red line stands where page 1 would have its number. */
function lowerLine(): Paragraph {
  return new Paragraph({
    spacing: { line: 20, lineRule: LineRuleType.EXACT },
    indent: { left: mm(LINE_LEFT_MM), right: mm(LINE_RIGHT_MM) },
    border: { bottom: { style: BorderStyle.THIN_THICK_SMALL_GAP, size: LINE_EIGHTHS, color: RED, space: 1 } },
    children: [],
  });
}

/** — 1 —, one character in from the outer edge: odd right, even left. */
function pageNumber(side: 'odd' | 'even'): Paragraph {
  const inset = SIZE_4 * 10; // half points to twips
  return new Paragraph({
    alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    indent: side === 'odd' ? { right: inset } : { left: inset },
    children: [pageNumberRun()],
  });
}
