import { Form, Select } from 'antd';
import type { ReactElement } from 'react';
import { useUnits } from '../../api/use-units.ts';
import { dueDayText } from '../../design/days.ts';
import { word } from '../../design/words.ts';
import type { Clock } from './use-case-clocks.ts';

/** Which running time limit an act is about: whose, what for, until when, and in which colour. */
export function ClockField(props: {
  readonly clocks: readonly Clock[];
  readonly today: string;
}): ReactElement {
  const units = useUnits();
  return (
    <Form.Item name="clockId" label="时限" rules={[{ required: true, message: '请选择时限' }]}>
      <Select
        options={props.clocks.map(({ clockId, unitId, kindName, dueDate, colour }) => ({
          value: clockId,
          label: [
            word('colour', colour),
            units.get(unitId),
            kindName,
            dueDate !== '' && `${dueDayText(dueDate, props.today)}到期`,
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
    </Form.Item>
  );
}
