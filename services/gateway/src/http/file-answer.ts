import { z } from 'zod';

/** The bytes of a file as an answer; the document says `binary`. */
export const fileBytes = z
  .custom<Buffer>((value) => Buffer.isBuffer(value))
  .meta({ type: 'string', format: 'binary' });

/** A name for the browser's download: UTF-8 by RFC 6266, with a plain one for who cannot read it. */
export function attachmentHeader(name: string, extension: string): string {
  const encoded = encodeURIComponent(`${name}.${extension}`).replaceAll(/['()*]/g, (mark) => {
    return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  return `attachment; filename="document.${extension}"; filename*=UTF-8''${encoded}`;
}
