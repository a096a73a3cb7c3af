/** PostScript names of the fonts a PDF embeds, without their subset tags, each once and sorted. */
export function embeddedFonts(pdf: Uint8Array): string[] {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const names = [...text.matchAll(/\/BaseFont\s*\/(?:[A-Z]{6}\+)?([^\s/<>[\]()]+)/g)].map(
    (match) => match[1]!,
  );
  // The descendant of a composite font repeats its name with the encoding behind it.
  return [...new Set(names.map((name) => name.replace(/-Identity-[HV]$/, '')))].toSorted();
}
