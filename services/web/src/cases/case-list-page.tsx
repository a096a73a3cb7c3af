import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useToday } from '../api/use-today.ts';
import { PageState } from '../design/page-state.tsx';
import { usePhone } from '../design/use-phone.ts';
import { word } from '../design/words.ts';
import { ExportButton } from '../sheet/export-button.tsx';
import { addressOf, searchOf, type Address } from './address.ts';
import { SavedViews } from '../views/saved-views.tsx';
import { caseColumns } from './case-columns.ts';
import { CaseFilters } from './case-filters.tsx';
import { CaseSection } from './case-section.tsx';
import { Greeting } from './greeting.tsx';
import { sectionsOf } from './sections.ts';
import { everyCase, useColourCounts, type ColourCount } from './use-cases.ts';
import { totalOf, viewOf, type View } from './views.ts';

interface Reader {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly string[];
}

const HANDLE_NO_CASES: ReadonlySet<string> = new Set(['operator', 'trainer', 'administrator']);

/** 我的清单, or where else somebody without cases finds what is theirs. */
export function CaseListPage({ me }: { me: Reader }): ReactElement {
  return me.roles.every((role) => HANDLE_NO_CASES.has(role)) ? <NoList me={me} /> : <CaseList me={me} />;
}

/** What waits for me, then the cases I chose to see, worst colour first. */
function CaseList({ me }: { me: Reader }): ReactElement {
  const waiting = useColourCounts({ progress: 'open', title: '' });
  return (
    <main id="main">
      <title>我的清单 · 回音</title>
      <PageState query={waiting} what="案件清单" shape={<h1 className="greeting">{me.name}，您好</h1>}>
        {(counts) => (
          <>
            <Greeting me={me} counts={counts} />
            <ChosenCases me={me} />
          </>
        )}
      </PageState>
    </main>
  );
}

function NoList({ me }: { me: Reader }): ReactElement {
  return (
    <main id="main">
      <title>回音</title>
      <h1 className="greeting">{me.name}，您好</h1>
      <p>
        {me.roles.map((role) => word('role', role)).join('、')}的身份没有案件清单，
        {ownPlaceOf(me.roles)}
      </p>
    </main>
  );
}

/** Where such a person finds what is theirs. */
function ownPlaceOf(roles: readonly string[]): ReactElement {
  if (roles.includes('administrator'))
    return (
      <>
        规则包、单位、人员和届次在<Link to="/settings">设置</Link>里。
      </>
    );
  if (roles.includes('operator'))
    return (
      <>
        各服务的状态、积压和未能处理的事件在<Link to="/operations">运行</Link>里，一件建议走过的每一步在
        <Link to="/operations/journey">旅程</Link>里。
      </>
    );
  return (
    <>
      能做的事见<a href="/api/docs/">接口说明</a>。
    </>
  );
}

function ChosenCases({ me }: { me: Reader }): ReactElement {
  const [search, setSearch] = useSearchParams();
  const today = useToday();
  const isPhone = usePhone();
  const address = addressOf(search);
  const isDeputy = me.roles.includes('deputy');
  const counted = useColourCounts({ progress: 'open', title: address.title });
  const change = (changed: Partial<Address>): void => setSearch(searchOf({ ...address, ...changed }));
  return (
    <PageState query={counted} what="案件清单">
      {(counts) => {
        const view = viewOf(address.view, counts, isDeputy);
        const sections = sectionsOf(address, view, counts);
        const asRows = address.scope === 'open' && !isPhone && !isDeputy;
        return (
          <>
            <CaseFilters {...{ address, view, counts, isDeputy, change }}>
              <ExportButton
                name="案件"
                columns={caseColumns(today)}
                items={() => everyCase(sections.map(({ filter }) => filter))}
              />
              <SavedViews list="cases" />
            </CaseFilters>
            {sections.length === 0 && <Nothing {...{ address, view, counts, change }} />}
            {sections.map((section) => (
              <CaseSection
                key={section.colour ?? section.name}
                {...section}
                {...{ today, isDeputy, asRows }}
              />
            ))}
          </>
        );
      }}
    </PageState>
  );
}

interface NothingProps {
  readonly address: Address;
  readonly view: View;
  readonly counts: readonly ColourCount[];
  readonly change: (changed: Partial<Address>) => void;
}

/** One sentence why, one thing to do. */
function Nothing({ address, view, counts, change }: NothingProps): ReactElement {
  const all = totalOf(counts, 'all');
  if (address.title !== '') {
    return (
      <p className="nothing">
        没有标题含“{address.title}”的案件。
        <Button type="link" onClick={() => change({ title: '' })}>
          不按标题找
        </Button>
      </p>
    );
  }
  const why =
    address.colour !== ''
      ? noneOf(word('within', view), address.colour)
      : view === 'mine'
        ? '现在没有轮到您的事。'
        : '没有在办的案件。';
  return (
    <p className="nothing">
      {why}
      {all > 0 && (
        <Button type="link" onClick={() => change({ view: 'all', colour: '' })}>
          看全部 {all} 件
        </Button>
      )}
      {all === 0 && (
        <Button type="link" onClick={() => change({ scope: 'register', view: '', colour: '' })}>
          看历史台账
        </Button>
      )}
    </p>
  );
}

function noneOf(within: string, colour: string): string {
  const name = word('colour', colour);
  return colour === 'none' ? `${within}没有${name}的案件。` : `${within}没有${name}色的案件。`;
}
