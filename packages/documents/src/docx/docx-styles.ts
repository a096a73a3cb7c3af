import { type IRunOptions, LineRuleType, PageNumber, TextRun } from 'docx';

/**
 * Fonts by name: what GB/T 9704 asks for and the office's own machine has. They are licensed, so that none travels
 * inside the file; docs/how-to/install-fonts.md says what shows where they are missing.
 */
const DOCX_FONTS = {
  /** 3号仿宋, the body */
  body: '仿宋_GB2312',
  /** 小标宋, letterhead and title */
  title: '方正小标宋简体',
  /** 一、 */
  black: '黑体',
  /** （一） and a signer's name */
  kai: '楷体_GB2312',
  /** Page numbers, half-width. */
  song: '宋体',
} as const;

export type DocxFont = keyof typeof DOCX_FONTS;

/** Height of a line in twips: 225 mm in 22 lines (domain §4.4). */
export const LINE_TWIPS = 579;
/** Sizes in half points: 3号, 2号, 4号. */
export const SIZE_3 = 32;
export const SIZE_2 = 44;
export const SIZE_4 = 28;
/** 28 × 16 pt is wider than 156 mm: each character stands 0.25 pt tighter. Twips. */
const TIGHTER = -5;
export const RED = 'D6000F';
/** 版心 */
export const TEXT_WIDTH_MM = 156;

/** Every line of the body on the grid. */
export const ON_THE_GRID = { line: LINE_TWIPS, lineRule: LineRuleType.EXACT } as const;

export function mm(length: number): number {
  return Math.round((length * 1440) / 25.4);
}

/** Words in one font; Latin letters and digits in the same, as the grid needs. */
export function run(text: string, font: DocxFont = 'body', more: Partial<IRunOptions> = {}): TextRun {
  return new TextRun({ text, size: SIZE_3, characterSpacing: TIGHTER, font: named(font), ...more });
}

/** — 1 — in 4号 half-width Song. */
export function pageNumberRun(): TextRun {
  return new TextRun({ size: SIZE_4, font: named('song'), children: ['— ', PageNumber.CURRENT, ' —'] });
}

function named(font: DocxFont) {
  const name = DOCX_FONTS[font];
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' } as const;
}
