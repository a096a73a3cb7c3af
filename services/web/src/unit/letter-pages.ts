import { getDocument, GlobalWorkerOptions } from 'pdfjs-dist/legacy/build/pdf.mjs';

GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/legacy/build/pdf.worker.min.mjs', import.meta.url).href;

/** Pictures are drawn for a sheet this wide, in CSS pixels, at the screen's own density. */
const SHEET_WIDTH = 440;
const MOST_DENSITY = 2;

/** Draws every page of a letter; each picture carries the page's words for those who do not see it. */
export async function drawLetter(pdf: ArrayBuffer): Promise<readonly HTMLCanvasElement[]> {
  // Nothing but what the page's policy allows: no WebAssembly.
  const loading = getDocument({ data: pdf, useWasm: false });
  try {
    const letter = await loading.promise;
    const pictures: HTMLCanvasElement[] = [];
    for (let number = 1; number <= letter.numPages; number += 1) {
      const page = await letter.getPage(number);
      const density = Math.min(MOST_DENSITY, window.devicePixelRatio);
      const scale = (SHEET_WIDTH / page.getViewport({ scale: 1 }).width) * density;
      const viewport = page.getViewport({ scale });
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(viewport.width);
      canvas.height = Math.round(viewport.height);
      await page.render({ canvas, viewport }).promise;
      const { items } = await page.getTextContent();
      canvas.textContent = items
        .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
        .join('');
      pictures.push(canvas);
    }
    return pictures;
  } finally {
    await loading.destroy();
  }
}
