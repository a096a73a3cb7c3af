import BellOutlined from '@ant-design/icons/BellOutlined';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useUnread } from './use-notices.ts';
import './notices.css';

/** More are not counted out. */
const MOST_SHOWN = 99;

/** 通知, with the number of unread ones, on every page. */
export function NoticeBell(): ReactElement {
  const { data: unread = 0 } = useUnread();
  const shown = unread > MOST_SHOWN ? `${MOST_SHOWN}+` : String(unread);
  return (
    <Link
      className="bell"
      to="/notices"
      aria-label={unread === 0 ? '通知' : `通知，${shown} 条未读`}
      title="通知"
    >
      <BellOutlined aria-hidden />
      {unread > 0 && <b aria-hidden>{shown}</b>}
    </Link>
  );
}
