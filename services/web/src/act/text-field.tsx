import { Form, Input } from 'antd';
import type { ReactElement, ReactNode } from 'react';

/** A text of an act. Required unless said otherwise; `max` is the API's own bound, in characters. */
export function TextField(props: {
  readonly name: string | readonly (string | number)[];
  readonly label: string;
  readonly max: number;
  /** Lines shown; 1 is a single line. */
  readonly rows?: number;
  readonly optional?: boolean;
  readonly extra?: ReactNode;
  readonly placeholder?: string;
}): ReactElement {
  const { name, label, max, rows = 1, optional = false, extra, placeholder } = props;
  const shown = placeholder === undefined ? {} : { placeholder };
  return (
    <Form.Item
      name={typeof name === 'string' ? name : [...name]}
      label={optional ? `${label}（可不填）` : label}
      extra={extra}
      rules={optional ? [] : [{ required: true, whitespace: true, message: `请填写${label}` }]}
    >
      {rows === 1 ? (
        <Input maxLength={max} {...shown} />
      ) : (
        <Input.TextArea rows={rows} maxLength={max} {...shown} />
      )}
    </Form.Item>
  );
}
