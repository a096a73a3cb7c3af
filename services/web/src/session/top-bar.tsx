import { useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { api, dataOf } from '../api/client.ts';
import { word } from '../design/words.ts';
import { NoticeBell } from '../notices/notice-bell.tsx';
import { LanguageSwitch } from '../language/language-switch.tsx';
import type { Me } from './session.ts';
import { useLogOut } from './use-log-out.ts';
import { changeSession } from './use-session.ts';
import { useTold } from './use-told.tsx';

/** The bar on every page: where, who, in which role. */
export function TopBar({ me, children }: { me: Me; children: ReactNode }): ReactElement {
  const logOut = useLogOut();
  const { holder, attempt } = useTold();
  return (
    <header className="topbar">
      {holder}
      <a className="skip" href="#main">
        跳到正文
      </a>
      <Link className="brand" to="/">
        <img src="/mark.svg" alt="" />
        回音
      </Link>
      <span className="place">{me.tenantName}</span>
      <span className="who">
        <b>{me.name}</b>
        <span className="role"> · {roleText(me)}</span>
      </span>
      <NoticeBell />
      {children}
      <OtherIdentities me={me} />
      <LanguageSwitch />
      <Button type="text" onClick={() => attempt('没有退出', () => logOut())}>
        退出
      </Button>
    </header>
  );
}

function roleText({ roles, unit }: Me): string {
  const names = roles.map((role) => word('role', role)).join('、');
  return unit === undefined ? names : `${unit.name} ${names}`;
}

/** Somebody may be a deputy in the district and in the city: one person, several identities. */
function OtherIdentities({ me }: { me: Me }): ReactElement | null {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { holder, attempt } = useTold();
  const others = me.memberships.filter(({ membershipId }) => membershipId !== me.membershipId);
  if (others.length === 0) return null;
  const switchTo = async (membershipId: string): Promise<void> => {
    const body = { membershipId };
    const header = { 'idempotency-key': crypto.randomUUID() };
    const next = dataOf(await api.POST('/api/v1/session:switch', { body, params: { header } }));
    changeSession(queries, { me: next });
    void navigate('/');
  };
  const items = others.map(({ membershipId, tenantName, role, unit }) => ({
    key: membershipId,
    label: [tenantName, unit?.name, word('role', role)].filter(Boolean).join(' · '),
  }));
  return (
    <>
      {holder}
      <Dropdown
        menu={{ items, onClick: ({ key }) => attempt('没有换成', () => switchTo(key)) }}
        trigger={['click']}
      >
        <Button type="text">换身份</Button>
      </Dropdown>
    </>
  );
}
