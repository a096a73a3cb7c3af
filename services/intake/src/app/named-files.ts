import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import { attachmentRefused } from '../domain/rejections.ts';
import { tidyText, refuseTooLong, type NamedFile, type SuggestionText } from '../domain/text.ts';
import type { IntakePorts } from './ports.ts';

/**
 * The text with its files as archive knows them, or why it may not name one. Files that the text `before` named already
 * were asked for then. Ask before the transaction: this is a call to a peer.
 */
export async function settleFiles(
  ports: Pick<IntakePorts, 'checkFiles'>,
  ctx: QueryContext,
  text: SuggestionText,
  by: { readonly before: readonly NamedFile[]; readonly uploaderIds: readonly string[] },
): Promise<SuggestionText | Rejection> {
  const wanted = tidyText(text).attachments;
  // What does not fit the form is refused without asking.
  if (wanted.length === 0 || refuseTooLong(tidyText(text)) !== undefined) return text;
  const before = new Map(by.before.map((file) => [file.attachmentId, file]));
  const known = (file: NamedFile): NamedFile | undefined => {
    const earlier = before.get(file.attachmentId);
    return earlier?.sha256 === file.sha256 ? earlier : undefined;
  };
  const unasked = wanted.filter((file) => known(file) === undefined);
  if (unasked.length === 0) return { ...text, attachments: wanted.map((file) => known(file) ?? file) };
  const checked = await ports.checkFiles(ctx, { files: unasked, uploaderIds: by.uploaderIds });
  if (isRejection(checked)) return checked;
  const names = new Map<string, string>();
  for (const { attachmentId, code, name } of checked) {
    if (code !== undefined) return attachmentRefused(code, attachmentId);
    names.set(attachmentId, name);
  }
  const attachments: NamedFile[] = [];
  for (const file of wanted) {
    const earlier = known(file);
    const name = names.get(file.attachmentId);
    // An answer that leaves a file out says nothing for it.
    if (earlier === undefined && name === undefined)
      return attachmentRefused('attachment-unknown', file.attachmentId);
    attachments.push(earlier ?? { ...file, name: name ?? '' });
  }
  return { ...text, attachments };
}
