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
  readonly marked: ReadonlySet<string>;
  readonly listed: AssignList;
  readonly onChoose: (id: string) => void;
  readonly onMark: (id: string) => void;
}): ReactElement {
  const { ref, name, items, current, marked, listed, onChoose, onMark } = props;
  const reached = items.findIndex(({ suggestionId }) => suggestionId === current);
  const { shown, more } = useShown(items, reached);
  return (
    <section className="card flush" aria-label={name}>
      {items.length === 0 ? (
        <p className="queue-empty quiet">没有{name}的建议。登记以后会出现在这里。</p>
      ) : (
        <ul ref={ref} className="queue" tabIndex={0} aria-label={`${name}的建议`}>
          {shown.map(({ suggestionId, displayNumber, title, category, isKey, handlingType }) => (
            <li
              key={suggestionId}
              aria-current={suggestionId === current}
              onClick={() => onChoose(suggestionId)}
            >
              <span className="spread quiet board-number">
                <Checkbox
                  checked={marked.has(suggestionId)}
                  onClick={(event) => event.stopPropagation()}
                  onChange={() => onMark(suggestionId)}
                  aria-label={`选上 ${displayNumber}`}
                >
                  {displayNumber}
                </Checkbox>
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
