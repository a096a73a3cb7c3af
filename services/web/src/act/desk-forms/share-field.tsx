import { Form, Select } from 'antd';
import type { ReactElement } from 'react';
import type { Handling } from '../../api/use-handling.ts';
import { useUnits } from '../../api/use-units.ts';
import { word } from '../../design/words.ts';

/** Which unit's share an act is about: those that owe a reply. */
export function ShareField({ handling }: { handling: Handling }): ReactElement {
  const units = useUnits();
  return (
    <Form.Item name="assignmentId" label="承办单位" rules={[{ required: true, message: '请选择承办单位' }]}>
      <Select
        options={replyingShares(handling).map(({ assignmentId, unitId, role }) => ({
          value: assignmentId,
          label: `${units.get(unitId) ?? ''} ${word('share', role)}`,
        }))}
      />
    </Form.Item>
  );
}

/** Shares that owe a reply. */
export function replyingShares({ assignments }: Handling): Handling['assignments'] {
  return assignments.filter(({ role, status }) => {
    const isOver = ['returned', 'replaced', 'ended'].includes(status);
    return (role === 'lead' || role === 'parallel') && !isOver;
  });
}
