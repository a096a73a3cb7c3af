import { Skeleton } from 'antd';
import type { ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import { useAssignment } from '../api/use-assignment.ts';
import { useToday } from '../api/use-today.ts';
import { DaysLeft } from '../design/days-left.tsx';
import { PageState } from '../design/page-state.tsx';
import { StatusMark } from '../design/status-mark.tsx';
import { TitleText } from '../design/title-text.tsx';
import { word } from '../design/words.ts';
import { usePhone } from '../design/use-phone.ts';
import type { Me } from '../session/session.ts';
import { ReplyEditor } from './reply-editor.tsx';
import { useInbox } from './use-inbox.ts';
import './reply.css';

/** 写答复: the inbox beside it, the reply demand by demand, and the letter it becomes. */
export function ReplyPage({ me }: { me: Me }): ReactElement {
  const { id = '' } = useParams();
  const share = useAssignment(id);
  const isPhone = usePhone();
  const number = share.data?.assignment.displayNumber ?? '';
  return (
    <main id="main" className="reply-page">
      <title>{`${number} 答复 · 回音`}</title>
      {isPhone ? (
        <nav className="crumbs" aria-label="位置">
          <Link to="/">收件</Link>
          <span aria-current="page"> / 写答复</span>
        </nav>
      ) : (
        <ShortInbox me={me} current={id} />
      )}
      <PageState query={share} what="承办件" shape={<Skeleton active paragraph={{ rows: 12 }} />}>
        {(file) => <ReplyEditor key={file.assignment.assignmentId} me={me} file={file} />}
      </PageState>
    </main>
  );
}

/** What else waits, so that the next one is a click away. */
function ShortInbox({ me, current }: { me: Me; current: string }): ReactElement {
  const inbox = useInbox(me.unit?.unitId ?? '');
  const today = useToday();
  return (
    <nav className="short-inbox card" aria-label="收件">
      <PageState query={inbox} what="收件">
        {(items) => (
          <>
            <h2 className="spread">
              <Link to="/">收件 {items.length}</Link>
              <span className="quiet">按期限</span>
            </h2>
            <ul>
              {items.map((item) => (
                <li key={item.caseId}>
                  <Link
                    to={item.to}
                    {...(item.assignmentId === current ? { 'aria-current': 'page' as const } : {})}
                  >
                    <span className="spread">
                      <span className="quiet">
                        {item.number} {word('share', item.role)}
                      </span>
                      <StatusMark colour={item.colour} />
                    </span>
                    <TitleText>{item.title}</TitleText>
                    {item.dueDate !== '' && <DaysLeft dueDate={item.dueDate} today={today} />}
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </PageState>
    </nav>
  );
}
