import type { ReactElement, ReactNode } from 'react';

/** A shape for each kind, beside its word: two who agree, a place, a look back, and one for the rest. */
const SHAPES: Readonly<Record<string, ReactNode>> = {
  'dual-confirmation': (
    <>
      <circle cx="6" cy="8" r="4" />
      <circle cx="10" cy="8" r="4" />
    </>
  ),
  'on-site': (
    <>
      <path d="M8 14.5C5 10.5 3.5 8.5 3.5 6.2a4.5 4.5 0 0 1 9 0c0 2.3-1.5 4.3-4.5 8.300Z" />
      <circle cx="8" cy="6.2" r="1.5" />
    </>
  ),
  'look-back': <path d="M4.5 3v3.500H8M4.5 6.500A5 5 0 1 1 3 9.5" />,
  talk: <path d="M2.5 3.500h11v7h-6l-3 2.800v-2.800h-2Z" />,
};
const REST = <path d="M3 4.500h10M3 8h10M3 11.500h10" />;

export function KindMark({ kind }: { kind: string }): ReactElement {
  return (
    <svg className="kind-mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden>
      <g fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round">
        {SHAPES[kind] ?? REST}
      </g>
    </svg>
  );
}
