import { reject, type Rejection } from '@huiyin/kernel/rejection';
import { readHeic } from './photo/heic.ts';
import { readJpeg } from './photo/jpeg.ts';
import type { PhotoProblem, ReadPhoto } from './photo/photo.ts';
import { readPng } from './photo/png.ts';
import { readWebp } from './photo/webp.ts';
import { endsAsZip, openZip, type Inflate, type ZipPart, type ZipProblem } from './zip-container.ts';

/** A file that is taken. */
export interface CheckedContent {
  readonly mediaType: string;
  /** What is kept: of a photo only the picture, of everything else the whole file. */
  readonly bytes: Buffer;
}

/** Why the bytes of an attachment are refused. */
export type ContentCode =
  | 'attachment-name-malformed'
  | 'attachment-empty'
  | 'attachment-too-large'
  | 'attachment-type-refused'
  | 'attachment-type-differs'
  | 'attachment-container-unsafe'
  | 'attachment-active-content'
  | 'attachment-photo-unreadable'
  | 'attachment-photo-too-large';

/** 20 MiB. */
export const MAX_ATTACHMENT_BYTES = 20 * 1024 * 1024;
const MAX_NAME_LENGTH = 200;
/** A browser takes four bytes a pixel to show a photo, whatever few bytes announced it; phones reach 108 million. */
export const MAX_PHOTO_PIXELS = 120_000_000;

type PhotoKind = 'png' | 'jpg' | 'webp' | 'heic';
type Kind = PhotoKind | 'pdf' | 'docx' | 'xlsx' | 'pptx' | 'ofd';

const MEDIA_TYPES: Record<Kind, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  heic: 'image/heic',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ofd: 'application/ofd',
};
const OTHER_EXTENSIONS: Readonly<Record<string, Kind>> = { jpeg: 'jpg', heif: 'heic' };
const HEIC_BRANDS = ['heic', 'heix', 'mif1'];
const READERS: Record<PhotoKind, ReadPhoto> = {
  ...{ png: readPng, jpg: readJpeg, webp: readWebp, heic: readHeic },
};
/** The part that makes a container what its name says; OFD: GB/T 33190-2016 §7.1. */
const MAIN_PARTS = {
  docx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  pptx: 'ppt/presentation.xml',
  ofd: 'OFD.xml',
} as const;
/** The root element of an OFD, whatever its prefix. */
const OFD_ROOT = /<(?:[\w.-]+:)?OFD[\s>]/;
/** Parts that run, or that hide another file from these checks; names in lower case. */
const ACTIVE_PART =
  /(^|\/)(vbaproject\.bin|activex\/.*|embeddings\/.*)$|\.(exe|dll|scr|com|bat|cmd|js|vbs|ps1|jar|msi|lnk)$/;
/** PDF names may be written with #xx escapes, so they are undone before this is asked. */
const ACTIVE_PDF = /\/(JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)(?![A-Za-z0-9])/;

/** What an attachment is, told from its bytes and confirmed by its name, and what is kept of it; or why it is refused. */
export function checkContent(
  name: string,
  bytes: Buffer,
  inflate: Inflate,
): CheckedContent | Rejection<ContentCode> {
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
    return refuse('attachment-type-refused', '只接受 pdf、docx、xlsx、pptx、ofd、jpg、png、webp、heic 文件');
  if (kind !== kindOfName(name)) return refuse('attachment-type-differs', '文件内容与扩展名不符');
  if (parts?.some(isActive) === true || (kind === 'pdf' && isActivePdf(bytes)))
    return refuse('attachment-active-content', '文件含有宏、脚本、嵌入文件或外部链接对象');
  // Who opens it under another name would find another file in it.
  if (kind === 'pdf' && endsAsZip(bytes)) return unsafeContainer('two-kinds');
  return isPhoto(kind) ? photoOf(kind, bytes) : { mediaType: MEDIA_TYPES[kind], bytes };
}

function isPhoto(kind: Kind): kind is PhotoKind {
  return Object.hasOwn(READERS, kind);
}

/** Headers are read, nothing is decoded. */
function photoOf(kind: PhotoKind, file: Buffer): CheckedContent | Rejection<ContentCode> {
  const photo = READERS[kind](file);
  if (typeof photo === 'string') return unreadablePhoto(photo);
  if (photo.pixels > MAX_PHOTO_PIXELS) return refuse('attachment-photo-too-large', '照片不得超过 1.2 亿像素');
  return { mediaType: MEDIA_TYPES[kind], bytes: photo.bytes };
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
  const named = new Map(parts.map((part) => [part.name, part.bytes]));
  const kinds = (['docx', 'xlsx', 'pptx', 'ofd'] as const).filter((kind) => named.has(MAIN_PARTS[kind]));
  const [kind] = kinds;
  // A container that is two things is neither.
  if (kind === undefined || kinds.length > 1) return undefined;
  if (kind === 'ofd') return OFD_ROOT.test(String(named.get(MAIN_PARTS.ofd))) ? kind : undefined;
  return named.has('[Content_Types].xml') ? kind : undefined;
}

function kindOfName(name: string): Kind | undefined {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(MEDIA_TYPES, extension) ? (extension as Kind) : OTHER_EXTENSIONS[extension];
}

/** A hyperlink leads out only when somebody clicks it; every other external target is fetched on opening. */
function isActive(part: ZipPart): boolean {
  const name = part.name.toLowerCase();
  // An OFD carries other documents in it.
  if (part.bytes.toString('latin1', 0, 5) === '%PDF-' && isActivePdf(part.bytes)) return true;
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

function unreadablePhoto(problem: PhotoProblem): Rejection<ContentCode> {
  const message = problem === 'animated' ? '只接受照片，不接受动图' : '照片不完整，或不是通常的照片文件';
  return reject('invalid', 'attachment-photo-unreadable', message, { field: 'content', detail: { problem } });
}

function unsafeContainer(problem: ZipProblem | 'two-kinds'): Rejection<ContentCode> {
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
