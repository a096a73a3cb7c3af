import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { laidOut } from '../document/laid-out.ts';
import type { OfficialDocument } from '../document/official-document.ts';
import { embeddedFonts } from './embedded-fonts.ts';
import { FontCoverage } from './font-coverage.ts';
import { bodyFont, PDF_FONT_FAMILY, PDF_FONT_NAMES, pdfFontFiles } from './pdf-fonts.ts';
import { printableWith } from './printable-with.ts';

/** Results of earlier letters that are kept for the next: fonts and layout code, not texts of long ago. */
const CACHE_AGE = 10;
/** The day a document was composed is on it; the file has no clock of its own, so that equal facts make equal files. */
const NO_TIME_S = 946_684_800; // 2000-01-01

/**
 * Makes PDF/A-2b. The document travels as data beside a fixed source, never inside it: nothing a person wrote is
 * compiled. Synchronous, 2–20 ms a page once warm. Throws when the result does not embed exactly the fonts asked for.
 */
export function createTypstCompiler(): (document: OfficialDocument) => Uint8Array {
  const source = readFileSync(new URL('./letter.typ', import.meta.url), 'utf8');
  const coverage = new FontCoverage(bodyFont());
  // Typst may read files below its workspace: this folder holds its source and nothing else it asks for.
  const compiler = NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontBlobs: pdfFontFiles().map((file) => readFileSync(file)) }],
  });
  return (document) => {
    const data = printableWith(laidOut(document), coverage);
    const inputs = { document: JSON.stringify(data), family: PDF_FONT_FAMILY };
    const pdf = compiler.pdf(
      { mainFileContent: source, inputs },
      { pdfStandard: 'a-2b', creationTimestamp: NO_TIME_S },
    );
    compiler.evictCache(CACHE_AGE);
    const fonts = embeddedFonts(pdf);
    if (fonts.length === 0 || !fonts.every((name) => PDF_FONT_NAMES.includes(name))) {
      throw new Error(`the PDF embeds ${fonts.join(', ') || 'no font'}, not ${PDF_FONT_FAMILY}`);
    }
    return pdf;
  };
}
