import { Form, Input } from 'antd';
import type { ReactElement, ReactNode } from 'react';

/** A day of an act, YYYY-MM-DD, by the device's own calendar. */
export function DayField(props: {
  readonly name: string | readonly (string | number)[];
  readonly label: string;
  readonly extra?: ReactNode;
  /** First and last day that can be chosen, YYYY-MM-DD. */
  readonly from?: string;
  readonly until?: string;
}): ReactElement {
  const { name, label, extra, from, until } = props;
  return (
    <Form.Item
      name={typeof name === 'string' ? name : [...name]}
      label={label}
      extra={extra}
      rules={[{ required: true, message: `请选择${label}` }]}
    >
      <Input type="date" className="day-field" min={from} max={until} />
    </Form.Item>
  );
}
