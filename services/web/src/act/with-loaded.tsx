import { Drawer } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { PageState } from '../design/page-state.tsx';
import { usePhone } from '../design/use-phone.ts';

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
    <LoadingDrawer name={name} onClose={onClose}>
      <PageState query={query} what={what}>
        {() => null}
      </PageState>
    </LoadingDrawer>
  ) : (
    children(query.data)
  );
}

function LoadingDrawer(props: {
  readonly name: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  const isPhone = usePhone();
  return (
    <Drawer
      open
      title={props.name}
      onClose={props.onClose}
      placement={isPhone ? 'bottom' : 'right'}
      size={isPhone ? '85%' : 520}
    >
      {props.children}
    </Drawer>
  );
}
