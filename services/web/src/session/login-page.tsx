import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { api, dataOf, Refused, referenceText } from '../api/client.ts';
import { LanguageSwitch } from '../language/language-switch.tsx';
import type { Nobody } from './session.ts';
import { changeSession } from './use-session.ts';

interface Credentials {
  readonly login: string;
  readonly password: string;
}

/** 登录. What was typed stays when it is refused; the address stays, so that the login leads to the page that was asked for. */
export function LoginPage({ session: { hasEnded, next = '' } }: { session: Nobody }): ReactElement {
  const queries = useQueryClient();
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (credentials: Credentials): Promise<void> => {
    setBusy(true);
    setFailure('');
    try {
      const me = dataOf(await api.POST('/api/v1/session', { body: credentials }));
      changeSession(queries, { me });
    } catch (error) {
      setFailure(failureText(error));
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
        <LanguageSwitch />
      </div>
      {hasEnded && <p role="status">登录已过期，请重新登录。登录后回到刚才的页面。</p>}
      <Form<Credentials>
        key={next}
        layout="vertical"
        initialValues={{ login: next }}
        onFinish={(values) => void submit(values)}
        requiredMark={false}
      >
        <Form.Item name="login" label="账号" rules={[{ required: true, message: '请填写账号' }]}>
          <Input size="large" autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
          <Input.Password size="large" autoComplete="current-password" autoFocus={next !== ''} />
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

function failureText(error: unknown): string {
  if (!(error instanceof Refused)) return '没有连上服务器，请检查网络后再登录';
  const { problem, message } = error;
  return problem.status < 500 ? message : [message, referenceText(problem)].filter(Boolean).join('，');
}
