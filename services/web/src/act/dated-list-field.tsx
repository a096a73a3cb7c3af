import { Button, Form, Input } from 'antd';
import type { ReactElement } from 'react';

/** Several things with a day each: milestones, promises. Each row is `{ text, dueOn }`, with `who` where that is asked. */
export function DatedListField(props: {
  readonly name: string | readonly string[];
  readonly label: string;
  /** What one is called, as in 里程碑. */
  readonly one: string;
  readonly max: number;
  /** Characters of one text. */
  readonly maxText: number;
  /** Asks who does each; the name that stands there at first. */
  readonly who?: string;
  /** What is said when there is none; absent where none is needed. */
  readonly required?: string;
}): ReactElement {
  const { name, label, one, max, maxText, who, required } = props;
  const asksWho = who !== undefined;
  return (
    <Form.Item label={label}>
      <Form.List
        name={typeof name === 'string' ? name : [...name]}
        rules={required === undefined ? [] : [{ validator: atLeastOne(required) }]}
      >
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map(({ key, name: index }) => (
              <div key={key} className={asksWho ? 'dated-row asks-who' : 'dated-row'}>
                <Form.Item
                  name={[index, 'text']}
                  rules={[{ required: true, whitespace: true, message: `请写明${one}` }]}
                >
                  <Input maxLength={maxText} aria-label={`${one} ${index + 1}`} placeholder={one} />
                </Form.Item>
                {asksWho && (
                  <Form.Item
                    name={[index, 'who']}
                    rules={[{ required: true, whitespace: true, message: '请写明由谁办' }]}
                  >
                    <Input maxLength={200} aria-label={`${one} ${index + 1} 由谁办`} placeholder="由谁办" />
                  </Form.Item>
                )}
                <Form.Item name={[index, 'dueOn']} rules={[{ required: true, message: '请选择日期' }]}>
                  <Input type="date" aria-label={`${one} ${index + 1} 的日期`} />
                </Form.Item>
                <Button onClick={() => remove(index)} aria-label={`去掉${one} ${index + 1}`}>
                  去掉
                </Button>
              </div>
            ))}
            {rows.length < max && <Button onClick={() => add(asksWho ? { who } : {})}>加一个{one}</Button>}
            <Form.ErrorList errors={errors} />
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}

function atLeastOne(message: string) {
  return (_rule: unknown, rows: unknown): Promise<void> =>
    Array.isArray(rows) && rows.length > 0 ? Promise.resolve() : Promise.reject(new Error(message));
}
