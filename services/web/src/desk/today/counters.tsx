import type { ReactElement } from 'react';
import { StatusMark } from '../../design/status-mark.tsx';
import { FILTERS, type Filter } from './queue.ts';

/** Four counts that are filters at once; pressed again, everything is shown. */
export function Counters(props: {
  readonly counts: Readonly<Record<Filter, number>>;
  readonly filter: Filter | undefined;
  readonly show: (filter: Filter | undefined) => void;
}): ReactElement {
  const { counts, filter, show } = props;
  return (
    <div className="counters card" role="group" aria-label="只看">
      {FILTERS.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={filter === each}
          onClick={() => show(filter === each ? undefined : each)}
        >
          <span>{NAMES[each].name}</span>
          <strong>
            {each === 'red' && counts.red > 0 && <StatusMark colour="red" text="" />}
            {counts[each]} <small>件</small>
          </strong>
          <span className="quiet">{NAMES[each].hint}</span>
        </button>
      ))}
    </div>
  );
}

const NAMES: Readonly<Record<Filter, { readonly name: string; readonly hint: string }>> = {
  today: { name: '今天到期', hint: '逾期的也在内' },
  week: { name: '本周到期', hint: '今天起七日' },
  new: { name: '新来', hint: '昨天以来轮到您' },
  red: { name: '红色', hint: '都有责任人和下一步' },
};
