import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Office } from '@huiyin/testkit/office';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officialDocument, paragraph } from '../src/document/official-document.ts';
import { renderDocx } from '../src/docx/render-docx.ts';
import { pdfFontFiles } from '../src/pdf/pdf-fonts.ts';
import { createPdfRenderer, type PdfRenderer } from '../src/pdf/pdf-renderer.ts';
import { readPng } from './read-png.ts';
import { SAMPLES } from './samples.ts';

const LINES = 30;
const CHARACTERS = 28;
const LINES_A_PAGE = 22; // GB/T 9704-2012 5.2.2: 22 lines of 28 characters

// The first line is indented by two characters.
const FULL = officialDocument({ title: '', blocks: [paragraph('汉'.repeat(LINES * CHARACTERS - 2))] });

/** Enough to tell a line from a gap, little enough that a newer Poppler draws the same. */
const DOTS_PER_INCH = 24;
/** Of 255: antialiasing differs, a moved line does not hide. */
const MOST_MEAN_DIFFERENCE = 2;

let office: Office;
let pdfs: PdfRenderer;
let byOffice: ReadonlyMap<string, string>;

beforeAll(async () => {
  [office, pdfs] = [await Office.open(), createPdfRenderer()];
  const documents = Object.entries({ full: FULL, ...SAMPLES });
  const files: string[] = [];
  for (const [name, document] of documents)
    files.push(await office.keep(`${name}.docx`, await renderDocx(document)));
  const converted = await office.toPdf(files, pdfFontFiles().map(dirname));
  byOffice = new Map(documents.map(([name], index) => [name, converted[index] ?? '']));
});

afterAll(async () => {
  await pdfs.close();
  await office.close();
});

async function ownPdf(name: string, document: typeof FULL): Promise<string> {
  const pdf = await pdfs.render(document);
  if ('rejected' in pdf) throw new Error(pdf.code);
  return office.keep(`${name}.pdf`, pdf);
}

function lines(page: string): string[] {
  return page
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.includes('汉'));
}

function expectGrid(pages: readonly string[]): void {
  const [first = '', second = ''] = pages;
  expect(pages).toHaveLength(2);
  expect(lines(first).map((line) => Array.from(line).length)).toEqual([
    CHARACTERS - 2,
    ...Array<number>(LINES_A_PAGE - 1).fill(CHARACTERS),
  ]);
  expect(lines(second).map((line) => Array.from(line).length)).toEqual(
    Array<number>(LINES - LINES_A_PAGE).fill(CHARACTERS),
  );
  expect(first).toMatch(/—\s*1\s*—/);
}

describe('30 lines of 28 characters fill page 1 with 22', () => {
  it('in the .docx as LibreOffice lays it out', async () => {
    expectGrid(await office.pages(byOffice.get('full') ?? ''));
  });

  it('in the PDF', async () => {
    expectGrid(await office.pages(await ownPdf('full', FULL)));
  });
});

describe.each(Object.entries(SAMPLES))('%s', (name, document) => {
  it('says the same in both formats', async () => {
    // Where a page ends is the renderer's; only its number differs.
    const words = (pages: readonly string[]): string[] =>
      Array.from(pages.join('').replaceAll(/—\s*\d+\s*—|\s/g, '')).toSorted();
    const own = await office.pages(await ownPdf(name, document));
    expect(words(await office.pages(byOffice.get(name) ?? ''))).toEqual(words(own));
  });

  it('looks like its picture', async () => {
    const picture = await office.picture(await ownPdf(name, document), DOTS_PER_INCH);
    const golden = new URL(`./golden/${name}.png`, import.meta.url);
    if (process.env['HUIYIN_GOLDEN'] === 'write') await writeFile(golden, picture);
    expect(existsSync(golden), `${name}.png is kept; HUIYIN_GOLDEN=write writes it`).toBe(true);
    const [now, kept] = [readPng(picture), readPng(await readFile(golden))];
    expect([now.width, now.height]).toEqual([kept.width, kept.height]);
    const difference = now.bytes.reduce((sum, byte, at) => sum + Math.abs(byte - kept.bytes[at]!), 0);
    expect(difference / now.bytes.length).toBeLessThan(MOST_MEAN_DIFFERENCE);
  });
});
