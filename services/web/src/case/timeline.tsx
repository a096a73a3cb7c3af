import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { api, dataOf } from '../api/client.ts';
import { PageState } from '../design/page-state.tsx';
import { instantText, word } from '../design/words.ts';

/** 事实经过, newest first. */
export function Timeline({ id }: { id: string }): ReactElement {
  const query = useQuery({
    queryKey: ['timeline', id],
    queryFn: async () =>
      dataOf(
        await api.GET('/api/v1/cases/{id}/timeline', {
          params: { path: { id }, query: { limit: 200 } as never },
        }),
      ),
  });
  return (
    <section className="card">
      <h2>事实经过</h2>
      <PageState query={query}>
        {(page) => (
          <ol className="timeline">
            {page.items.map((entry) => (
              <li key={entry.eventId}>
                <time dateTime={entry.occurredAt}>{instantText(entry.occurredAt)}</time>
                <span className="dot" aria-hidden="true" />
                <span className="said">
                  <b>{word('event', entry.type)}</b> <span className="quiet">{detail(entry.facts)}</span>
                  {entry.reason !== '' && <div className="quiet">理由:{entry.reason}</div>}
                </span>
              </li>
            ))}
          </ol>
        )}
      </PageState>
    </section>
  );
}

/** The one thing a reader looks for first in a fact. */
function detail(facts: Readonly<Record<string, unknown>>): string {
  const text = (key: string): string => (typeof facts[key] === 'string' ? facts[key] : '');
  if (text('toColour') !== '') return `${word('colour', text('toColour'))} · ${text('evidence')}`;
  if (text('dueDate') !== '') return `${word('clock', text('kind'))} · ${text('dueDate')}到期`;
  if (text('resultClass') !== '') return `${text('resultClass')} 类 ${text('letterNumber')}`;
  return text('displayNumber') || text('category');
}
