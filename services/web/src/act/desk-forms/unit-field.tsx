import { Form, Select } from 'antd';
import type { ReactElement } from 'react';
import { useActiveUnits } from '../../api/use-active-units.ts';

/** One unit, found by its name. */
export function UnitField({ name, label }: { name: string; label: string }): ReactElement {
  const units = useActiveUnits();
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: `请选择${label}` }]}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="输入单位名称"
        options={units.map(({ unitId, name: unit }) => ({ value: unitId, label: unit }))}
      />
    </Form.Item>
  );
}
