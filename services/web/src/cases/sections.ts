import { WORST_FIRST, type Colour } from '../design/status-mark.tsx';
import { word } from '../design/words.ts';
import type { Address } from './address.ts';
import type { CaseFilter, ColourCount } from './use-cases.ts';
import { countOf, hiddenOf, totalOf, type View } from './views.ts';

/** A part of the list: cases of one colour, or of one kind. */
export interface Section {
  /** Of a section that is no colour's. */
  readonly name?: string;
  readonly colour?: Colour;
  readonly filter: CaseFilter;
  /** Cases in all, where that is counted. */
  readonly total?: number;
}

/** What the list shows, from top to bottom. */
export function sectionsOf(address: Address, view: View, counts: readonly ColourCount[]): readonly Section[] {
  return address.scope === 'open' ? openSections(address, view, counts) : [otherSection(address)];
}

/** Cases in hand, a section for each colour that has some. */
function openSections(address: Address, view: View, counts: readonly ColourCount[]): readonly Section[] {
  const filter: CaseFilter = {
    origin: 'live',
    progress: 'open',
    title: address.title,
    mine: view === 'mine',
    involved: view === 'involved',
    order: address.order,
  };
  // Of other deputies' suggestions a deputy sees no colours: they stand in one section.
  if (address.colour === '' && hiddenOf(counts, view) > 0) {
    return [{ name: word('view', view), filter, total: totalOf(counts, view) }];
  }
  return WORST_FIRST.filter((each) => address.colour === '' || address.colour === each)
    .map((colour) => ({ colour, filter: { ...filter, colour }, total: countOf(counts, view, colour) }))
    .filter(({ total }) => total > 0);
}

/** What is over, and what was over before Huiyin. */
function otherSection({ scope, title }: Address): Section {
  const isRegister = scope === 'register';
  const filter: CaseFilter = {
    origin: isRegister ? 'register' : 'live',
    ...(isRegister ? {} : { progress: 'ended' as const }),
    title,
    mine: false,
    involved: false,
    order: 'number',
  };
  return { name: isRegister ? '历史台账' : '已结案件', filter };
}
