import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CaseFile } from '../case/use-case.ts';

/** After a refusal the browser does not come back by itself. Spread, so that not everybody comes at once. */
const COME_BACK_MS = 10_000;
const SPREAD_MS = 10_000;

/** What changes only by being asked for. */
const KEPT: ReadonlySet<string> = new Set(['me', 'names', 'business-clock', 'notices']);

/**
 * Fetches again what has changed while the page is open: the case that is looked at, and the reader's notices. The
 * stream says only that something changed. A browser opens six connections to one host, so hidden pages have none.
 */
export function useLive(caseId: string | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    let source: EventSource | undefined;
    let later: number | undefined;
    const close = (): void => {
      window.clearTimeout(later);
      source?.close();
      source = undefined;
    };
    const open = (): void => {
      close();
      if (document.hidden) return;
      source = new EventSource(`/api/v1/stream${caseId === undefined ? '' : `?case=${caseId}`}`);
      source.addEventListener('case', ({ data }: MessageEvent<string>) => hearCase(queries, data));
      source.addEventListener('notices', () => void queries.invalidateQueries({ queryKey: ['notices'] }));
      source.addEventListener('error', () => {
        if (source?.readyState !== EventSource.CLOSED) return;
        later = window.setTimeout(open, COME_BACK_MS + Math.random() * SPREAD_MS);
      });
    };
    open();
    document.addEventListener('visibilitychange', open);
    return () => {
      document.removeEventListener('visibilitychange', open);
      close();
    };
  }, [queries, caseId]);
}

/** Does nothing when the page has this state of the case already. */
function hearCase(queries: QueryClient, data: string): void {
  const { caseId, asOf } = JSON.parse(data) as { readonly caseId: string; readonly asOf: string };
  if (queries.getQueryData<CaseFile>(['case', caseId])?.asOf === asOf) return;
  void queries.invalidateQueries({ predicate: ({ queryKey }) => !KEPT.has(String(queryKey[0])) });
}
