import { Tabs } from 'antd';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import type { Me } from '../../session/session.ts';
import { CalendarTab } from './calendar/calendar-tab.tsx';
import { PeopleTab } from './people-tab.tsx';
import { RulesTab } from './rules-tab.tsx';
import { SessionsTab } from './sessions-tab.tsx';
import './settings.css';
import { UnitsTab } from './units-tab.tsx';

/** 设置: what the work rests on — rules, units, people and congress sessions. The open tab is in the address. */
export function SettingsPage({ me }: { me: Me }): ReactElement {
  const [search, setSearch] = useSearchParams();
  return (
    <main id="main" className="work-page settings-page">
      <title>设置 · 回音</title>
      <h1>设置</h1>
      <Tabs
        activeKey={search.get('tab') ?? 'rules'}
        onChange={(tab) => setSearch({ tab }, { replace: true })}
        destroyOnHidden
        items={[
          { key: 'rules', label: '规则包', children: <RulesTab me={me} /> },
          { key: 'units', label: '单位', children: <UnitsTab me={me} /> },
          { key: 'people', label: '人员和身份', children: <PeopleTab me={me} /> },
          { key: 'calendar', label: '日历', children: <CalendarTab me={me} /> },
          { key: 'sessions', label: '届次', children: <SessionsTab me={me} /> },
        ]}
      />
    </main>
  );
}
