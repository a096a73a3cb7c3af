import { Select } from 'antd';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useUnits } from '../api/use-units.ts';

/** The unit that a list is narrowed to, as the address says it; '' for all. */
export function useUnitFilter(): string {
  return useSearchParams()[0].get('unit') ?? '';
}

/** 单位: narrows a list to one unit; the address keeps it. */
export function UnitFilter(): ReactElement {
  const [search, setSearch] = useSearchParams();
  const units = useUnits();
  const chosen = search.get('unit');
  const change = (unitId: string | undefined): void => {
    const { unit: _, ...others } = Object.fromEntries(search);
    setSearch(unitId === undefined ? others : { ...others, unit: unitId });
  };
  return (
    <Select<string>
      aria-label="单位"
      placeholder="全部单位"
      value={chosen}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      className="unit-filter"
      options={[...units].map(([value, label]) => ({ value, label }))}
      onChange={change}
    />
  );
}
