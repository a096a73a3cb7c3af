import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { api, dataOf } from '../api/client.ts';

/** Rows offered while somebody types. */
const MOST_OFFERED = 20;

/** A numbered case in hand, found by words of its title; `value` and `onChange` come from the form. */
export function CaseChoice(props: {
  /** A case that is not offered. */
  readonly without?: string;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (caseId: string) => void;
}): ReactElement {
  const { without, ...field } = props;
  const [title, setTitle] = useState('');
  const found = useQuery({
    queryKey: ['cases', 'choice', title],
    queryFn: async () => {
      const query = { title, origin: 'live' as const, progress: 'open' as const, limit: MOST_OFFERED };
      return dataOf(await api.GET('/api/v1/cases', { params: { query } })).items;
    },
  });
  const options = (found.data ?? [])
    .filter(({ caseId, displayNumber }) => caseId !== without && displayNumber !== '')
    .map(({ caseId, displayNumber, title: name }) => ({ value: caseId, label: `${displayNumber} ${name}` }));
  return (
    <Select
      {...field}
      showSearch={{ filterOption: false, onSearch: setTitle }}
      options={options}
      loading={found.isFetching}
      placeholder="输入标题中的文字查找"
      notFoundContent={found.error === null ? '没有标题含这些字的在办建议' : '没有取到，请再输一次'}
    />
  );
}
