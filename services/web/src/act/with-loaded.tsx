import type { ReactNode } from 'react';
import { PageState } from '../design/page-state.tsx';
import { PlainDrawer } from './plain-drawer.tsx';

interface Query<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
}

/** An act whose form needs something of the server first: says that it is coming, or why it did not come. */
export function WithLoaded<Data>(props: {
  readonly name: string;
  readonly query: Query<Data>;
  readonly what: string;
  readonly onClose: () => void;
  readonly children: (data: Data) => ReactNode;
}): ReactNode {
  const { name, query, what, onClose, children } = props;
  return query.data === undefined ? (
    <PlainDrawer name={name} onClose={onClose}>
      <PageState query={query} what={what}>
        {() => null}
      </PageState>
    </PlainDrawer>
  ) : (
    children(query.data)
  );
}
