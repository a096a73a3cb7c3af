/** To whom a document speaks. A confidential author is 代表 and no more (decisions 21). */
export type Deputies = { readonly confidential: true } | { readonly names: readonly string[] };

/** More names than this are counted: 林若溪等七位代表. */
const MOST_NAMED = 5;

/** `林若溪代表`, `林若溪、周明代表`, `林若溪等7位代表`, `代表`. */
export function addressed(deputies: Deputies): string {
  if ('confidential' in deputies) return '代表';
  const names = deputies.names.filter((name) => name !== '');
  if (names.length === 0) return '代表';
  if (names.length > MOST_NAMED) return `${names[0]}等${names.length}位代表`;
  return `${names.join('、')}代表`;
}

/** Names for a form's field; 要求保密 where they may not stand there. */
export function named(deputies: Deputies): string {
  return 'confidential' in deputies
    ? '代表（要求保密）'
    : deputies.names.filter((name) => name !== '').join('、');
}
