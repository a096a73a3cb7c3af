import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import type { DeskForm } from '../../act/desk-forms/desk-form.ts';
import { PageState } from '../../design/page-state.tsx';
import { Shown } from '../../design/shown.tsx';
import { TitleText } from '../../design/title-text.tsx';

/** A form that was opened about one thing of a case. */
export interface Asked {
  readonly form: DeskForm;
  readonly caseId: string;
  readonly targetId: string;
}

export interface PartProps {
  readonly today: string;
  readonly ask: (asked: Asked) => void;
}

/** Rows drawn at a time: one of a coordination asks for its own grounds. */
const ROWS = 20;

/** One of the lists that this office works off: how many there are, each with what can be done, and the export. */
export function OfficePart<Item>(props: {
  readonly name: string;
  /** What is asked for, as in 没有取到申退. */
  readonly what: string;
  readonly empty: string;
  readonly query: UseQueryResult<readonly Item[]>;
  readonly sheet: (items: readonly Item[]) => ReactElement;
  readonly row: (item: Item, index: number) => ReactElement;
}): ReactElement {
  const { name, what, empty, query, sheet, row } = props;
  const items = query.data ?? [];
  return (
    <section className="card office-part">
      <header className="spread">
        <h2>
          {name} {query.data?.length}
        </h2>
        {items.length > 0 && sheet(items)}
      </header>
      <PageState query={query} what={what}>
        {(found) =>
          found.length === 0 ? (
            <p className="quiet">{empty}</p>
          ) : (
            <Shown items={found} rows={ROWS}>
              {(shown) => <ul>{shown.map(row)}</ul>}
            </Shown>
          )
        }
      </PageState>
    </section>
  );
}

export function ShareText(props: {
  readonly share: { readonly suggestionId: string; readonly displayNumber: string; readonly title: string };
  readonly children: ReactNode;
}): ReactElement {
  const { share, children } = props;
  return (
    <span>
      <span className="quiet">{share.displayNumber}</span>{' '}
      <Link className="title" to={`/cases/${share.suggestionId}`}>
        <TitleText>{share.title}</TitleText>
      </Link>
      <span className="under">{children}</span>
    </span>
  );
}
