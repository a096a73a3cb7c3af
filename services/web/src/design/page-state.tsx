import { Alert, Button, Skeleton } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { Refused } from '../api/client.ts';

interface Query<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
}

/** Loading, error and forbidden alike on every page; the content once it is there. */
export function PageState<Data>({
  query,
  children,
}: {
  query: Query<Data>;
  children: (data: Data) => ReactNode;
}): ReactElement {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isPending) return <Skeleton active paragraph={{ rows: 6 }} />;
  const { error } = query;
  const forbidden =
    error instanceof Refused && (error.problem.status === 403 || error.problem.status === 404);
  return (
    <Alert
      type={forbidden ? 'info' : 'error'}
      showIcon
      title={error instanceof Error ? error.message : '没有取到数据'}
      description={error instanceof Refused ? `原因代码:${error.problem.code}` : '请检查网络后再试。'}
      action={forbidden ? undefined : <Button onClick={() => query.refetch()}>再试一次</Button>}
    />
  );
}
