import { Button, Radio, Select } from 'antd';
import type { KeyboardEvent, ReactElement } from 'react';
import { useActiveUnits } from '../../api/use-active-units.ts';
import { StatusMark } from '../../design/status-mark.tsx';
import { word } from '../../design/words.ts';
import type { PlannedShare, ShareRole } from './shares-fault.ts';
import './units.css';
import { useUnitLoads } from './use-unit-loads.ts';

/** The units of a suggestion, each with its role; what speaks for a unit stands beside it. */
export function UnitPicker(props: {
  readonly shares: readonly PlannedShare[];
  /** Roles that can be given, in the order of their keys. */
  readonly roles: readonly ShareRole[];
  /** The role of a unit that is just being added. */
  readonly firstRole: ShareRole;
  readonly wishedUnitIds: readonly string[];
  /** Units that take part already. */
  readonly except?: ReadonlySet<string>;
  /** What is wrong with the units, in words; '' when nothing is. */
  readonly fault: string;
  readonly change: (shares: readonly PlannedShare[]) => void;
}): ReactElement {
  const { shares, roles, firstRole, wishedUnitIds, except = NOBODY, fault, change } = props;
  const units = useActiveUnits().filter(({ unitId }) => !except.has(unitId));
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
    roles,
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
          if (unitId !== null) setRole(unitId, firstRole);
        }}
      />
      <p className="fault" role="status">
        {shares.length > 0 && fault}
      </p>
    </>
  );
}

const NOBODY: ReadonlySet<string> = new Set();

interface UnitRowProps {
  readonly unitId: string;
  readonly name: string;
  readonly role: ShareRole | undefined;
  readonly roles: readonly ShareRole[];
  readonly isWished: boolean;
  readonly setRole: (role: ShareRole) => void;
  readonly remove: () => void;
}

/** One unit: 1 and so on set its role while it has the focus. */
function UnitRow({ unitId, name, role, roles, isWished, setRole, remove }: UnitRowProps): ReactElement {
  const load = useUnitLoads().get(unitId);
  const press = (event: KeyboardEvent): void => {
    const chosen = roles[Number(event.key) - 1];
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
          options={roles.map((value) => ({ value, label: word('share', value) }))}
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
