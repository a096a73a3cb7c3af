import type { QueryContext } from '@huiyin/kernel/command-context';
import { mayKnowAuthor } from '../domain/rights.ts';
import type { ListedClock } from './ports.ts';
import { untitledFor } from './sight.ts';

/** A clock as one reader may see it: whom it names, and what its case is called. */
export function clockShownTo(ctx: QueryContext, clock: ListedClock): ListedClock {
  const deputyKnown = mayKnowAuthor(ctx, clock.circle);
  return untitledFor(ctx, { ...clock, deputyKnown });
}
