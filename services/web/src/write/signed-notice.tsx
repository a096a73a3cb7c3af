import { Alert, Button } from 'antd';
import type { ReactElement } from 'react';

/** Said before the first change: confirmations are for the words as they are. */
export function SignedNotice({ signed, onEdit }: { signed: number; onEdit: () => void }): ReactElement {
  return (
    <Alert
      type="info"
      className="failure"
      title={`${signed} 位联名代表已经确认这份文字`}
      description="改一个字，他们的确认就失效，要请他们重新读、重新确认。"
      action={<Button onClick={onEdit}>仍要修改</Button>}
    />
  );
}
