import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { api, dataOf, Refused } from '../api/client.ts';
import { changeSession } from './use-session.ts';

interface Credentials {
  readonly login: string;
  readonly password: string;
}

/** 登录. What was typed stays when it is refused. */
export function LoginPage(): ReactElement {
  const queries = useQueryClient();
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (credentials: Credentials): Promise<void> => {
    setBusy(true);
    setFailure('');
    try {
      const me = dataOf(await api.POST('/api/v1/session', { body: credentials }));
      changeSession(queries, me);
    } catch (error) {
      setFailure(error instanceof Refused ? error.message : '没有连上服务器，请检查网络后再登录');
      setBusy(false);
    }
  };
  return (
    <main id="main" className="login">
      <div className="brand-row">
        <img src="/mark.svg" alt="" />
        <div>
          <h1>回音</h1>
          <span className="quiet">事事有回音，件件有着落</span>
        </div>
      </div>
      <Form<Credentials> layout="vertical" onFinish={(values) => void submit(values)} requiredMark={false}>
        <Form.Item name="login" label="账号" rules={[{ required: true, message: '请填写账号' }]}>
          <Input size="large" autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
          <Input.Password size="large" autoComplete="current-password" />
        </Form.Item>
        <p className="form-error" role="alert">
          {failure === '' ? '' : `✕ ${failure}`}
        </p>
        <Button type="primary" size="large" htmlType="submit" block loading={busy}>
          登录
        </Button>
      </Form>
    </main>
  );
}
