import type { Colour } from '../design/status-mark.tsx';

/** 轮到我的, 我的 (a deputy's own suggestions) and everything the reader may see. */
export type View = 'mine' | 'involved' | 'all';

interface Counted {
  /** Empty where the reader may not see it. */
  readonly colour: string;
  readonly all: number;
  readonly involved: number;
  readonly mine: number;
}

/** Offices and units see only what concerns them anyway; deputies see other deputies' suggestions too. */
export function viewsFor(isDeputy: boolean): readonly View[] {
  return isDeputy ? ['mine', 'involved', 'all'] : ['mine', 'all'];
}

/** The view asked for; else what waits for the reader, and when nothing does, the own ones. */
export function viewOf(asked: string, counts: readonly Counted[], isDeputy: boolean): View {
  const views = viewsFor(isDeputy);
  const found = views.find((view) => view === asked);
  if (found !== undefined) return found;
  if (totalOf(counts, 'mine') > 0) return 'mine';
  return isDeputy ? 'involved' : 'all';
}

export function totalOf(counts: readonly Counted[], view: View): number {
  return counts.reduce((sum, count) => sum + count[view], 0);
}

/** Cases of one colour in a view. */
export function countOf(counts: readonly Counted[], view: View, colour: Colour): number {
  return counts.find((count) => count.colour === colour)?.[view] ?? 0;
}

/** Cases of a view whose colour the reader may not see. */
export function hiddenOf(counts: readonly Counted[], view: View): number {
  return counts.find(({ colour }) => colour === '')?.[view] ?? 0;
}
