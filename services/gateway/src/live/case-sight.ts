import { createHash } from 'node:crypto';
import { ArchiveServiceService } from '@huiyin/contracts/gen/archive/v1/service';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { Peers } from '../http/peers.ts';
import type { Session } from '../session/session.ts';

/** What one reader may see of a case, as a mark that differs when that differs. */
export interface CaseSight {
  readonly mark: string;
  /** RFC 3339 time of the last fact in it. */
  readonly asOf: string;
  /** False when the news that were waited for had not arrived in time. */
  readonly upToDate: boolean;
}

/**
 * Looks at a case with the reader's own rights. Facts that the reader may not see leave the mark as it was, so that
 * not even their moment is told.
 */
export async function lookAtCase(
  peers: Peers,
  session: Session,
  which: { readonly caseId: string; readonly after: readonly string[] },
): Promise<CaseSight | Rejection> {
  const options = { as: session };
  const request = { caseId: which.caseId, after: [...which.after] };
  const found = await peers.call(ArchiveServiceService, 'getCase', request, options);
  if (isRejection(found)) return found;
  const newest = { caseId: which.caseId, page: { limit: 1, cursor: '' } };
  const timeline = await peers.call(ArchiveServiceService, 'listTimeline', newest, options);
  if (isRejection(timeline)) return timeline;
  const { asOf, upToDate, ...seen } = found;
  return {
    asOf,
    upToDate,
    mark: createHash('sha256')
      .update(JSON.stringify([seen, timeline], plain))
      .digest('hex'),
  };
}

function plain(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
