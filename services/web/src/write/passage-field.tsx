import type { ReactElement, ReactNode } from 'react';
import type { Hint } from './hint.ts';

interface PassageFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly max: number;
  readonly placeholder: string;
  readonly disabled: boolean;
  readonly hints: readonly Hint[];
  readonly large?: boolean;
  /** A title is one line, however many the screen breaks it into. */
  readonly oneLine?: boolean;
  readonly onChange: (value: string) => void;
  readonly onPassage: (hint: Hint) => void;
}

/**
 * Words with the passages underlined that hints mean. A mirror of the text lies under the field: it carries the
 * underlines, and gives the field its height.
 */
export function PassageField(props: PassageFieldProps): ReactElement {
  const { id, label, value, max, placeholder, disabled, hints, large = false, oneLine = false } = props;
  const described = hints.map(({ number }) => `hint-${number}`).join(' ');
  return (
    <div className={`passage-field${large ? ' large' : ''}`}>
      <div className="mirror" aria-hidden>
        {marked(value, hints)}
        {'\u200b'}
      </div>
      <textarea
        id={id}
        aria-label={label}
        {...(described === '' ? {} : { 'aria-describedby': described })}
        rows={1}
        value={value}
        maxLength={max}
        placeholder={placeholder}
        readOnly={disabled}
        onChange={({ target }) => props.onChange(oneLine ? target.value.replaceAll('\n', '') : target.value)}
      />
      <span className="hint-numbers">
        {hints.map((hint) => (
          <button
            key={hint.key}
            type="button"
            className="hint-number"
            aria-label={`看提示 ${hint.number}`}
            onClick={() => props.onPassage(hint)}
          >
            {hint.number}
          </button>
        ))}
      </span>
    </div>
  );
}

/** The text in pieces, each hinted passage in a mark. Passages that overlap an earlier one stay unmarked. */
function marked(value: string, hints: readonly Hint[]): readonly ReactNode[] {
  const pieces: ReactNode[] = [];
  let from = 0;
  const inOrder = hints.toSorted((a, b) => a.place.start - b.place.start);
  for (const { key, place } of inOrder) {
    if (place.start < from || place.end <= place.start || place.end > value.length) continue;
    pieces.push(value.slice(from, place.start));
    pieces.push(<mark key={key}>{value.slice(place.start, place.end)}</mark>);
    from = place.end;
  }
  pieces.push(value.slice(from));
  return pieces;
}
