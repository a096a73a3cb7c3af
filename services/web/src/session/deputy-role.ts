/** Whose acts and pages a deputy's are. */
export const DEPUTY_ROLE = ['deputy'] as const;
