import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { forget, keep, keptUnder } from '../act/kept.ts';
import { hasMembers, isRecord, isText } from '../act/kept-shape.ts';
import { api, dataOf, Refused } from '../api/client.ts';
import type { AssignmentFile } from '../api/use-assignment.ts';
import { draftInput, savedReply, type ReplyText, type SavedReply } from './reply-text.ts';

/** Typing rests this long before the draft is saved. */
const REST_MS = 1_500;
/** While the server cannot be reached, it is tried this often. */
const RETRY_MS = 10_000;

/** What was typed in this browser, and the server's draft that it was typed over. */
interface Kept {
  readonly text: ReplyText;
  readonly base: string;
}

interface State {
  readonly text: ReplyText;
  /** Hash of the server's draft that the text grew from. */
  readonly base: string;
  readonly isDirty: boolean;
  /** Somebody else's draft that was saved meanwhile. */
  readonly theirs?: SavedReply;
}

export interface ReplyDraft {
  readonly text: ReplyText;
  readonly change: (changed: Partial<ReplyText>) => void;
  /** Everything typed is on the server, as this hash; '' while it is not. */
  readonly savedHash: string;
  /** Something was typed that is not on the server yet. */
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  readonly error: unknown;
  readonly theirs: SavedReply | undefined;
  /** Saves now. */
  readonly save: () => void;
  /** After a conflict, or when somebody else saved while nothing was typed here. */
  readonly take: (which: 'mine' | 'theirs') => void;
}

const isKept = hasMembers<Kept>({ text: isRecord, base: isText });

/** The draft of a reply: kept in the browser with every letter, on the server whenever typing rests. */
export function useReplyDraft(personId: string, file: AssignmentFile): ReplyDraft {
  const { assignmentId } = file.assignment;
  const key = `${personId}.reply.${assignmentId}`;
  const onServer = savedReply(file);
  const [state, setState] = useState(() => opened(onServer, keptUnder(key, isKept)));
  const saving = useSaving(assignmentId, file, {
    onSaved: (sent, hash) => {
      setState((now) => ({ ...now, base: hash, isDirty: now.text !== sent }));
      if (state.text === sent) forget(key);
    },
    onConflict: (theirs) => setState((now) => ({ ...now, theirs })),
  });
  const { text, base, isDirty, theirs } = state;
  const save = useEffectEvent(() => {
    if (theirs === undefined && !saving.isPending) saving.mutate({ text, base });
  });
  const isOffline = saving.error !== null && !(saving.error instanceof Refused);
  useEffect(() => {
    if (!isDirty || theirs !== undefined || saving.isPending) return undefined;
    if (saving.error instanceof Refused && saving.variables?.text === text) return undefined;
    const timer = setTimeout(() => save(), isOffline ? RETRY_MS : REST_MS);
    return () => clearTimeout(timer);
  }, [text, isDirty, theirs, saving.isPending, saving.error, saving.variables, isOffline]);
  // Nothing typed here, and the server has another draft than the one on the page.
  const newer = !isDirty && !saving.isPending && onServer.hash !== base ? onServer : undefined;
  return {
    text,
    change: (changed) => {
      const next = { ...text, ...changed };
      keep(key, { text: next, base } satisfies Kept);
      setState((now) => ({ ...now, text: next, isDirty: true }));
    },
    savedHash: isDirty ? '' : base,
    isDirty,
    isSaving: saving.isPending,
    error: saving.error,
    theirs: theirs ?? newer,
    save: () => {
      if (theirs === undefined && !saving.isPending) saving.mutate({ text, base });
    },
    take: (which) => {
      const other = theirs ?? newer;
      if (other === undefined) return;
      if (which === 'theirs') forget(key);
      setState({
        text: which === 'mine' ? text : other.text,
        base: other.hash,
        isDirty: which === 'mine',
      });
    },
  };
}

/** What was typed here before wins where the server still has what it was typed over; else both are shown. */
function opened(onServer: SavedReply, kept: Kept | undefined): State {
  if (kept === undefined) return { text: onServer.text, base: onServer.hash, isDirty: false };
  const common = { text: kept.text, base: kept.base, isDirty: true };
  return kept.base === onServer.hash ? common : { ...common, theirs: onServer };
}

interface Outcomes {
  readonly onSaved: (sent: ReplyText, hash: string) => void;
  readonly onConflict: (theirs: SavedReply) => void;
}

function useSaving(assignmentId: string, file: AssignmentFile, { onSaved, onConflict }: Outcomes) {
  const queries = useQueryClient();
  const keys = useRef(new WeakMap<ReplyText, Map<string, string>>());
  return useMutation({
    mutationFn: async ({ text, base }: { text: ReplyText; base: string }) => {
      // The same words over the same draft keep their key, so that asking again after a lost answer saves nothing twice.
      const byBase = keys.current.get(text) ?? new Map<string, string>();
      const key = byBase.get(base) ?? crypto.randomUUID();
      keys.current.set(text, byBase.set(base, key));
      const answer = await api.POST('/api/v1/assignments/{id}/replies', {
        params: { path: { id: assignmentId }, header: { 'idempotency-key': key } },
        body: { ...draftInput(text, file), basedOn: base },
      });
      return dataOf(answer).label ?? '';
    },
    networkMode: 'always',
    onSuccess: async (hash, { text }) => {
      onSaved(text, hash);
      await queries.invalidateQueries({ queryKey: ['assignment', assignmentId] });
    },
    onError: async (error) => {
      if (!(error instanceof Refused) || error.problem.code !== 'reply-draft-changed') return;
      const path = { id: assignmentId };
      const found = dataOf(await api.GET('/api/v1/assignments/{id}', { params: { path } }));
      queries.setQueryData(['assignment', assignmentId], found);
      onConflict(savedReply(found));
    },
  });
}
