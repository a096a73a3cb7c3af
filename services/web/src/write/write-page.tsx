import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore, type ReactElement } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { PageState } from '../design/page-state.tsx';
import { word } from '../design/words.ts';
import type { Me } from '../session/session.ts';
import { CosignView } from './cosign-view.tsx';
import type { DraftSync } from './draft-sync.ts';
import { openKnownDraft, openNewDraft, openSavedDraft, savedDraft } from './open-draft.ts';
import { leftHintsOfSaved } from './use-left-hints.ts';
import { useSuggestion, type Suggestion } from './use-suggestion.ts';
import { Writing } from './writing.tsx';
import './passage-field.css';
import './write.css';

const DRAFTING: readonly string[] = ['draft', 'cosigning', 'pre-review', 'returned'];

/** 写建议: a new draft, an own one, or one that the reader is asked to sign. */
export function WritePage({ me }: { me: Me }): ReactElement {
  const { id } = useParams();
  const queries = useQueryClient();
  const found = useSuggestion(id);
  const draft = draftOf(id, found.data);
  return (
    <main id="main" className="write-page">
      <title>写建议 · 回音</title>
      {draft !== undefined && <OwnDraft key={draft.key} draft={draft} suggestion={found.data} me={me} />}
      {draft === undefined && (
        <PageState query={found} what="建议">
          {(suggestion) => <OthersDraft suggestion={suggestion} me={me} />}
        </PageState>
      )}
    </main>
  );

  function draftOf(asked: string | undefined, suggestion: Suggestion | undefined): DraftSync | undefined {
    if (asked === undefined) return openNewDraft(me.personId, queries);
    if (suggestion === undefined) return openKnownDraft(me.personId, asked, queries);
    if (!DRAFTING.includes(suggestion.status)) return undefined;
    if (suggestion.leadDeputyId !== me.personId) return undefined;
    return openSavedDraft(me.personId, suggestion, queries);
  }
}

interface OwnDraftProps {
  readonly draft: DraftSync;
  readonly suggestion: Suggestion | undefined;
  readonly me: Me;
}

/** Keeps the page and the draft together: its address once it has one, what others changed, what could not be saved. */
function OwnDraft({ draft, suggestion, me }: OwnDraftProps): ReactElement {
  const { saved } = useSyncExternalStore(draft.subscribe, draft.snapshot);
  const { id: address } = useParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const id = saved?.id;
  const version = saved?.version;
  useEffect(() => {
    void draft.save();
    const again = (): void => void draft.save();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [draft]);
  useEffect(() => {
    if (id === undefined) return;
    if (address === undefined) {
      leftHintsOfSaved(me.personId, id);
      // The deputy may have gone to the next step or away since this was rendered.
      const { pathname, search } = window.location;
      if (pathname === '/write') void navigate({ pathname: `/write/${id}`, search }, { replace: true });
    }
    void queries.invalidateQueries({ queryKey: ['suggestion', id] });
  }, [id, version, address, navigate, queries, me.personId]);
  useEffect(() => {
    if (suggestion !== undefined) draft.noticed(savedDraft(suggestion));
  }, [draft, suggestion]);
  return <Writing draft={draft} suggestion={suggestion} me={me} />;
}

/** Another deputy's words to be signed, or a suggestion that is out of the deputy's hands already. */
function OthersDraft({ suggestion, me }: { suggestion: Suggestion; me: Me }): ReactElement {
  const isInvited = suggestion.cosigners.some(({ deputyId }) => deputyId === me.personId);
  if (DRAFTING.includes(suggestion.status) && isInvited) {
    return <CosignView suggestion={suggestion} me={me} />;
  }
  return (
    <section className="card submitted">
      <p className="quiet">{word('stage', suggestion.status)}</p>
      <h1 className="title">{suggestion.text.title}</h1>
      {suggestion.status === 'submitted' && <p>已提交，等代表工委登记编号。每一步都会在办理进程里看到。</p>}
      <div className="act-bar">
        <Link to={`/cases/${suggestion.suggestionId}`}>看办理进程</Link>
        <Link to="/">回到我的建议</Link>
      </div>
    </section>
  );
}
