/** Whether a case `f` has been submitted: of a draft nothing is known but the term of its pre-review. */
export const IS_SUBMITTED = `f.title <> ''`;
