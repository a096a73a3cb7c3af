/** The roles of a handling unit 承办单位. */
export const UNIT_ROLES = ['unit-head', 'unit-liaison', 'unit-clerk'] as const;
