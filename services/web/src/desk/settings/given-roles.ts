import { choices } from '../../design/words.ts';

/** Roles that somebody can be given; 原代表 is what is left of a mandate that ended. */
export const GIVEN_ROLES = choices('role').filter(({ value }) => value !== 'former-deputy');
