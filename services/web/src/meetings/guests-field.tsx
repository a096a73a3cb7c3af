import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { api, dataOf, type Schemas } from '../api/client.ts';
import { useUnits } from '../api/use-units.ts';
import { word } from '../design/words.ts';
import type { Me } from '../session/session.ts';

/** Those of the offices; others may look up deputies alone. */
const PEOPLE_READERS: readonly string[] = ['congress-desk', 'session-registrar', 'government-office'];
const MOST_FOUND = 20;

export function readsPeople({ roles }: Me): boolean {
  return roles.some((role) => PEOPLE_READERS.includes(role));
}

/** 还请谁: people of units and offices, by name. */
export function GuestsField(): ReactElement {
  const [name, setName] = useState('');
  const units = useUnits();
  const found = useQuery({
    queryKey: ['people', 'guests', name],
    queryFn: async () => {
      const query = { name, limit: MOST_FOUND };
      return dataOf(await api.GET('/api/v1/people', { params: { query } })).items;
    },
    enabled: name.trim() !== '',
  });
  return (
    <Form.Item name="guestIds" label="还请谁" extra="您自己在参会人员里">
      <Select
        mode="multiple"
        placeholder="按姓名找"
        showSearch={{ filterOption: false, onSearch: setName }}
        options={(found.data ?? []).map((person) => ({
          value: person.personId,
          label: `${person.name} ${placesOf(person, units)}`,
        }))}
        loading={found.isFetching}
        notFoundContent={name === '' ? '输入姓名' : '没有这个姓名的人'}
      />
    </Form.Item>
  );
}

function placesOf({ memberships }: Schemas['Person'], units: ReadonlyMap<string, string>): string {
  return memberships
    .filter(({ active }) => active)
    .map(({ role, unitId }) => `${units.get(unitId) ?? ''}${word('role', role)}`)
    .join('、');
}
