import { crc32, deflateRawSync } from 'node:zlib';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import { exifSegment, jpegFile, phoneExif, pngChunk, pngFile } from '@huiyin/testkit/photo-files';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflate } from '../content/inflate.ts';
import { checkContent as check, MAX_ATTACHMENT_BYTES, MAX_PHOTO_PIXELS } from './attachment-content.ts';

interface Part {
  readonly name: string;
  readonly text?: string;
  /** What the directory claims instead of the real size. */
  readonly declared?: number;
}

const TYPES: Part = { name: '[Content_Types].xml', text: '<Types/>' };
const DOCX: readonly Part[] = [TYPES, { name: 'word/document.xml', text: '<w:document/>' }];
const OFD: Part = {
  name: 'OFD.xml',
  text: '<?xml version="1.0" encoding="UTF-8"?><ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"/>',
};
const SIZE = { width: 16, height: 8 };
const PNG = pngFile(SIZE);

/** A zip as office programs write it. */
function zip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, text = '', declared } of parts) {
    const raw = Buffer.from(text);
    const packed = deflateRawSync(raw);
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(declared ?? raw.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, nameBytes, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, place, nameBytes]));
    bodies.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, central, end]);
}

/** The media type, or why the file is refused. */
function checkContent(name: string, bytes: Buffer): string | Rejection {
  const checked = check(name, bytes, inflate);
  return isRejection(checked) ? checked : checked.mediaType;
}
const docxWith = (...more: Part[]) => checkContent('方案.docx', zip([...DOCX, ...more]));

describe('the content of an attachment', () => {
  it('is told from its bytes and confirmed by its name', () => {
    expect(docxWith()).toContain('wordprocessingml');
    expect(checkContent('现场照片.PNG', PNG)).toBe('image/png');
    expect(checkContent('a.jpeg', jpegFile(SIZE))).toBe('image/jpeg');
    expect(checkContent('a.pdf', Buffer.from('%PDF-1.7\n'))).toBe('application/pdf');
    expect(checkContent('a.pdf', PNG)).toMatchObject({ code: 'attachment-type-differs' });
    expect(checkContent('a.exe', Buffer.from('MZ'))).toMatchObject({ code: 'attachment-type-refused' });
    expect(checkContent('a.docx', zip([TYPES]))).toMatchObject({ code: 'attachment-type-refused' });
  });

  it.each(['', 'a', '../a.png', 'a\u202egnp.exe', 'a\n.png', `${'长'.repeat(200)}.png`])(
    'is refused under the name %j',
    (name) => {
      expect(checkContent(name, PNG)).toMatchObject({ code: 'attachment-name-malformed', field: 'name' });
    },
  );

  it('is neither empty nor above the bound', () => {
    expect(checkContent('a.png', Buffer.alloc(0))).toMatchObject({ code: 'attachment-empty' });
    const head = Buffer.from('%PDF-1.7\n');
    const whole = Buffer.concat([head, Buffer.alloc(MAX_ATTACHMENT_BYTES - head.length)]);
    expect(checkContent('a.pdf', whole)).toBe('application/pdf');
    expect(checkContent('a.pdf', Buffer.concat([whole, Buffer.of(0)]))).toMatchObject({
      code: 'attachment-too-large',
    });
  });

  it.each<[string, Part]>([
    ['part-name-unsafe', { name: '../../etc/passwd' }],
    ['part-name-unsafe', { name: '/etc/passwd' }],
    ['part-name-unsafe', { name: 'WORD/document.xml' }],
    ['too-large-inside', { name: 'word/bomb.xml', text: '0'.repeat(9_000_000) }],
    ['too-large-inside', { name: 'word/liar.xml', text: '0'.repeat(9_000_000), declared: 10 }],
    ['malformed', { name: 'word/short.xml', text: 'abc', declared: 10 }],
  ])('is refused as %s', (problem, part) => {
    expect(docxWith(part)).toMatchObject({ code: 'attachment-container-unsafe', detail: { problem } });
  });

  it('has at most 2000 parts', () => {
    const many = Array.from({ length: 2000 }, (_, index) => ({ name: `word/${index}.xml` }));
    expect(docxWith(...many)).toMatchObject({ detail: { problem: 'too-many-parts' } });
  });

  it.each<Part>([
    { name: 'word/vbaProject.bin', text: 'x' },
    { name: 'word/embeddings/oleObject1.bin', text: 'x' },
    { name: 'word/media/tool.exe', text: 'x' },
    { name: 'word/media/image1.png', text: 'MZ' },
    { name: 'word/media/image2.png', text: 'PK\u0003\u0004' },
    { name: 'word/entities.xml', text: '<!DOCTYPE a [<!ENTITY b "c">]>' },
    {
      name: 'word/_rels/a.rels',
      text: '<Relationship Type="http://x/attachedTemplate" TargetMode="External"/>',
    },
  ])('is refused when it runs or fetches: $name', (part) => {
    expect(docxWith(part)).toMatchObject({ code: 'attachment-active-content' });
  });

  it('may hold a hyperlink', () => {
    const text = '<Relationship Type="http://x/hyperlink" Target="http://x" TargetMode="External"/>';
    expect(docxWith({ name: 'word/_rels/a.rels', text })).toContain('wordprocessingml');
  });

  it.each(['/JavaScript (x)', '/JS(x)', '/Launch', '/J#61vaScript'])(
    'is refused as a pdf with %s',
    (action) => {
      expect(checkContent('a.pdf', Buffer.from(`%PDF-1.7\n<< /S ${action} >>`))).toMatchObject({
        code: 'attachment-active-content',
      });
    },
  );

  it('is an OFD when OFD.xml at its root says so', () => {
    const page = { name: 'Doc_0/Pages/Page_0/Content.xml', text: '<ofd:Page/>' };
    expect(checkContent('发票.ofd', zip([OFD, page]))).toBe('application/ofd');
    const deeper = { ...OFD, name: 'Doc_0/OFD.xml' };
    for (const parts of [[page], [deeper, page], [{ ...OFD, text: '<html/>' }, page], [OFD, ...DOCX]])
      expect(checkContent('发票.ofd', zip(parts))).toMatchObject({ code: 'attachment-type-refused' });
    expect(checkContent('发票.docx', zip([OFD]))).toMatchObject({ code: 'attachment-type-differs' });
  });

  it.each<[string, Part]>([
    ['attachment-container-unsafe', { name: '../Doc_0/Document.xml' }],
    ['attachment-container-unsafe', { name: 'Doc_0/Res/bomb.bin', text: '0'.repeat(9_000_000) }],
    ['attachment-active-content', { name: 'Doc_0/Attachs/tool.exe', text: 'x' }],
    ['attachment-active-content', { name: 'Doc_0/Attachs/inner.docx', text: 'PK\u0003\u0004' }],
    ['attachment-active-content', { name: 'Doc_0/Attachs/a.pdf', text: '%PDF-1.7 /JavaScript (x)' }],
    ['attachment-active-content', { name: 'Doc_0/Document.xml', text: '<!DOCTYPE a [<!ENTITY b "c">]>' }],
  ])('is refused as an OFD: %s with $name', (code, part) => {
    expect(checkContent('发票.ofd', zip([OFD, part]))).toMatchObject({ code });
  });

  it('is one file only: a PDF that is a container too is refused, what hangs on to a photo goes', () => {
    const both = Buffer.concat([Buffer.from('%PDF-1.7\n'), zip(DOCX)]);
    expect(checkContent('a.pdf', both)).toMatchObject({ detail: { problem: 'two-kinds' } });
    const photo = jpegFile(SIZE);
    const kept = check('a.jpg', Buffer.concat([photo, zip(DOCX)]), inflate);
    expect(kept).toEqual({ mediaType: 'image/jpeg', bytes: photo });
  });

  it('is kept of a photo without place, device and time', () => {
    const photo = jpegFile(SIZE, exifSegment(phoneExif(6)));
    const checked = check('现场.jpg', photo, inflate);
    if (isRejection(checked)) throw new Error(checked.code);
    expect(photo.includes('HUIYIN PHONE')).toBe(true);
    expect(checked.bytes.includes('HUIYIN PHONE')).toBe(false);
    expect(checked.bytes.length).toBeLessThan(photo.length);
  });

  it('is a photo of a bounded number of pixels, told from its header', () => {
    const announcing = (width: number, height: number): Buffer => {
      const header = Buffer.alloc(13);
      header.writeUInt32BE(width, 0);
      header.writeUInt32BE(height, 4);
      const rest = PNG.subarray(8 + 12 + header.length);
      return Buffer.concat([PNG.subarray(0, 8), pngChunk('IHDR', header), rest]);
    };
    const side = 10_000;
    expect(checkContent('a.png', announcing(side, MAX_PHOTO_PIXELS / side))).toBe('image/png');
    expect(checkContent('a.png', announcing(side, MAX_PHOTO_PIXELS / side + 1))).toMatchObject({
      code: 'attachment-photo-too-large',
    });
    expect(checkContent('a.png', PNG.subarray(0, -4))).toMatchObject({
      ...{ code: 'attachment-photo-unreadable', detail: { problem: 'malformed' } },
    });
  });

  it('is judged, never thrown upon, whatever was cut or changed', () => {
    const whole = zip(DOCX);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, byte, length) => {
        const bytes = Buffer.from(whole.subarray(0, length));
        if (at < length) bytes[at] = byte;
        const verdict = checkContent('a.docx', bytes);
        expect(typeof verdict === 'string' || verdict.rejected).toBe(true);
        if (length < whole.length) expect(verdict).toMatchObject({ rejected: true });
      }),
    );
  });
});
