import { Input, Segmented, Select } from 'antd';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useToday } from '../api/use-today.ts';
import { colourOf, type Colour } from '../design/status-mark.tsx';
import { CaseSection } from './case-section.tsx';
import { Waiting } from './waiting.tsx';
import { useMayList, type CaseFilter } from './use-cases.ts';

/** Worst first; what has no running clock comes last. */
const COLOURS: readonly Colour[] = ['red', 'yellow', 'green', 'none'];
const COLOUR_FILTERS = [
  { value: '', label: '全部' },
  { value: 'red', label: '红' },
  { value: 'yellow', label: '黄' },
  { value: 'green', label: '绿' },
  { value: 'none', label: '未起' },
];
const ORIGINS = [
  { value: 'live', label: '本系统办理' },
  { value: 'register', label: '历史台账' },
];

interface Reader {
  readonly name: string;
  readonly roles: readonly string[];
}

interface Address {
  readonly colour: string;
  readonly title: string;
  readonly origin: 'live' | 'register';
}

/** What waits for me, then all I may see by colour. The filters live in the address. */
export function CaseListPage({ me }: { me: Reader }): ReactElement {
  const [search, setSearch] = useSearchParams();
  const today = useToday();
  const mayList = useMayList();
  const address: Address = {
    colour: search.get('colour') ?? '',
    title: search.get('title') ?? '',
    origin: search.get('origin') === 'register' ? 'register' : 'live',
  };
  const change = (changed: Partial<Address>): void => {
    const next = { ...address, ...changed };
    setSearch(
      Object.entries(next).filter(([key, value]) => value !== '' && !(key === 'origin' && value === 'live')),
    );
  };
  return (
    <main id="main">
      <Waiting me={me} today={today} />
      {!mayList ? null : (
        <>
          <Filters address={address} change={change} />
          {sectionsOf(address).map(({ colour, filter }) => (
            <CaseSection
              key={colour ?? 'register'}
              {...(colour === undefined ? {} : { colour })}
              filter={filter}
              alone={address.colour !== '' || address.origin === 'register'}
              today={today}
              toDeputy={me.roles.includes('deputy')}
            />
          ))}
        </>
      )}
    </main>
  );
}

interface Section {
  readonly colour?: Colour;
  readonly filter: CaseFilter;
}

function sectionsOf({ colour, title, origin }: Address): readonly Section[] {
  if (origin === 'register') return [{ filter: { origin, title } }];
  const colours = colour === '' ? COLOURS : [colourOf(colour)];
  return colours.map((each) => ({ colour: each, filter: { origin, title, colour: each } }));
}

function Filters(props: {
  readonly address: Address;
  readonly change: (changed: Partial<Address>) => void;
}): ReactElement {
  const { address, change } = props;
  return (
    <div className="toolbar" role="search">
      {address.origin === 'live' && (
        <Segmented
          aria-label="颜色"
          options={COLOUR_FILTERS}
          value={address.colour}
          onChange={(colour) => change({ colour })}
        />
      )}
      <Select
        aria-label="来源"
        value={address.origin}
        options={ORIGINS}
        onChange={(origin: Address['origin']) => change({ origin, colour: '' })}
      />
      <Input.Search
        key={address.title}
        aria-label="标题中的文字"
        placeholder="标题中的文字"
        defaultValue={address.title}
        allowClear
        onSearch={(title) => change({ title: title.trim() })}
      />
    </div>
  );
}
