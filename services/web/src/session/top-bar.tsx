import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { api } from '../api/client.ts';
import { word } from '../design/words.ts';
import { useSession } from './use-session.ts';

/** The bar on every page: where, who, in which role. */
export function TopBar(): ReactElement {
  const queries = useQueryClient();
  const me = useSession().data;
  const logOut = async (): Promise<void> => {
    await api.DELETE('/api/v1/session');
    queries.clear();
    queries.setQueryData(['me'], null);
  };
  return (
    <header className="topbar">
      <a className="skip" href="#main">
        跳到正文
      </a>
      <Link className="brand" to="/">
        <img src="/mark.svg" alt="" />
        回音
      </Link>
      <span className="place">{me?.tenantName}</span>
      <span className="who">
        {me?.name} <span className="role">· {me?.roles.map((role) => word('role', role)).join('、')}</span>
      </span>
      <Button type="text" onClick={() => void logOut()}>
        退出
      </Button>
    </header>
  );
}
