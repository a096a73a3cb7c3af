import { replyLetter } from '@huiyin/documents/templates/reply-letter';
import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import { opinionsOf } from '../domain/co-opinion.ts';
import { refuse } from '../domain/rejections.ts';
import type { ReplyDraft } from '../domain/reply-draft.ts';
import { replyFacts } from '../domain/reply-facts.ts';
import { activeShares } from '../domain/suggestion-case.ts';
import type { AssignmentPorts } from './ports.ts';
import { replyAtHand } from './reply-at-hand.ts';

/** Largest file that one answer carries over gRPC, with room for the rest. Bytes. */
const MOST_BYTES = 3 * 1024 * 1024;

/** The letter as it would be issued, as PDF. The text need not be saved; what is missing shows as missing. */
export function previewReply(
  ports: Pick<AssignmentPorts, 'uow' | 'cases' | 'reference' | 'letters' | 'people'>,
) {
  return async (
    { assignmentId, draft }: { readonly assignmentId: string; readonly draft: ReplyDraft },
    ctx: QueryContext,
  ): Promise<Uint8Array | Rejection> => {
    const found = await ports.uow.read(ctx.tenant, async (tx) => {
      const atHand = await replyAtHand(ports, tx, { assignmentId, ctx });
      if (isRejection(atHand)) return atHand;
      const unitNames = new Map<string, string>();
      for (const { unitId } of activeShares(atHand.suggestion))
        unitNames.set(unitId, (await ports.reference.unit(tx, unitId))?.name ?? '');
      const contactId = await ports.reference.contactOf(tx, atHand.share.unitId);
      return { ...atHand, unitNames, contactId, tenant: await ports.reference.tenant(tx) };
    });
    if (isRejection(found)) return found;
    const { suggestion, contactId } = found;
    // A confidential author is 代表 to the unit that writes: not even the names are asked for (decisions 21).
    const ids = suggestion.authorConfidential ? [] : suggestion.owed.map(({ deputyId }) => deputyId);
    const signers = opinionsOf(suggestion, 'accepted').flatMap(({ signedBy }) => signedBy || []);
    const asked = [...ids, ...signers, contactId].filter((id) => id !== '');
    const people = await ports.people.named(ctx, [...new Set(asked)]);
    if (isRejection(people)) return people;
    const names = new Map(people.map(({ personId, name }) => [personId, name]));
    const { name = '', phone = '' } = people.find(({ personId }) => personId === contactId) ?? {};
    const facts = replyFacts({ ...found, draft, names, contact: { name, phone } });
    const pdf = await ports.letters.pdf(replyLetter(facts));
    if (isRejection(pdf) || pdf.byteLength <= MOST_BYTES) return pdf;
    return refuse('invalid', 'document-too-large', '公文太长，无法生成预览');
  };
}
