import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useDeputies } from '../../api/use-deputies.ts';
import type { ChosenDeputy } from './paper-words.ts';

/** Deputies found by name. The form gives it value, change and id. */
export function DeputySelect<Chosen extends ChosenDeputy | readonly ChosenDeputy[]>(props: {
  readonly mode?: 'multiple';
  readonly max?: number;
  /** Chosen elsewhere on the form. */
  readonly without: readonly string[];
  readonly id?: string;
  readonly value?: Chosen;
  readonly onChange?: (chosen: Chosen) => void;
}): ReactElement {
  const { mode, max, without, id, value, onChange } = props;
  const [name, setName] = useState('');
  const found = useDeputies(name);
  const options = (found.data ?? [])
    .filter(({ personId }) => !without.includes(personId))
    .map(({ personId, name: label }) => ({ value: personId, label }));
  return (
    <Select<Chosen>
      {...(id === undefined ? {} : { id })}
      {...(mode === undefined ? {} : { mode })}
      {...(max === undefined ? {} : { maxCount: max })}
      {...(value === undefined ? {} : { value })}
      labelInValue
      placeholder="输入姓名"
      showSearch={{ filterOption: false, onSearch: setName, autoClearSearchValue: true }}
      options={options}
      loading={found.isFetching}
      notFoundContent={name.trim() === '' ? '输入姓名' : '没有这个姓名的代表'}
      onChange={(chosen) => onChange?.(chosen)}
    />
  );
}
