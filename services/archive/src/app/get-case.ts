import { can } from '@huiyin/access/can';
import type { Subject } from '@huiyin/access/relation';
import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import { availableActs, type AvailableAct } from '../domain/available-acts.ts';
import type { CaseFile } from '../domain/case-file.ts';
import { mayKnowDue } from '../domain/fact-sight.ts';
import type { RegisterCase } from '../domain/register-row.ts';
import { foldCase } from '../domain/fold.ts';
import { mayReadNamed } from '../domain/may-read-named.ts';
import { nextAct } from '../domain/next-act.ts';
import { caseNotFound } from '../domain/rejections.ts';
import { GROUPS, readableGroups, type Group } from '../domain/visibility.ts';
import type { ArchivePorts, CaseRow, NamedAttachment, RecordedFact } from './ports.ts';
import { subjectOf } from './viewer.ts';

/** A case as one reader may see it. */
export interface CaseView {
  readonly row: CaseRow;
  readonly live: CaseFile | undefined;
  readonly register: RegisterCase | undefined;
  readonly readable: ReadonlySet<Group>;
  readonly dueKnown: boolean;
  readonly availableActs: readonly AvailableAct[];
  /** Who reads: of a readable group the part about one share may still be hidden (`mayReadOf`). */
  readonly reader: Subject;
  /** The case it was merged into, whose turn is also its own (decisions 2, S93); undefined for others. */
  readonly parent: ParentView | undefined;
  /** Of the parts that the reader may see. */
  readonly attachments: readonly NamedAttachment[];
  readonly unitNames: ReadonlyMap<string, string>;
  /** Highest version applied, by service. */
  readonly versions: ReadonlyMap<string, number>;
  readonly facts: readonly RecordedFact[];
}

/** What a child's page needs of its parent. */
export type ParentView = Pick<CaseView, 'row' | 'readable' | 'reader' | 'dueKnown'>;

/** One case by the reader's rights; one that may not be read does not exist for the reader. */
export function getCase(ports: Pick<ArchivePorts, 'uow' | 'files' | 'facts' | 'reference' | 'uses'>) {
  return (request: { caseId: string }, ctx: QueryContext): Promise<CaseView | Rejection> =>
    ports.uow.read(ctx.tenant, async (tx) => {
      const row = await ports.files.load(tx, ctx.tenant, request.caseId);
      if (row === undefined) return caseNotFound;
      if (row.origin === 'register') return registerView(row, ctx);
      const live = row.file as CaseFile;
      const readable = readableGroups(live, subjectOf(ctx));
      if (!readable.has('text')) return caseNotFound;
      const facts = await ports.facts.ofCase(tx, ctx.tenant, request.caseId);
      const unitNames = new Map<string, string>();
      for (const { unitId } of Object.values(live.shares)) {
        unitNames.set(unitId, (await ports.reference.unit(tx, unitId))?.name ?? '');
      }
      const versions = new Map<string, number>();
      for (const { service, version } of facts)
        versions.set(service, Math.max(version, versions.get(service) ?? 0));
      // Folded anew: a file that an earlier release saved lacks what offers ask for.
      const folded = foldCase(request.caseId, facts);
      const leadInOffice = isInOffice(await ports.reference.memberships(tx, live.leadDeputyId));
      const acts = availableActs(folded, subjectOf(ctx), { leadInOffice });
      const attachments = await ports.uses.ofCase(tx, ctx.tenant, request.caseId);
      return {
        ...{ row, live, register: undefined, readable, availableActs: acts, unitNames, versions, facts },
        reader: subjectOf(ctx),
        parent: await parentView(ports, tx, live, ctx),
        dueKnown: mayKnowDue(live, subjectOf(ctx), nextAct(live)),
        attachments: attachments.filter(({ attachmentId, part }) =>
          folded.attachments.some(
            (named) =>
              named.attachmentId === attachmentId &&
              named.part === part &&
              mayReadNamed(folded, subjectOf(ctx), named),
          ),
        ),
      };
    });
}

/** A parent is never merged itself, so that one step leads to it. */
async function parentView(
  ports: Pick<ArchivePorts, 'files'>,
  tx: Tx,
  { ended, parentCaseId }: CaseFile,
  ctx: QueryContext,
): Promise<ParentView | undefined> {
  if (ended !== 'merged' || parentCaseId === '') return undefined;
  const row = await ports.files.load(tx, ctx.tenant, parentCaseId);
  if (row?.origin !== 'live') return undefined;
  const [file, reader] = [row.file as CaseFile, subjectOf(ctx)];
  const readable = readableGroups(file, reader);
  if (!readable.has('text')) return undefined;
  return { row, readable, reader, dueKnown: mayKnowDue(file, reader, nextAct(file)) };
}

/** Whose mandate is not heard of yet is taken to hold it. */
function isInOffice(memberships: readonly { readonly role: string; readonly active: boolean }[]): boolean {
  return memberships.length === 0 || memberships.some(({ role, active }) => role === 'deputy' && active);
}

/** Past cases are public facts of the tenant: whoever may list may read. */
function registerView(row: CaseRow, ctx: QueryContext): CaseView | Rejection {
  if (!can(subjectOf(ctx), 'archive.read-list', { tenant: ctx.tenant, relations: [] }).allowed)
    return caseNotFound;
  return {
    row,
    live: undefined,
    register: row.file as RegisterCase,
    readable: new Set(GROUPS),
    dueKnown: false,
    availableActs: [],
    reader: subjectOf(ctx),
    parent: undefined,
    attachments: [],
    unitNames: new Map(),
    versions: new Map(),
    facts: [],
  };
}
