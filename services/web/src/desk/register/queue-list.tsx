import { useEffect, type ReactElement, type Ref } from 'react';
import type { Schemas } from '../../api/client.ts';
import { dayText } from '../../design/days.ts';
import { TitleText } from '../../design/title-text.tsx';
import { word } from '../../design/words.ts';
import type { Outcome } from './next-open.ts';

/** The queue: one stop of the keyboard, the open one marked. */
export function QueueList(props: {
  readonly ref: Ref<HTMLUListElement>;
  readonly items: readonly Schemas['SuggestionSummary'][];
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly current: string;
  readonly today: string;
  readonly onChoose: (id: string) => void;
}): ReactElement {
  const { ref, items, outcomes, current, today, onChoose } = props;
  useEffect(() => {
    document.querySelector(`#${rowId(current)}`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  if (items.length === 0)
    return <p className="queue-empty quiet">没有等着登记的建议。代表提交后会出现在这里。</p>;
  return (
    <ul
      ref={ref}
      className="queue"
      role="listbox"
      aria-label="待登记的建议"
      tabIndex={0}
      aria-activedescendant={current === '' ? undefined : rowId(current)}
    >
      {items.map((item) => (
        <li
          key={item.suggestionId}
          id={rowId(item.suggestionId)}
          role="option"
          aria-selected={item.suggestionId === current}
          onClick={() => onChoose(item.suggestionId)}
        >
          <span className="spread quiet">
            <span>
              {item.kind === 'motion' ? '议案' : word('period', item.period)}
              {outcomes.get(item.suggestionId)?.state === 'refused' && (
                <span className="chip">没有登记成</span>
              )}
            </span>
            <span>{dayText(item.submittedOn, today)}</span>
          </span>
          <span className="title" title={item.title}>
            <TitleText>{item.title}</TitleText>
          </span>
        </li>
      ))}
    </ul>
  );
}

function rowId(suggestionId: string): string {
  return `row-${suggestionId}`;
}
