import { Alert, Button, Skeleton } from 'antd';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { Refused, referenceText } from '../api/client.ts';

const SLOW_MS = 3_000;

interface Query<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
}

/** Loading, error and forbidden alike on every page; the content once it is there. */
export function PageState<Data>(props: {
  readonly query: Query<Data>;
  /** What is asked for, as in 案件: `没有取到案件`. */
  readonly what: string;
  /** The final shape, shown grey while loading. */
  readonly shape?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}): ReactElement {
  const { query, what, shape, children } = props;
  if (query.data !== undefined) {
    return (
      <>
        {query.error !== null && <Failure error={query.error} what={what} retry={query.refetch} kept />}
        {children(query.data)}
      </>
    );
  }
  if (query.isPending) return <Waiting shape={shape} />;
  return <Failure error={query.error} what={what} retry={query.refetch} />;
}

/** What stands where content will be: its shape in grey, and after a while that it is still coming. */
export function Waiting({ shape }: { shape?: ReactNode }): ReactElement {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true">
      {shape ?? <Skeleton active title={false} paragraph={{ rows: 4 }} />}
      <p className="quiet" role="status">
        {slow ? '还在取数' : ''}
      </p>
    </div>
  );
}

interface FailureProps {
  readonly error: unknown;
  readonly what: string;
  readonly retry: () => unknown;
  /** What was there before is still shown. */
  readonly kept?: boolean;
}

function Failure({ error, what, retry, kept = false }: FailureProps): ReactElement {
  const refusal = error instanceof Refused ? error.problem : undefined;
  if (refusal?.status === 403 || refusal?.status === 404) {
    const why = refusal.status === 403 ? '您现在的身份没有这项权限' : `没有这项${what}，或者您的身份看不到它`;
    return (
      <Alert
        type="info"
        showIcon
        className="failure"
        title={refusal.detail ?? why}
        description={`需要查看，请联系本级代表工委。原因代码 ${refusal.code}`}
      />
    );
  }
  const reason = refusal === undefined ? '没有连上服务器，请检查网络' : (refusal.detail ?? refusal.title);
  return (
    <Alert
      type="error"
      showIcon
      className="failure"
      title={`没有取到${what}：${reason}`}
      description={
        <>
          {kept && <p>下面是上一次取到的内容。</p>}
          {refusal !== undefined && (
            <p>{[`原因代码 ${refusal.code}`, referenceText(refusal)].filter(Boolean).join(' · ')}</p>
          )}
        </>
      }
      action={<Button onClick={() => void retry()}>再试一次</Button>}
    />
  );
}
