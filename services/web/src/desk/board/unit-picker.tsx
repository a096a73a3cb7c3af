import { Button, Radio, Select } from 'antd';
import type { KeyboardEvent, ReactElement } from 'react';
import { useUnitLoads } from '../use-unit-loads.ts';
import { useActiveUnits } from '../../api/use-active-units.ts';
import { StatusMark } from '../../design/status-mark.tsx';
import { word } from '../../design/words.ts';
import { ROLES, sharesFault, type PlannedShare, type ShareRole } from './shares-fault.ts';

/** The units of a suggestion, each with its role; what speaks for a unit stands beside it. */
export function UnitPicker(props: {
  readonly shares: readonly PlannedShare[];
  readonly wishedUnitIds: readonly string[];
  readonly change: (shares: readonly PlannedShare[]) => void;
}): ReactElement {
  const { shares, wishedUnitIds, change } = props;
  const units = useActiveUnits();
  const names = new Map(units.map(({ unitId, name }) => [unitId, name]));
  const chosen = new Set(shares.map(({ unitId }) => unitId));
  const proposed = wishedUnitIds.filter((unitId) => !chosen.has(unitId) && names.has(unitId));
  const setRole = (unitId: string, role: ShareRole): void =>
    change(
      chosen.has(unitId)
        ? shares.map((share) => (share.unitId === unitId ? { unitId, role } : share))
        : [...shares, { unitId, role }],
    );
  const rowProps = (unitId: string): Omit<UnitRowProps, 'role'> => ({
    unitId,
    name: names.get(unitId) ?? '',
    isWished: wishedUnitIds.includes(unitId),
    setRole: (role) => setRole(unitId, role),
    remove: () => change(shares.filter((share) => share.unitId !== unitId)),
  });
  return (
    <>
      <ul className="unit-rows">
        {shares.map(({ unitId, role }) => (
          <UnitRow key={unitId} role={role} {...rowProps(unitId)} />
        ))}
        {proposed.map((unitId) => (
          <UnitRow key={unitId} role={undefined} {...rowProps(unitId)} />
        ))}
      </ul>
      <Select
        className="add-unit"
        aria-label="加单位"
        placeholder="加单位：输入名称"
        showSearch={{ optionFilterProp: 'label' }}
        value={null}
        options={units
          .filter(({ unitId }) => !chosen.has(unitId))
          .map(({ unitId, name }) => ({ value: unitId, label: name }))}
        onChange={(unitId: string | null) => {
          if (unitId !== null) setRole(unitId, shares.some(({ role }) => role === 'lead') ? 'co' : 'lead');
        }}
      />
      <p className="fault" role="status">
        {shares.length > 0 && sharesFault(shares)}
      </p>
    </>
  );
}

interface UnitRowProps {
  readonly unitId: string;
  readonly name: string;
  readonly role: ShareRole | undefined;
  readonly isWished: boolean;
  readonly setRole: (role: ShareRole) => void;
  readonly remove: () => void;
}

/** One unit: 1 to 4 set its role while it has the focus. */
function UnitRow({ unitId, name, role, isWished, setRole, remove }: UnitRowProps): ReactElement {
  const load = useUnitLoads().get(unitId);
  const press = (event: KeyboardEvent): void => {
    const chosen = ROLES[Number(event.key) - 1];
    if (chosen === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    setRole(chosen);
  };
  return (
    <li
      className={role === undefined ? 'unit-row' : 'unit-row chosen'}
      tabIndex={0}
      aria-label={`${name}，${role === undefined ? '还没有角色' : word('share', role)}`}
      onKeyDown={press}
    >
      <div className="unit-head">
        <b>{name}</b>
        <Radio.Group
          size="small"
          optionType="button"
          buttonStyle="solid"
          aria-label={`${name}的角色`}
          value={role}
          options={ROLES.map((value) => ({ value, label: word('share', value) }))}
          onChange={({ target }) => setRole(target.value as ShareRole)}
        />
        {role !== undefined && (
          <Button type="text" size="small" aria-label={`去掉${name}`} onClick={remove}>
            去掉
          </Button>
        )}
      </div>
      <p className="quiet">
        {isWished && '代表希望的单位 · '}
        {load === undefined ? '没有在走的时限' : `在走的时限 ${load.total} 条`}{' '}
        {load !== undefined && load.red > 0 && <StatusMark colour="red" text={`红 ${load.red}`} />}
      </p>
    </li>
  );
}
