/** Whose pages a deputy's are. */
export const DEPUTY_ROLE = ['deputy'] as const;

/** Who speaks for what they signed: in office, or after it. */
export const SIGNER_ROLES = ['deputy', 'former-deputy'] as const;
