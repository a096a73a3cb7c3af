import type { ReactElement } from 'react';
import { word } from './words.ts';

export type Colour = 'red' | 'yellow' | 'green' | 'none';

/** What has no running clock comes last. */
export const WORST_FIRST: readonly Colour[] = ['red', 'yellow', 'green', 'none'];

/** The colour of a code; a clock that does not run, or is not shown to the reader, has none. */
export function colourOf(code: string): Colour {
  return code === 'red' || code === 'yellow' || code === 'green' ? code : 'none';
}

/** Shape, colour and word together: colour never speaks alone. */
export function StatusMark(props: {
  readonly colour: string;
  /** Instead of the colour's own word. */
  readonly text?: string;
  readonly pill?: boolean;
}): ReactElement {
  const colour = colourOf(props.colour);
  const name = word('colour', colour);
  const text = props.text ?? name;
  return (
    <span className={`mark ${colour}${props.pill === true ? ' pill' : ''}`}>
      {SHAPES[colour]}
      <span>
        {!text.startsWith(name) && <span className="unseen">{name} </span>}
        {text}
      </span>
    </span>
  );
}

const SHAPES = {
  red: (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 .8 15.2 8 8 15.2.8 8z" fill="#C0161D" />
      <path d="M8 4.4v4.4M8 10.8v.9" stroke="#fff" strokeWidth="1.6" />
    </svg>
  ),
  yellow: (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 1.2 15.4 14.4H.6z" fill="#F2B200" stroke="#7A4D00" strokeWidth="1" strokeLinejoin="round" />
      <path d="M8 5.6v4.2M8 11.6v.9" stroke="#3A2600" strokeWidth="1.5" />
    </svg>
  ),
  green: (
    <svg viewBox="0 0 16 16" fill="none" stroke="#1F8A4C" strokeWidth="1.5" aria-hidden="true">
      <circle cx="8" cy="8" r="6.6" />
      <path d="m5 8.2 2.1 2.1L11 6.3" />
    </svg>
  ),
  none: (
    <svg viewBox="0 0 16 16" fill="none" stroke="#7B8696" strokeWidth="1.5" aria-hidden="true">
      <rect x="2" y="2" width="12" height="12" rx="2" />
      <path d="M5 8h6" />
    </svg>
  ),
} as const;
