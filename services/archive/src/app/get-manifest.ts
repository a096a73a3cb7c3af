import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import { caseNotFound } from '../domain/rejections.ts';
import { getCase } from './get-case.ts';
import type { ArchivePorts, Manifest } from './ports.ts';

/** The manifest a sealed case was closed over. */
export function getManifest(ports: ArchivePorts) {
  const readCase = getCase(ports);
  return async (request: { caseId: string }, ctx: QueryContext): Promise<Manifest | Rejection> => {
    const view = await readCase(request, ctx);
    if (isRejection(view)) return view;
    const manifest = await ports.uow.read(ctx.tenant, (tx) =>
      ports.manifests.load(tx, ctx.tenant, request.caseId),
    );
    return manifest ?? caseNotFound;
  };
}
