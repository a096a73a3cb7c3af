import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { attachmentRefused } from '../domain/rejections.ts';
import type { ResultEvidence } from '../domain/result-class.ts';
import { refuseAct } from '../domain/rights.ts';
import { changePart, type Change, type PartUnknown } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

type NamedFiles = Pick<ResultEvidence, 'attachments'>;

interface ChangeOfPart extends Change {
  readonly partId: string;
  readonly unknown: PartUnknown;
}

/**
 * A change that names files: each must be known to archive as clean, as the same bytes and as uploaded by the actor's
 * unit. Archive is asked before the transaction; who may not make the change is refused by the change itself, and learns
 * nothing of files.
 */
export async function changeWithFiles(
  ports: AssignmentPorts,
  ctx: CommandContext,
  change: ChangeOfPart & { readonly evidence: NamedFiles },
): Promise<CommandResult | Rejection> {
  const { evidence, ...part } = change;
  const [first] = evidence.attachments;
  if (first === undefined) return changePart(ports, ctx, part);
  if (!(await mayChange(ports, ctx, part))) {
    // Who may only since then has files that nobody has asked about.
    const decide = () => attachmentRefused('attachment-not-clean', first.attachmentId);
    return changePart(ports, ctx, { ...part, decide });
  }
  return (await refuseFiles(ports, ctx, evidence)) ?? changePart(ports, ctx, part);
}

function mayChange(
  ports: AssignmentPorts,
  ctx: CommandContext,
  { partId, action, share }: ChangeOfPart,
): Promise<boolean> {
  return ports.uow.read(ctx.tenant, async (tx) => {
    const suggestionId = await ports.cases.caseOfPart(tx, ctx.tenant, partId);
    const stored = suggestionId && (await ports.cases.load(tx, ctx.tenant, suggestionId));
    if (!stored) return false;
    const { suggestion } = stored;
    return refuseAct(ctx, action, suggestion, share?.(suggestion)) === undefined;
  });
}

async function refuseFiles(
  ports: Pick<AssignmentPorts, 'evidenceFiles'>,
  ctx: CommandContext,
  { attachments: files }: NamedFiles,
): Promise<Rejection | undefined> {
  const checked = await ports.evidenceFiles.check(ctx, { files, unitId: ctx.actor.unitId ?? '' });
  if (isRejection(checked)) return checked;
  for (const { attachmentId } of files) {
    const found = checked.find((file) => file.attachmentId === attachmentId);
    // An answer that leaves a file out says nothing for it.
    const code = found === undefined ? 'attachment-unknown' : found.code;
    if (code !== undefined) return attachmentRefused(code, attachmentId);
  }
  return undefined;
}
