import { Form, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { api, dataOf } from '../api/client.ts';

/** One of the people of a unit. */
export function UnitPersonField(props: {
  readonly name: string;
  readonly label: string;
  readonly unitId: string;
}): ReactElement {
  const { name, label, unitId } = props;
  const people = useQuery({
    queryKey: ['people', unitId],
    queryFn: async () => {
      const query = { unitId, limit: 100 };
      return dataOf(await api.GET('/api/v1/people', { params: { query } })).items;
    },
  });
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: `请选择${label}` }]}>
      <Select
        loading={people.isPending}
        notFoundContent="该单位没有登记人员"
        options={(people.data ?? []).map(({ personId, name: personName }) => ({
          value: personId,
          label: personName,
        }))}
      />
    </Form.Item>
  );
}
