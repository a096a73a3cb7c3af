import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The open font (OFL) that PDFs embed: the whole of GB 18030's basic Chinese characters, body and heading weight. */
export const PDF_FONT_FAMILY = 'Noto Serif SC';
export const PDF_FONT_NAMES: readonly string[] = ['NotoSerifSC-Bold', 'NotoSerifSC-Regular'];

const FILES = ['400Regular/NotoSerifSC_400Regular.ttf', '700Bold/NotoSerifSC_700Bold.ttf'];

/** Full paths of its files; the package has six more weights that nobody asks for. */
export function pdfFontFiles(): string[] {
  const folder = dirname(require.resolve('@expo-google-fonts/noto-serif-sc/package.json'));
  return FILES.map((file) => join(folder, file));
}

/** Bytes of the body weight: both draw the same characters. */
export function bodyFont(): Buffer {
  return readFileSync(pdfFontFiles()[0]!);
}
