import { Checkbox } from 'antd';
import type { ReactElement, Ref } from 'react';
import type { Schemas } from '../../api/client.ts';
import { TitleText } from '../../design/title-text.tsx';
import { useShown } from '../../design/use-shown.tsx';
import { word } from '../../design/words.ts';
import type { AssignList } from './use-assign-list.ts';

/** Registered suggestions, the oldest registration first. */
export function BoardList(props: {
  readonly ref: Ref<HTMLUListElement>;
  readonly name: string;
  readonly items: readonly Schemas['AssignmentBoardCase'][];
  readonly current: string;
  /** Said where there are none. */
  readonly empty: string;
  /** Absent where nothing is done to several at once. */
  readonly marks?: { readonly marked: ReadonlySet<string>; readonly onMark: (id: string) => void };
  readonly listed?: AssignList;
  readonly onChoose: (id: string) => void;
}): ReactElement {
  const { ref, name, items, current, empty, marks, listed = {}, onChoose } = props;
  const reached = items.findIndex(({ suggestionId }) => suggestionId === current);
  const { shown, more } = useShown(items, reached);
  return (
    <section className="card flush" aria-label={name}>
      {items.length === 0 ? (
        <p className="queue-empty quiet">{empty}</p>
      ) : (
        <ul ref={ref} className="queue" tabIndex={0} aria-label={`${name}的建议`}>
          {shown.map(({ suggestionId, displayNumber, title, category, isKey, handlingType }) => (
            <li
              key={suggestionId}
              aria-current={suggestionId === current}
              onClick={() => onChoose(suggestionId)}
            >
              <span className="spread quiet board-number">
                {marks === undefined ? (
                  <span>{displayNumber}</span>
                ) : (
                  <Checkbox
                    checked={marks.marked.has(suggestionId)}
                    onClick={(event) => event.stopPropagation()}
                    onChange={() => marks.onMark(suggestionId)}
                    aria-label={`选上 ${displayNumber}`}
                  >
                    {displayNumber}
                  </Checkbox>
                )}
                <span>{category}</span>
              </span>
              <span className="title" title={title}>
                <TitleText>{title}</TitleText>
              </span>
              {isKey && <span className="chip key">重点</span>}
              {handlingType === 'complex' && <span className="chip">{word('handling', handlingType)}</span>}
              {listed[suggestionId] !== undefined && <span className="chip">在清单里</span>}
            </li>
          ))}
        </ul>
      )}
      {more}
    </section>
  );
}
