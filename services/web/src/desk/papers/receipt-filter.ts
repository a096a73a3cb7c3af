import type { operations } from '../../api/schema.d.ts';

/** Which receipts are shown, as the address says it: a link to the page leads to the same list. */
export interface ReceiptFilter {
  /** In the form's number or the title. */
  readonly contains: string;
  readonly status: Status;
}

type Status = NonNullable<NonNullable<operations['listPaperForms']['parameters']['query']>['status']>;

/** Where a form can be, in the order of its road; the last is with the deputy. */
export const STATUSES = [
  ...(['submitted', 'registered', 'returned', 'declined', 'merged', 'withdrawn', 'draft'] as const),
] satisfies readonly Status[];

export function filterOf(search: URLSearchParams): ReceiptFilter {
  const status = STATUSES.find((each) => each === search.get('status')) ?? '';
  return { contains: search.get('contains') ?? '', status };
}

/** Only what differs from everything. */
export function searchOf(filter: ReceiptFilter): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));
}
