import { Form, Select } from 'antd';
import type { ReactElement } from 'react';
import { useActiveUnits } from '../../api/use-active-units.ts';

/** One unit, found by its name; `except` is left out. */
export function UnitField(props: {
  readonly name: string;
  readonly label: string;
  readonly except?: string | undefined;
}): ReactElement {
  const { name, label, except } = props;
  const units = useActiveUnits();
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: `请选择${label}` }]}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="输入单位名称"
        options={units
          .filter(({ unitId }) => unitId !== except)
          .map(({ unitId, name: unit }) => ({ value: unitId, label: unit }))}
      />
    </Form.Item>
  );
}
