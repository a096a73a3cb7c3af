/** Room to write by hand what is not known here. */
export const BLANK = '＿＿＿＿＿＿＿＿';
