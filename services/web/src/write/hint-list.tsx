import { Button } from 'antd';
import type { ReactElement } from 'react';
import { goTo, type Hint } from './hint.ts';

/** 写作提示: short, skippable, never in the way of submitting. */
export function HintList({
  hints,
  onLeave,
}: {
  hints: readonly Hint[];
  onLeave: (hint: Hint) => void;
}): ReactElement {
  if (hints.length === 0)
    return <p className="quiet">没有提示。写的时候会看一件一事、情况和做法写没写清。</p>;
  return (
    <ol className="hints" aria-live="polite">
      {hints.map((hint) => (
        <li key={hint.key} id={`hint-${hint.number}`} tabIndex={-1}>
          <p>
            <span className="hint-number" aria-hidden>
              {hint.number}
            </span>
            <span>
              {hint.message}
              {hint.how !== '' && <span className="under quiet">{hint.how}</span>}
            </span>
          </p>
          <div className="act-bar">
            <Button onClick={() => goTo(hint.place)}>{hint.act}</Button>
            <Button type="text" onClick={() => onLeave(hint)}>
              保留
            </Button>
          </div>
        </li>
      ))}
    </ol>
  );
}
