import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { Refused } from '../api/client.ts';
import { useToday } from '../api/use-today.ts';
import { PageState } from '../design/page-state.tsx';
import { usePhone } from '../design/use-phone.ts';
import { WORST_FIRST } from '../design/status-mark.tsx';
import { word } from '../design/words.ts';
import { addressOf, searchOf, type Address } from './address.ts';
import { CaseFilters } from './case-filters.tsx';
import { CaseSection } from './case-section.tsx';
import { Greeting } from './greeting.tsx';
import { useColourCounts, type CaseFilter, type ColourCount } from './use-cases.ts';
import { countOf, hiddenOf, totalOf, viewOf, type View } from './views.ts';

interface Reader {
  readonly name: string;
  readonly roles: readonly string[];
}

/** What waits for me, then the cases I chose to see, worst colour first. */
export function CaseListPage({ me }: { me: Reader }): ReactElement {
  const waiting = useColourCounts({ progress: 'open', title: '' });
  if (waiting.error instanceof Refused && waiting.error.problem.status === 403) return <NoList me={me} />;
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

/** Operators, trainers and administrators handle no cases. */
function NoList({ me }: { me: Reader }): ReactElement {
  return (
    <main id="main">
      <title>回音</title>
      <h1 className="greeting">{me.name}，您好</h1>
      <p>
        {me.roles.map((role) => word('role', role)).join('、')}的身份没有案件清单，能做的事见
        <a href="/api/docs/">接口说明</a>。
      </p>
    </main>
  );
}

function ChosenCases({ me }: { me: Reader }): ReactElement {
  const [search, setSearch] = useSearchParams();
  const address = addressOf(search);
  const isDeputy = me.roles.includes('deputy');
  const counted = useColourCounts({ progress: 'open', title: address.title });
  const change = (changed: Partial<Address>): void => setSearch(searchOf({ ...address, ...changed }));
  return (
    <PageState query={counted} what="案件清单">
      {(counts) => {
        const view = viewOf(address.view, counts, isDeputy);
        const common = { address, view, counts, isDeputy, change };
        return (
          <>
            <CaseFilters {...common} />
            {address.scope === 'open' ? <OpenCases {...common} /> : <OtherCases {...common} />}
          </>
        );
      }}
    </PageState>
  );
}

interface ChosenProps {
  readonly address: Address;
  readonly view: View;
  readonly counts: readonly ColourCount[];
  readonly isDeputy: boolean;
  readonly change: (changed: Partial<Address>) => void;
}

/** Cases in hand, a section for each colour that has some. */
function OpenCases({ address, view, counts, isDeputy, change }: ChosenProps): ReactElement {
  const today = useToday();
  const isPhone = usePhone();
  const filter: CaseFilter = {
    origin: 'live',
    progress: 'open',
    title: address.title,
    mine: view === 'mine',
    involved: view === 'involved',
    order: address.order,
  };
  const layout = { today, isDeputy, asRows: !isPhone && !isDeputy };
  // Of other deputies' suggestions a deputy sees no colours: they stand in one section.
  if (address.colour === '' && hiddenOf(counts, view) > 0) {
    const total = totalOf(counts, view);
    return <CaseSection name={word('view', view)} filter={filter} total={total} {...layout} />;
  }
  const colours = WORST_FIRST.filter((each) => address.colour === '' || address.colour === each);
  const shown = colours.filter((each) => countOf(counts, view, each) > 0);
  if (shown.length === 0) return <Nothing {...{ address, view, counts, change }} />;
  return (
    <>
      {shown.map((colour) => (
        <CaseSection
          key={colour}
          colour={colour}
          filter={{ ...filter, colour }}
          total={countOf(counts, view, colour)}
          {...layout}
        />
      ))}
    </>
  );
}

/** What is over, and what was over before Huiyin. */
function OtherCases({ address, isDeputy }: ChosenProps): ReactElement {
  const today = useToday();
  const isRegister = address.scope === 'register';
  const filter: CaseFilter = {
    origin: isRegister ? 'register' : 'live',
    ...(isRegister ? {} : { progress: 'ended' as const }),
    title: address.title,
    mine: false,
    involved: false,
    order: 'number',
  };
  const name = isRegister ? '历史台账' : '已结案件';
  return <CaseSection name={name} filter={filter} today={today} isDeputy={isDeputy} asRows={false} />;
}

/** One sentence why, one thing to do. */
function Nothing(props: Pick<ChosenProps, 'address' | 'view' | 'counts' | 'change'>): ReactElement {
  const { address, view, counts, change } = props;
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
      ? `${word('within', view)}没有${word('colour', address.colour)}${address.colour === 'none' ? '的' : '色的'}案件。`
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
