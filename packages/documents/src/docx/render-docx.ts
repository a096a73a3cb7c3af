import { Document, Packer } from 'docx';
import { laidOut } from '../document/laid-out.ts';
import type { OfficialDocument } from '../document/official-document.ts';
import { docxBody } from './docx-body.ts';
import { docxPage } from './docx-page.ts';

/** The document as .docx for the office's own Word or WPS, to be read, sealed or gone on with. */
export async function renderDocx(document: OfficialDocument): Promise<Uint8Array> {
  const data = laidOut(document);
  const file = new Document({
    title: data.titleLines.join(''),
    creator: data.letterhead === '' ? '回音' : data.letterhead,
    evenAndOddHeaderAndFooters: true,
    sections: [{ ...docxPage(data), children: docxBody(data) }],
  });
  return Packer.toBuffer(file);
}
