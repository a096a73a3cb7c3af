import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useToday } from '../api/use-today.ts';
import { PageState } from '../design/page-state.tsx';
import { ExportButton } from '../sheet/export-button.tsx';
import { usePhone } from '../design/use-phone.ts';
import { RehearsalStart } from '../session/rehearsal-start.tsx';
import type { Me } from '../session/session.ts';
import { filterOf, InboxFilters, passes, searchOf, type InboxFilter } from './inbox-filters.tsx';
import { SavedViews } from '../views/saved-views.tsx';
import { inboxColumns } from './inbox-columns.ts';
import { dueGroup, type InboxItem } from './inbox-item.ts';
import { InboxList } from './inbox-list.tsx';
import { useInbox } from './use-inbox.ts';
import './inbox.css';

/** 收件: what waits for the unit, by the day it is due, with one verb a row. */
export function InboxPage({ me }: { me: Me }): ReactElement {
  const inbox = useInbox(me.unit?.unitId ?? '');
  return (
    <main id="main">
      <title>收件 · 回音</title>
      <PageState query={inbox} what="收件" shape={<h1 className="greeting">收件</h1>}>
        {(items) => <Inbox me={me} items={items} />}
      </PageState>
    </main>
  );
}

function Inbox({ me, items }: { me: Me; items: readonly InboxItem[] }): ReactElement {
  const today = useToday();
  const isPhone = usePhone();
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const change = (changed: Partial<InboxFilter>): void => setSearch(searchOf({ ...filter, ...changed }));
  const shown = items.filter((item) => passes(item, filter));
  return (
    <>
      <h1 className="greeting">{headline(me, items, today)}</h1>
      {items.length > 0 && (
        <InboxFilters items={items} filter={filter} change={change}>
          <ExportButton name="收件" columns={inboxColumns(today)} items={() => Promise.resolve(shown)} />
          <SavedViews list="inbox" />
        </InboxFilters>
      )}
      {shown.length > 0 ? (
        <InboxList items={shown} today={today} asCards={isPhone} />
      ) : (
        <p className="nothing card">
          {items.length === 0 ? '交办给本单位的建议会出现在这里。' : '没有符合条件的件。'}
          {items.length === 0 && (
            <RehearsalStart
              me={me}
              after="代表工委登记、交办后"
              otherwise={<Link to="/cases?scope=register">看历史台账</Link>}
            />
          )}
          {items.length > 0 && (
            <Button type="link" onClick={() => setSearch({})}>
              看全部 {items.length} 件
            </Button>
          )}
        </p>
      )}
    </>
  );
}

/** What is pressing, in one sentence. */
function headline(me: Me, items: readonly InboxItem[], today: string): string {
  const due = items.filter(({ dueDate }) => dueGroup(dueDate, today) === 'today').length;
  const unit = me.unit?.name ?? me.tenantName;
  if (items.length === 0) return `${unit}，没有要办的件`;
  return due === 0
    ? `${unit}有 ${items.length} 件在办，今天没有到期的`
    : `${unit}有 ${due} 件今天到期或已逾期，共 ${items.length} 件在办`;
}
