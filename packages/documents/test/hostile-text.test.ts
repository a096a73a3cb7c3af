import { docxTexts } from '@huiyin/testkit/docx-texts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanText } from '../src/document/clean-text.ts';
import { fields, heading, officialDocument, paragraph } from '../src/document/official-document.ts';
import { renderDocx } from '../src/docx/render-docx.ts';
import { embeddedFonts } from '../src/pdf/embedded-fonts.ts';
import { FontCoverage } from '../src/pdf/font-coverage.ts';
import { bodyFont, PDF_FONT_NAMES } from '../src/pdf/pdf-fonts.ts';
import { createPdfRenderer, type PdfRenderer } from '../src/pdf/pdf-renderer.ts';
import { printableWith } from '../src/pdf/printable-with.ts';
import { laidOut } from '../src/document/laid-out.ts';

const RUNS = 50;

const hostile = fc.oneof(
  fc.constantFrom(
    '#read("/etc/passwd")',
    '#import "letter.typ": *',
    '#panic()',
    '#set page(paper: "a0")',
    '*粗* _斜_ $x^2$ `code` <label> @ref = 标题',
    '\\u{41} \\ // comment /* open',
    '"]; #(1 + 1)',
    '<w:p/>&amp;<![CDATA[ ]]>',
    '\u202e反着\u0000\u0008\ud800\uffff',
    '😀𠮷👨‍👩‍👧',
    '= 1\n+ 2\n- 3',
  ),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

let pdfs: PdfRenderer;
beforeAll(() => {
  pdfs = createPdfRenderer();
});
afterAll(() => pdfs.close());

function documentOf(text: string) {
  return officialDocument({
    form: 'letter',
    letterhead: text,
    marks: [text],
    documentNumber: text,
    signer: text,
    title: text,
    salutation: text,
    blocks: [heading(1, text), paragraph(text), fields(['甲', text], [text, '乙'])],
    signature: { bodies: [text], on: text },
    notes: [text],
    copies: [text],
  });
}

describe('whatever a person wrote', () => {
  it('is printed as text, in the font asked for, and never fails a document', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const pdf = await pdfs.render(documentOf(text));
        if ('rejected' in pdf) throw new Error(pdf.code);
        expect(embeddedFonts(pdf).every((name) => PDF_FONT_NAMES.includes(name))).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  it('stands in the .docx as the very text, in well-formed XML', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const docx = await renderDocx(officialDocument({ title: '', blocks: [paragraph(text)] }));
        const expected = cleanText(text)
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '');
        expect(docxTexts(docx)).toEqual(expected);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a character that the font cannot draw', () => {
  it('is set as 〓, and the document says which it was', () => {
    const data = laidOut(officialDocument({ title: '标题', blocks: [paragraph('林𠮷代表😀')] }));
    const printed = printableWith(data, new FontCoverage(bodyFont()));
    expect(printed.blocks).toEqual([{ kind: 'paragraph', text: '林〓代表〓' }]);
    expect(printed.notes).toEqual(['字库缺2个字，以〓代替：U+20BB7、U+1F600']);
  });

  it('is none of the 20,902 of basic Chinese', () => {
    const coverage = new FontCoverage(bodyFont());
    for (let code = 0x4e00; code <= 0x9fa5; code += 1) expect(coverage.has(code)).toBe(true);
    expect(coverage.has(0x20bb7)).toBe(false);
  });
});

describe('the thread that makes PDFs', () => {
  it('refuses a flood with a code and makes the rest', async () => {
    const document = officialDocument({ title: '标题' });
    const answers = await Promise.all(Array.from({ length: 80 }, () => pdfs.render(document)));
    const refused = answers.filter((answer) => 'rejected' in answer);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every((answer) => 'code' in answer && answer.code === 'documents-busy')).toBe(true);
    expect(answers.length - refused.length).toBeGreaterThan(0);
  });

  it('fails a document that cannot be made, and makes those that wait behind it', async () => {
    const [broken, whole] = await Promise.allSettled([
      pdfs.render({} as never),
      pdfs.render(officialDocument({ title: '标题' })),
    ]);
    expect(broken.status).toBe('rejected');
    expect(whole).toMatchObject({ status: 'fulfilled', value: expect.any(Uint8Array) });
  });

  it('fails what waits when it is closed, and begins again', async () => {
    const waiting = [1, 2, 3].map(() => pdfs.render(officialDocument({ title: '标题' })));
    const ends = Promise.allSettled(waiting);
    await pdfs.close();
    expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await pdfs.render(officialDocument({ title: '标题' }))).toBeInstanceOf(Uint8Array);
  });
});
