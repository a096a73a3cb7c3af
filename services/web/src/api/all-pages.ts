import { dataOf } from './client.ts';

/** The most that the API gives at once. */
const PAGE = 200;

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string | undefined;
}

interface Answer<Item> {
  readonly data?: Page<Item>;
  readonly error?: unknown;
  readonly response: Response;
}

/** Every row of a list, one page after the other: what is left out of a list of work is work left undone. */
export async function allPages<Item>(
  get: (page: { readonly limit: number; readonly cursor: string }) => Promise<Answer<Item>>,
): Promise<readonly Item[]> {
  const found: Item[] = [];
  let cursor: string | undefined = '';
  while (cursor !== undefined) {
    const page: Page<Item> = dataOf(await get({ limit: PAGE, cursor }));
    found.push(...page.items);
    cursor = page.nextCursor;
  }
  return found;
}
