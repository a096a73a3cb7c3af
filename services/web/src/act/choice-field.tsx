import { Form, Radio } from 'antd';
import type { ReactElement, ReactNode } from 'react';

/** One of a few values, all in sight. */
export function ChoiceField(props: {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly extra?: ReactNode;
  readonly optional?: boolean;
}): ReactElement {
  const { name, label, options, extra, optional = false } = props;
  return (
    <Form.Item
      name={name}
      label={optional ? `${label}（可不填）` : label}
      extra={extra}
      rules={optional ? [] : [{ required: true, message: `请选择${label}` }]}
    >
      <Radio.Group aria-label={label} options={[...options]} />
    </Form.Item>
  );
}
