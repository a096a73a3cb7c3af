import { Form, Radio } from 'antd';
import type { ReactElement, ReactNode } from 'react';

/** One of a few values, all in sight. */
export function ChoiceField(props: {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly extra?: ReactNode;
}): ReactElement {
  const { name, label, options, extra } = props;
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      rules={[{ required: true, message: `请选择${label}` }]}
    >
      <Radio.Group aria-label={label} options={[...options]} />
    </Form.Item>
  );
}
