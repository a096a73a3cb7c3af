import { reject, type Rejection } from '@huiyin/kernel/rejection';
import { openZip, type Inflate, type ZipPart, type ZipProblem } from './zip-container.ts';

/** Why the bytes of an attachment are refused. */
export type ContentCode =
  | 'attachment-name-malformed'
  | 'attachment-empty'
  | 'attachment-too-large'
  | 'attachment-type-refused'
  | 'attachment-type-differs'
  | 'attachment-container-unsafe'
  | 'attachment-active-content';

/** 20 MiB. */
export const MAX_ATTACHMENT_BYTES = 20 * 1024 * 1024;
const MAX_NAME_LENGTH = 200;

type Kind = 'pdf' | 'png' | 'jpg' | 'webp' | 'heic' | 'docx' | 'xlsx' | 'pptx';

const MEDIA_TYPES: Record<Kind, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  heic: 'image/heic',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};
const OTHER_EXTENSIONS: Readonly<Record<string, Kind>> = { jpeg: 'jpg', heif: 'heic' };
const HEIC_BRANDS = ['heic', 'heix', 'mif1'];
/** The part that makes a container what its name says. */
const MAIN_PARTS = {
  docx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  pptx: 'ppt/presentation.xml',
} as const;
/** Parts that run, or that hide another file from these checks; names in lower case. */
const ACTIVE_PART =
  /(^|\/)(vbaproject\.bin|activex\/.*|embeddings\/.*)$|\.(exe|dll|scr|com|bat|cmd|js|vbs|ps1|jar|msi|lnk)$/;
/** PDF names may be written with #xx escapes, so they are undone before this is asked. */
const ACTIVE_PDF = /\/(JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)(?![A-Za-z0-9])/;

/** Media type of an attachment, told from its bytes and confirmed by its name; or why it is refused. */
export function checkContent(name: string, bytes: Buffer, inflate: Inflate): string | Rejection<ContentCode> {
  if (
    name.length > MAX_NAME_LENGTH ||
    !/^[^/\\\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+\.[A-Za-z]+$/.test(name)
  )
    return refuse('attachment-name-malformed', '文件名须带扩展名，不超过 200 字，不含路径或控制字符');
  if (bytes.length === 0) return refuse('attachment-empty', '文件是空的');
  if (bytes.length > MAX_ATTACHMENT_BYTES) return refuse('attachment-too-large', '文件不得超过 20 MB');
  const parts = isZip(bytes) ? openZip(bytes, inflate) : undefined;
  if (typeof parts === 'string') return unsafeContainer(parts);
  const kind = parts === undefined ? kindOfBytes(bytes) : kindOfParts(parts);
  if (kind === undefined)
    return refuse('attachment-type-refused', '只接受 pdf、docx、xlsx、pptx、jpg、png、webp、heic 文件');
  if (kind !== kindOfName(name)) return refuse('attachment-type-differs', '文件内容与扩展名不符');
  if (parts?.some(isActive) === true || (kind === 'pdf' && isActivePdf(bytes)))
    return refuse('attachment-active-content', '文件含有宏、脚本、嵌入文件或外部链接对象');
  return MEDIA_TYPES[kind];
}

function isZip(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 4) === 'PK\u0003\u0004';
}

function kindOfBytes(bytes: Buffer): Kind | undefined {
  const head = bytes.toString('latin1', 0, 12);
  if (head.startsWith('%PDF-')) return 'pdf';
  if (head.startsWith('\u0089PNG\r\n\u001a\n')) return 'png';
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'jpg';
  if (head.startsWith('RIFF') && head.slice(8) === 'WEBP') return 'webp';
  return head.slice(4, 8) === 'ftyp' && HEIC_BRANDS.includes(head.slice(8)) ? 'heic' : undefined;
}

function kindOfParts(parts: readonly ZipPart[]): Kind | undefined {
  const names = new Set(parts.map((part) => part.name));
  if (!names.has('[Content_Types].xml')) return undefined;
  const kinds = (['docx', 'xlsx', 'pptx'] as const).filter((kind) => names.has(MAIN_PARTS[kind]));
  return kinds.length === 1 ? kinds[0] : undefined;
}

function kindOfName(name: string): Kind | undefined {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(MEDIA_TYPES, extension) ? (extension as Kind) : OTHER_EXTENSIONS[extension];
}

/** A hyperlink leads out only when somebody clicks it; every other external target is fetched on opening. */
function isActive(part: ZipPart): boolean {
  const name = part.name.toLowerCase();
  if (ACTIVE_PART.test(name) || isZip(part.bytes) || part.bytes.toString('latin1', 0, 2) === 'MZ')
    return true;
  if (!name.endsWith('.xml') && !name.endsWith('.rels')) return false;
  const xml = part.bytes.toString('utf8');
  // Without UTF-8 the text below could not be read, and a document type brings entities.
  if (xml.includes('\u0000') || /<!DOCTYPE|<!ENTITY/i.test(xml)) return true;
  if (!name.endsWith('.rels')) return /macroEnabled/i.test(xml);
  const external = (xml.match(/<[^<>]*>/g) ?? []).filter((tag) =>
    /TargetMode\s*=\s*["']\s*(?!Internal["'])/.test(tag),
  );
  return external.some((tag) => !/Type\s*=\s*["'][^"']*\/hyperlink["']/.test(tag));
}

function isActivePdf(bytes: Buffer): boolean {
  const text = bytes
    .toString('latin1')
    .replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return ACTIVE_PDF.test(text);
}

function unsafeContainer(problem: ZipProblem): Rejection<ContentCode> {
  return reject('invalid', 'attachment-container-unsafe', '文件的压缩结构不安全或已损坏', {
    field: 'content',
    detail: { problem },
  });
}

function refuse(code: ContentCode, message: string): Rejection<ContentCode> {
  return reject('invalid', code, message, {
    field: code === 'attachment-name-malformed' ? 'name' : 'content',
  });
}
