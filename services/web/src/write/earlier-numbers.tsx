import { Button, Input } from 'antd';
import type { ReactElement } from 'react';
import { LIMITS } from './draft-words.ts';

/** 历年编号, each on its own line; the first line is there to be filled. */
export function EarlierNumbers(props: {
  readonly numbers: readonly string[];
  readonly locked: boolean;
  readonly onChange: (numbers: string[]) => void;
}): ReactElement {
  const { numbers, locked, onChange } = props;
  const lines = numbers.length === 0 ? [''] : numbers;
  return (
    <ul className="earlier-numbers">
      {lines.map((number, item) => (
        <li key={item}>
          <Input
            aria-label={`历年编号 ${item + 1}`}
            maxLength={LIMITS.earlierNumber}
            value={number}
            placeholder="如 2024年第67号"
            onChange={({ target }) =>
              onChange(lines.map((line, index) => (index === item ? target.value : line)))
            }
          />
          {lines.length > 1 && !locked && (
            <Button
              type="text"
              aria-label={`去掉历年编号 ${item + 1}`}
              onClick={() => onChange(lines.filter((_line, index) => index !== item))}
            >
              去掉
            </Button>
          )}
        </li>
      ))}
      {lines.length < LIMITS.earlierNumbers && !locked && (
        <li>
          <Button type="link" aria-label="再加一个历年编号" onClick={() => onChange([...lines, ''])}>
            再加一个
          </Button>
        </li>
      )}
    </ul>
  );
}
