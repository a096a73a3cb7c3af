import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select, Switch } from 'antd';
import { useState, type ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { DayField } from '../../act/day-field.tsx';
import { TextField } from '../../act/text-field.tsx';
import { allPages } from '../../api/all-pages.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { PageState } from '../../design/page-state.tsx';
import type { Me } from '../../session/session.ts';
import { ExportButton } from '../../sheet/export-button.tsx';
import type { Column } from '../../sheet/sheet.ts';
import { useSettingsAddress } from './settings-address.ts';
import { UNIT_KINDS, unitKindText } from './unit-kinds.ts';

type Unit = Schemas['Unit'];
type UnitValues = Schemas['SaveUnitInput'];

type Asked = { readonly act: 'add' } | { readonly act: 'save' | 'succeed'; readonly unit: Unit };

/** 单位: whom suggestions can be handed to. A unit is never deleted: its cases name it. */
export function UnitsTab({ me }: { me: Me }): ReactElement {
  const units = useQuery({
    queryKey: ['units', 'all'],
    queryFn: async () =>
      allPages((page) =>
        api.GET('/api/v1/units', { params: { query: { includeInactive: 'true', ...page } } }),
      ),
  });
  const { address, change } = useSettingsAddress();
  // Typed words may not wait for the address: an input method composes them.
  const [wanted, setWanted] = useState(address.name);
  const [asked, setAsked] = useState<Asked>();
  const close = (): void => setAsked(undefined);
  return (
    <PageState query={units} what="单位">
      {(all) => (
        <section className="card" aria-label="单位">
          <div className="settings-head">
            <Input
              allowClear
              aria-label="按名称找单位"
              placeholder="按名称找"
              value={wanted}
              onChange={({ target }) => {
                setWanted(target.value);
                change({ name: target.value.trim() });
              }}
            />
            <span className="quiet">共 {all.length} 个</span>
            <ExportButton
              name="单位"
              columns={unitColumns(all)}
              items={() => Promise.resolve(named(all, wanted))}
            />
            <Button type="primary" onClick={() => setAsked({ act: 'add' })}>
              新增单位
            </Button>
          </div>
          <ul className="settings-list">
            {named(all, wanted).map((unit) => (
              <UnitLine key={unit.unitId} {...{ unit, all }} ask={(act) => setAsked({ act, unit })} />
            ))}
          </ul>
          {asked?.act === 'add' && <SaveUnit me={me} unit={undefined} onClose={close} />}
          {asked?.act === 'save' && <SaveUnit me={me} unit={asked.unit} onClose={close} />}
          {asked?.act === 'succeed' && <Succeed {...{ me, all }} unit={asked.unit} onClose={close} />}
        </section>
      )}
    </PageState>
  );
}

function named(all: readonly Unit[], wanted: string): readonly Unit[] {
  return all.filter(({ name }) => name.includes(wanted.trim()));
}

function unitColumns(all: readonly Unit[]): readonly Column<Unit>[] {
  return [
    { name: '单位', of: ({ name }) => name, width: 32 },
    { name: '类别', of: ({ kind }) => unitKindText(kind) },
    { name: '状态', of: ({ active }) => (active ? '在用' : '已停用'), width: 10 },
    {
      name: '职责已划转到',
      of: ({ successorUnitId }) => all.find(({ unitId }) => unitId === successorUnitId)?.name ?? '',
      width: 32,
    },
    { name: '对口督办', of: ({ oversees }) => oversees.join('、'), width: 40 },
  ];
}

function UnitLine(props: {
  readonly unit: Unit;
  readonly all: readonly Unit[];
  readonly ask: (act: 'save' | 'succeed') => void;
}): ReactElement {
  const { unit, all, ask } = props;
  const successor = all.find(({ unitId }) => unitId === unit.successorUnitId)?.name;
  return (
    <li>
      <span>
        <b>{unit.name}</b>
        <span className="quiet under">
          {[
            unitKindText(unit.kind),
            unit.active ? '' : '已停用',
            successor === undefined ? '' : `职责已划转到${successor}`,
            unit.oversees.length === 0 ? '' : `督办 ${unit.oversees.join('、')}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <Button onClick={() => ask('save')} aria-label={`修改${unit.name}`}>
        修改
      </Button>
      {unit.active && (
        <Button onClick={() => ask('succeed')} aria-label={`划转职责：${unit.name}`}>
          划转职责
        </Button>
      )}
    </li>
  );
}

function SaveUnit(props: {
  readonly me: Me;
  readonly unit: Unit | undefined;
  readonly onClose: () => void;
}): ReactElement {
  const { me, unit, onClose } = props;
  return (
    <ActDrawer<UnitValues>
      name={unit === undefined ? '新增单位' : '修改单位'}
      keptAs={`${me.personId}.saveUnit.${unit === undefined ? 'new' : `${unit.unitId}.${unit.version}`}`}
      initial={unit === undefined ? { active: true } : valuesOf(unit)}
      fields={() => (
        <>
          <TextField name="name" label="名称" max={60} />
          <Form.Item name="kind" label="类别" rules={[{ required: true, message: '请选择类别' }]}>
            <Select options={UNIT_KINDS} />
          </Form.Item>
          <Form.Item name="active" label="在用" valuePropName="checked" extra="停用后不能再交办给它">
            <Switch />
          </Form.Item>
        </>
      )}
      send={async (values, header) => {
        if (unit === undefined)
          return dataOf(await api.POST('/api/v1/units', { params: { header }, body: values }));
        const params = { path: { id: unit.unitId }, header: { 'if-match': `"${unit.version}"` } };
        const body = { ...valuesOf(unit), ...values };
        return dataOf(await api.PUT('/api/v1/units/{id}', { params, body }));
      }}
      onClose={onClose}
    />
  );
}

/** What is not in the form stays as it is. */
function valuesOf({ name, kind, active, decidingOffice, oversees }: Unit): UnitValues {
  const values = { name, kind: kind as UnitValues['kind'], active, oversees };
  if (decidingOffice === '') return values;
  return { ...values, decidingOffice: decidingOffice as NonNullable<UnitValues['decidingOffice']> };
}

function Succeed(props: {
  readonly me: Me;
  readonly unit: Unit;
  readonly all: readonly Unit[];
  readonly onClose: () => void;
}): ReactElement {
  const { me, unit, all, onClose } = props;
  const others = all.filter(({ unitId, active }) => active && unitId !== unit.unitId);
  return (
    <ActDrawer<Schemas['SucceedUnitInput']>
      name="划转职责"
      hint={`机构改革：${unit.name}的职责和在办的件转到另一个单位，期限不变，以前的记录仍写原来的名称。`}
      keptAs={`${me.personId}.succeedUnit.${unit.unitId}`}
      fields={() => (
        <>
          <Form.Item
            name="successorUnitId"
            label="转到哪个单位"
            rules={[{ required: true, message: '请选择单位' }]}
          >
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={others.map(({ unitId, name }) => ({ value: unitId, label: name }))}
            />
          </Form.Item>
          <DayField name="onDate" label="自哪天起" />
        </>
      )}
      send={async (body, header) => {
        const params = { path: { id: unit.unitId }, header };
        return dataOf(await api.POST('/api/v1/units/{id}:succeed', { params, body }));
      }}
      onClose={onClose}
    />
  );
}
