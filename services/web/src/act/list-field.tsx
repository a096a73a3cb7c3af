import { Button, Form, Input } from 'antd';
import type { ReactElement } from 'react';

/** Several texts: demands, measures. At least one. */
export function ListField(props: {
  readonly name: string;
  readonly label: string;
  /** What one is called, as in 措施. */
  readonly one: string;
  readonly max: number;
  /** Characters of one text. */
  readonly maxText: number;
}): ReactElement {
  const { name, label, one, max, maxText } = props;
  const atLeastOne = async (_rule: unknown, rows: unknown): Promise<void> => {
    if (!Array.isArray(rows) || rows.length === 0) throw new Error(`请至少写一条${one}`);
  };
  return (
    <Form.Item label={label}>
      <Form.List name={name} rules={[{ validator: atLeastOne }]}>
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map(({ key, name: index }) => (
              <div key={key} className="listed-row">
                <Form.Item
                  name={index}
                  rules={[{ required: true, whitespace: true, message: `请写明${one}` }]}
                >
                  <Input.TextArea rows={1} maxLength={maxText} aria-label={`${one} ${index + 1}`} />
                </Form.Item>
                <Button onClick={() => remove(index)} aria-label={`去掉${one} ${index + 1}`}>
                  去掉
                </Button>
              </div>
            ))}
            {rows.length < max && <Button onClick={() => add('')}>加一条{one}</Button>}
            <Form.ErrorList errors={errors} />
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}
