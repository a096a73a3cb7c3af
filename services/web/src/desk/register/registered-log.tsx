import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import { merge } from '../../act/desk-forms/merge-form.tsx';
import type { Me } from '../../session/session.ts';
import type { Outcome } from './next-open.ts';

/** What was registered on this page, the latest first; what belongs together is merged from here. */
export function RegisteredLog(props: {
  readonly me: Me;
  readonly items: readonly { readonly suggestionId: string; readonly title: string }[];
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly today: string;
}): ReactElement | null {
  const { me, items, outcomes, today } = props;
  const [merging, setMerging] = useState<string>();
  const [titles] = useState(() => new Map<string, string>());
  for (const { suggestionId, title } of items) titles.set(suggestionId, title);
  const shown = [...outcomes]
    .flatMap(([id, outcome]) => (outcome.state === 'refused' ? [] : [{ id, outcome }]))
    .toReversed();
  if (shown.length === 0) return null;
  const done = shown.filter(({ outcome }) => outcome.state === 'done').length;
  return (
    <section className="registered" aria-label="刚登记的">
      <h2 role="status">刚登记 {done} 件</h2>
      <ol>
        {shown.map(({ id, outcome }) => (
          <li key={id}>
            <Link to={`/cases/${id}`}>{outcome.state === 'done' ? outcome.number : '登记中'}</Link>
            <span className="title">{titles.get(id)}</span>
            {outcome.state === 'done' && (
              <Button type="link" size="small" onClick={() => setMerging(id)}>
                {merge.name}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {merging !== undefined && (
        <merge.Form
          caseId={merging}
          targetId={merging}
          keptAs={[me.personId, merge.act, merging].join('.')}
          today={today}
          onClose={() => setMerging(undefined)}
        />
      )}
    </section>
  );
}
