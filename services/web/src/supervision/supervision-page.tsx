import { Tabs } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { DeskForm } from '../act/desk-forms/desk-form.ts';
import { useToday } from '../api/use-today.ts';
import type { Me } from '../session/session.ts';
import { LettersTab } from './letters-tab.tsx';
import { RedTab } from './red-tab.tsx';
import './supervision.css';
import { TalksTab } from './talks-tab.tsx';
import { UrgesTab } from './urges-tab.tsx';

/** What somebody wants to do about a case of the page. */
export interface Asked {
  readonly form: DeskForm;
  readonly caseId: string;
  /** The clock, letter or talk. */
  readonly targetId: string;
}

/** What each tab gets. */
export interface TabProps {
  readonly me: Me;
  /** Business day, YYYY-MM-DD. */
  readonly today: string;
  readonly ask: (asked: Asked) => void;
}

/** 督办约谈: what is red and who is on it, the letters, talks and urges of the ladder. The open tab is in the address. */
export function SupervisionPage({ me }: { me: Me }): ReactElement {
  const [search, setSearch] = useSearchParams();
  const today = useToday();
  const [asked, setAsked] = useState<Asked>();
  const tab = { me, today, ask: setAsked };
  return (
    <main id="main" className="work-page supervision-page">
      <title>督办约谈 · 回音</title>
      <header className="work-head">
        <h1>督办约谈</h1>
        <span className="quiet">黄色催办，红色发督办函，久红或者再红约谈</span>
        <Link to="/wall" className="to-wall">
          三色墙
        </Link>
      </header>
      <Tabs
        activeKey={search.get('tab') ?? 'red'}
        onChange={(key) => setSearch({ tab: key }, { replace: true })}
        destroyOnHidden
        items={[
          { key: 'red', label: '红色', children: <RedTab {...tab} /> },
          { key: 'letters', label: '督办函', children: <LettersTab {...tab} /> },
          { key: 'talks', label: '约谈', children: <TalksTab {...tab} /> },
          { key: 'urges', label: '催办', children: <UrgesTab {...tab} /> },
        ]}
      />
      {asked !== undefined && (
        <asked.form.Form
          {...{ caseId: asked.caseId, targetId: asked.targetId, today }}
          keptAs={[me.personId, asked.form.act, asked.targetId].join('.')}
          onClose={() => setAsked(undefined)}
        />
      )}
    </main>
  );
}
