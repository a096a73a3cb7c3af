import { can } from '@huiyin/access/can';
import type { CommandContext } from '@huiyin/kernel/command-context';
import { localDateOf, type LocalDate } from '@huiyin/kernel/local-date';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import type { CaseFile } from '../domain/case-file.ts';
import type { Fact } from '../domain/fact.ts';
import { manifestOf } from '../domain/manifest.ts';
import { caseNotFound, notPermitted } from '../domain/rejections.ts';
import { refuseSeal } from '../domain/sealing.ts';
import { readableGroups } from '../domain/visibility.ts';
import type { ArchivePorts } from './ports.ts';
import { subjectOf } from './viewer.ts';

/** 归档: closes the file over the manifest of every fact that exists by now. */
export function sealCase(ports: ArchivePorts) {
  return (request: { caseId: string }, ctx: CommandContext): Promise<CommandResult | Rejection> =>
    ports.uow.command(ctx, request.caseId, async (tx, stream) => {
      const decision = can(subjectOf(ctx), 'archive.seal', { tenant: ctx.tenant, relations: [] });
      const row = await ports.files.load(tx, ctx.tenant, request.caseId);
      if (row === undefined || row.origin === 'register') return caseNotFound;
      const file = row.file as CaseFile;
      if (!readableGroups(file, subjectOf(ctx)).has('text')) return caseNotFound;
      if (!decision.allowed) return notPermitted(decision.reason);
      const refused = refuseSeal(file);
      if (refused !== undefined) return refused;
      const facts = await ports.facts.ofCase(tx, ctx.tenant, request.caseId);
      const manifest = manifestOf(request.caseId, facts);
      await ports.manifests.save(tx, ctx.tenant, request.caseId, manifest);
      const on = localDateOf(ctx.at);
      await stream.append({
        type: 'case-sealed',
        payload: {
          suggestionId: request.caseId,
          manifestHash: manifest.hash,
          entries: manifest.entries,
          sealedOn: on,
          clocks: archiveClockMet(request.caseId, facts, on),
        },
      });
      await ports.files.save(tx, ctx.tenant, { ...file, sealedOn: on }, row.leadUnitNames, ctx.at);
      return { id: request.caseId };
    });
}

/** Each closing has started a clock of its own; one that ended without closing owes none. */
function archiveClockMet(subject: string, facts: readonly Fact[], startDate: LocalDate) {
  const round = facts.filter(({ type }) => type === 'suggestion-closed').length;
  return round === 0 ? [] : [{ op: 'CLOCK_OP_MEET', kind: 'archive', subject, round, startDate }];
}
