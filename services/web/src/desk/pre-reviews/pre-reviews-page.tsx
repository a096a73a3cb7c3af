import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { allPages } from '../../api/all-pages.ts';
import { api, type Schemas } from '../../api/client.ts';
import { useToday } from '../../api/use-today.ts';
import { instantText } from '../../design/days.ts';
import { PageState } from '../../design/page-state.tsx';
import { TitleText } from '../../design/title-text.tsx';
import { Shown } from '../../design/shown.tsx';
import type { Me } from '../../session/session.ts';
import '../desk.css';
import { SuggestionReader, useSuggestion } from '../suggestion-reader.tsx';
import { AnswerForm } from './answer-form.tsx';
import './pre-reviews.css';

const REFRESH_MS = 60_000;

/** 预审: drafts whose authors asked for advice before they submit. Advice never holds a suggestion up. */
export function PreReviewsPage({ me }: { me: Me }): ReactElement {
  const queue = useQuery({
    queryKey: ['pre-reviews'],
    queryFn: async () => allPages((page) => api.GET('/api/v1/pre-reviews', { params: { query: page } })),
    refetchInterval: REFRESH_MS,
  });
  return (
    <main id="main" className="work-page">
      <title>预审 · 回音</title>
      <PageState query={queue} what="等着预审的建议">
        {(items) => <Queue me={me} items={items} />}
      </PageState>
    </main>
  );
}

function Queue(props: {
  readonly me: Me;
  readonly items: readonly Schemas['SuggestionSummary'][];
}): ReactElement {
  const { me, items } = props;
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const open = items.find(({ suggestionId }) => suggestionId === search.get('open')) ?? items[0];
  return (
    <>
      <header className="work-head">
        <h1>预审</h1>
        <span className="quiet">等着答复 {items.length} 件</span>
      </header>
      {open === undefined ? (
        <p className="card nothing quiet">没有等着预审的建议。代表请人预审后会出现在这里。</p>
      ) : (
        <div className="work-columns">
          <section className="card flush" aria-label="等着预审">
            <Shown items={items}>
              {(shown) => (
                <ul className="queue">
                  {shown.map(({ suggestionId, title, requestedAt }) => (
                    <li key={suggestionId} aria-current={suggestionId === open.suggestionId}>
                      <button
                        type="button"
                        className="queue-choice"
                        onClick={() => setSearch({ open: suggestionId }, { replace: true })}
                      >
                        <TitleText>{title}</TitleText>
                        {requestedAt !== '' && (
                          <span className="quiet">{instantText(requestedAt, today)}请人预审</span>
                        )}
                      </button>
                    </li>
                  ))}
                </ul>
              )}
            </Shown>
          </section>
          <Opened key={open.suggestionId} me={me} id={open.suggestionId} today={today} />
        </div>
      )}
    </>
  );
}

function Opened({ me, id, today }: { me: Me; id: string; today: string }): ReactElement {
  const suggestion = useSuggestion(id);
  return (
    <div className="pre-review">
      <section className="card" aria-label="打开的建议">
        <SuggestionReader id={id} today={today} />
      </section>
      {suggestion.data !== undefined && <AnswerForm me={me} id={id} text={suggestion.data.text} />}
    </div>
  );
}
