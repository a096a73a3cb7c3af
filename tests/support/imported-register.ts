import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { logIn, type ApiSession } from '@huiyin/scripts/api/session';
import { expect } from 'vitest';
import type { Count } from './register-file.ts';

/** A case that came from a register. */
export interface Case {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly year: number;
  readonly category: string;
  readonly leadUnits: readonly { readonly kind: string; readonly id: string; readonly name: string }[];
}

/** The congress desk of a tenant of the demo city. */
export const deskOf = (gatewayUrl: string, tenant: string): Promise<ApiSession> =>
  logIn(gatewayUrl, `desk@${tenant}`, DEMO_PASSWORD);

/** The counts of what was imported, as the desk sees them. */
export async function countsIn(gatewayUrl: string, tenant: string): Promise<Count> {
  type Buckets = readonly { key: string; count: number }[];
  type Answer = { total: number; byYear: Buckets; byCategory: Buckets; byLeadUnit: Buckets };
  const desk = await deskOf(gatewayUrl, tenant);
  const { total, ...by } = await desk.get<Answer>('/imports/counts?origin=register');
  const record = (buckets: Buckets) => Object.fromEntries(buckets.map(({ key, count }) => [key, count]));
  return {
    total,
    byYear: record(by.byYear),
    byCategory: record(by.byCategory),
    byLeadUnit: record(by.byLeadUnit),
  };
}

/** Every imported case that the desk finds, page by page. */
export async function casesIn(
  gatewayUrl: string,
  tenant: string,
  filter: Readonly<Record<string, string>> = {},
): Promise<Case[]> {
  const desk = await deskOf(gatewayUrl, tenant);
  const found: Case[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const query = new URLSearchParams({ origin: 'register', limit: '70', cursor, ...filter });
    const page: { items: Case[]; nextCursor?: string } = await desk.get(`/cases?${query}`);
    found.push(...page.items);
    cursor = page.nextCursor;
  }
  return found;
}

/**
 * What a run says that goes on after a killed one with batches of one row. The batch that was under way when the other
 * was killed may have arrived after the known ones were counted.
 */
export function expectKnown(
  line: string | undefined,
  of: { rows: number; known: number; refused: number },
): void {
  const options = [of.known, of.known + 1].map(
    (known) => `huiyin: ${of.rows - known} taken, ${known} known already, ${of.refused} refused`,
  );
  expect(options).toContain(line);
}

/** Titles in an order of their own, to compare. */
export const titles = (rows: readonly Readonly<Partial<Record<'title', unknown>>>[]): readonly string[] =>
  rows.map(({ title }) => String(title)).toSorted();
