import { Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import type { Me } from '../../session/session.ts';
import { isLogin, loginParts, nameTyped } from './login-parts.ts';

interface Values {
  /** Without its place. */
  readonly login: string;
  readonly password: string;
  readonly again: string;
}

/** Bounds of the API, in characters. */
const MIN_PASSWORD = 8;
const MAX_PASSWORD = 200;

/** 开通账号; for somebody who has one, another password and if need be another login. What is typed is kept nowhere. */
export function SetAccount(props: {
  readonly me: Me;
  readonly person: Schemas['Person'];
  readonly onClose: () => void;
}): ReactElement {
  const { me, person, onClose } = props;
  const isFirst = person.login === '';
  const { name, place } = loginParts(person.login, me.tenant);
  return (
    <ActDrawer<Values>
      name={isFirst ? '开通账号' : '重设密码'}
      hint={
        isFirst
          ? `开通后${person.name}就能登录；登录名和密码请告诉本人。`
          : `${person.name}以后用新的密码登录，原来的密码不能再用；登录名要改也在这里改。`
      }
      keptAs={undefined}
      initial={{ login: name }}
      toldAtField={['login', 'password']}
      fields={() => (
        <>
          <LoginField place={place} />
          <PasswordFields />
        </>
      )}
      send={async ({ login, password }, header) => {
        const body = { personId: person.personId, login: login + place, password };
        return dataOf(await api.POST('/api/v1/accounts', { params: { header }, body }));
      }}
      onClose={onClose}
    />
  );
}

function LoginField({ place }: { place: string }): ReactElement {
  return (
    <Form.Item
      name="login"
      label="登录名"
      extra={place === '' ? undefined : `登录时连同 ${place} 一起填写`}
      normalize={(typed: string) => nameTyped(typed, place)}
      validateFirst
      rules={[
        { required: true, message: '请填写登录名' },
        {
          validator: async (_rule, name: string) => {
            if (!isLogin({ name, place })) throw new Error('登录名只用小写字母、数字、点、横线和下划线');
          },
        },
      ]}
    >
      <Input suffix={place} autoComplete="off" autoCapitalize="none" spellCheck={false} />
    </Form.Item>
  );
}

function PasswordFields(): ReactElement {
  return (
    <>
      <Form.Item
        name="password"
        label="密码"
        extra={`至少 ${MIN_PASSWORD} 位`}
        validateFirst
        rules={[
          { required: true, message: '请设一个密码' },
          { min: MIN_PASSWORD, message: `密码至少 ${MIN_PASSWORD} 位` },
        ]}
      >
        <Input.Password maxLength={MAX_PASSWORD} autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label="再填一次密码"
        dependencies={['password']}
        validateFirst
        rules={[
          { required: true, message: '请再填一次密码' },
          ({ getFieldValue }) => ({
            validator: async (_rule, again: string) => {
              if (again !== getFieldValue('password')) throw new Error('两次填的密码不一样');
            },
          }),
        ]}
      >
        <Input.Password maxLength={MAX_PASSWORD} autoComplete="new-password" />
      </Form.Item>
    </>
  );
}
