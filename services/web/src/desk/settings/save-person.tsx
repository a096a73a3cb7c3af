import { Button, Form, Input, Select, Switch } from 'antd';
import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { TextField } from '../../act/text-field.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useActiveUnits } from '../../api/use-active-units.ts';
import { GIVEN_ROLES } from './given-roles.ts';
import type { Me } from '../../session/session.ts';

type Person = Schemas['Person'];
type Values = Schemas['SavePersonInput'];
export type Role = Values['memberships'][number]['role'];

const MOST_MEMBERSHIPS = 20;

/** A person with every role they have; a role that is no longer listed is switched off. */
export function SavePerson(props: {
  readonly me: Me;
  readonly person: Person | undefined;
  /** A new person is there, by this name. */
  readonly onAdded: (name: string) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { me, person, onAdded, onClose } = props;
  const target = person === undefined ? 'new' : `${person.personId}.${person.version}`;
  return (
    <ActDrawer<Values>
      name={person === undefined ? '新增人员' : '修改人员'}
      keptAs={`${me.personId}.savePerson.${target}`}
      initial={
        person === undefined
          ? { memberships: [{ role: 'deputy', active: true, delegation: '' }] }
          : valuesOf(person)
      }
      fields={() => (
        <>
          <TextField name="name" label="姓名" max={40} />
          <TextField name="phone" label="电话" max={20} optional />
          <TextField name="cardNumber" label="代表证号码" max={30} optional />
          <Memberships />
        </>
      )}
      send={async (body, header) => {
        if (person === undefined) {
          const added = dataOf(await api.POST('/api/v1/people', { params: { header }, body }));
          onAdded(body.name.trim());
          return added;
        }
        const params = { path: { id: person.personId }, header: { 'if-match': `"${person.version}"` } };
        return dataOf(await api.PUT('/api/v1/people/{id}', { params, body }));
      }}
      onClose={onClose}
    />
  );
}

function valuesOf({ name, phone, cardNumber, memberships }: Person): Values {
  const own = memberships.map(({ role, unitId, active, delegation }) => ({
    role: role as Role,
    active,
    delegation,
    ...(unitId === '' ? {} : { unitId }),
  }));
  return { name, phone, cardNumber, memberships: own };
}

function Memberships(): ReactElement {
  const units = useActiveUnits();
  return (
    <Form.Item label="身份" extra="去掉的身份停用，以前的记录不变">
      <Form.List name="memberships">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="membership-row">
                <Form.Item name={[name, 'role']} rules={[{ required: true, message: '请选择身份' }]}>
                  <Select aria-label={`身份 ${name + 1}`} options={GIVEN_ROLES} />
                </Form.Item>
                <Form.Item name={[name, 'unitId']}>
                  <Select
                    allowClear
                    aria-label={`身份 ${name + 1} 的单位`}
                    placeholder="单位（没有可不选）"
                    showSearch={{ optionFilterProp: 'label' }}
                    options={units.map(({ unitId, name: label }) => ({ value: unitId, label }))}
                  />
                </Form.Item>
                <Form.Item name={[name, 'delegation']}>
                  <Input
                    maxLength={40}
                    aria-label={`身份 ${name + 1} 的代表团`}
                    placeholder="代表团（代表和代表团工作人员）"
                  />
                </Form.Item>
                <span>
                  <Form.Item name={[name, 'active']} valuePropName="checked" noStyle>
                    <Switch aria-label={`身份 ${name + 1} 在用`} />
                  </Form.Item>{' '}
                  <Button onClick={() => remove(name)} aria-label={`去掉身份 ${name + 1}`}>
                    去掉
                  </Button>
                </span>
              </div>
            ))}
            {rows.length < MOST_MEMBERSHIPS && (
              <Button onClick={() => add({ active: true, delegation: '' })}>加一个身份</Button>
            )}
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}
