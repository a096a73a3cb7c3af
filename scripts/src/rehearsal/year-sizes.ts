/** The year that is rehearsed unless another seed is asked for. */
export const SEED = 'huiyin-2026';

/** The small year shows everything; how long it takes is a matter of cores (docs/adr/0036). */
export const SMALL_YEAR = { suggestions: 120, everyWorkdays: 5 };

/** A real city's numbers (domain.md §6.3), with people at work on every workday. */
export const WHOLE_YEAR = { suggestions: 1_200, everyWorkdays: 1 };
