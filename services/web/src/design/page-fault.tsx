import { Button, Result } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';

/**
 * Keeps a fault of one page on that page: where, who and the way elsewhere stay. Also when a part of the application can
 * not be fetched, after a new version or a cut line.
 */
export function WithinPage(props: {
  /** The address: another one is shown anew. */
  readonly path: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <ErrorBoundary FallbackComponent={PageFault} resetKeys={[props.path]} onError={complain}>
      {props.children}
    </ErrorBoundary>
  );
}

function complain(error: unknown): void {
  console.error('a page could not be shown', error);
}

function PageFault(): ReactElement {
  return (
    <main id="main">
      <title>这一页没有打开 · 回音</title>
      <Result
        status="error"
        title="这一页没有打开"
        subTitle="已经办的事都保存着，写到一半的文字也还在。请重新打开；还不行，请告诉管理员您刚才在做什么。"
        extra={
          <Button type="primary" onClick={() => window.location.reload()}>
            重新打开
          </Button>
        }
      />
    </main>
  );
}
