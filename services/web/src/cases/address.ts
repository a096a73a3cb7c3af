import { colourOf, type Colour } from '../design/status-mark.tsx';

/** What a list shows, as its address says it: a link to the page leads to the same list. */
export interface Address {
  /** Empty: what suits the reader. */
  readonly view: string;
  readonly colour: Colour | '';
  readonly title: string;
  readonly scope: 'open' | 'ended' | 'register';
  readonly order: 'due' | 'number';
}

export function addressOf(search: URLSearchParams): Address {
  const colour = search.get('colour') ?? '';
  const scope = search.get('scope');
  return {
    view: search.get('view') ?? '',
    colour: colour === '' ? '' : colourOf(colour),
    title: search.get('title') ?? '',
    scope: scope === 'ended' || scope === 'register' ? scope : 'open',
    order: search.get('order') === 'number' ? 'number' : 'due',
  };
}

/** Only what differs from the list one comes to. */
export function searchOf({ view, colour, title, scope, order }: Address): Record<string, string> {
  return {
    ...(view === '' ? {} : { view }),
    ...(colour === '' ? {} : { colour }),
    ...(title === '' ? {} : { title }),
    ...(scope === 'open' ? {} : { scope }),
    ...(order === 'due' ? {} : { order }),
  };
}
