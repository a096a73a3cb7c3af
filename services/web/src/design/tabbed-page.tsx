import { Tabs } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { SavedViews } from '../views/saved-views.tsx';
import './tabbed-page.css';

interface TabbedPageProps {
  readonly title: string;
  /** What the page is for, in a line. */
  readonly hint: string;
  /** Which list its saved views belong to; absent where there is nothing to filter. */
  readonly list?: string;
  /** The first is the one a reader comes to. */
  readonly tabs: readonly { readonly key: string; readonly label: string; readonly children: ReactNode }[];
}

/** A page of several lists. The open one and its filters are in the address, and can be kept under a name. */
export function TabbedPage({ title, hint, list, tabs }: TabbedPageProps): ReactElement {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('tab');
  const open = tabs.find(({ key }) => key === asked) ?? tabs[0];
  return (
    <main id="main" className="work-page tabbed-page">
      <title>{`${title} · 回音`}</title>
      <header className="work-head">
        <h1>{title}</h1>
        <span className="quiet">{hint}</span>
        {list !== undefined && <SavedViews list={list} />}
      </header>
      <Tabs
        activeKey={open?.key ?? ''}
        onChange={(key) => setSearch({ ...Object.fromEntries(search), tab: key }, { replace: true })}
        destroyOnHidden
        items={[...tabs]}
      />
    </main>
  );
}
