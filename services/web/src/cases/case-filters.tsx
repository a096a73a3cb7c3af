import { Input, Segmented, Select } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { StatusMark, WORST_FIRST } from '../design/status-mark.tsx';
import { word } from '../design/words.ts';
import type { Address } from './address.ts';
import type { ColourCount } from './use-cases.ts';
import { countOf, totalOf, viewsFor, type View } from './views.ts';

const SCOPES = [
  { value: 'open', label: '在办' },
  { value: 'ended', label: '已结' },
  { value: 'register', label: '历史台账' },
];
const ORDERS = [
  { value: 'due', label: '期限近的在前' },
  { value: 'number', label: '编号大的在前' },
];

interface FiltersProps {
  readonly address: Address;
  readonly view: View;
  readonly counts: readonly ColourCount[];
  readonly isDeputy: boolean;
  readonly change: (changed: Partial<Address>) => void;
  /** What can be done with the list. */
  readonly children: ReactNode;
}

/** Which cases are shown, how many there are of each, and in which order. */
export function CaseFilters(props: FiltersProps): ReactElement {
  const { address, view, counts, isDeputy, change, children } = props;
  return (
    <div className="toolbar" role="search">
      {address.scope === 'open' && (
        <>
          <Segmented
            aria-label="范围"
            value={view}
            options={viewsFor(isDeputy).map((each) => ({
              value: each,
              label: <Counted text={word('view', each)} count={totalOf(counts, each)} />,
            }))}
            onChange={(chosen) => change({ view: chosen, colour: '' })}
          />
          <Segmented
            aria-label="颜色"
            value={address.colour}
            options={[
              { value: '' as const, label: '各色' },
              ...WORST_FIRST.map((colour) => ({
                value: colour,
                label: <ColourChoice colour={colour} count={countOf(counts, view, colour)} />,
              })),
            ]}
            onChange={(colour) => change({ colour })}
          />
        </>
      )}
      <Select
        aria-label="在办、已结或历史台账"
        className="scope"
        value={address.scope}
        options={SCOPES}
        onChange={(scope: Address['scope']) => change({ scope, colour: '', view: '' })}
      />
      {address.scope === 'open' && (
        <Select
          aria-label="排序"
          className="order"
          value={address.order}
          options={ORDERS}
          onChange={(order: Address['order']) => change({ order })}
        />
      )}
      <Input.Search
        key={address.title}
        aria-label="标题中的文字"
        placeholder="标题中的文字"
        defaultValue={address.title}
        allowClear
        onSearch={(title) => change({ title: title.trim() })}
      />
      {children}
    </div>
  );
}

function Counted({ text, count }: { text: string; count: number }): ReactElement {
  return (
    <>
      {text} <span className="count">{count}</span>
    </>
  );
}

function ColourChoice({ colour, count }: { colour: string; count: number }): ReactElement {
  return (
    <span className="colour-choice">
      <StatusMark colour={colour} /> <span className="count">{count}</span>
    </span>
  );
}
