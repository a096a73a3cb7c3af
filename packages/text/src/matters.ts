import { UNIT_DUTIES } from './unit-duties.ts';

/** The kinds of offices whose duties a text names, by their line in the table of duties, each with the longest word. */
export function officesNamedIn(text: string): ReadonlyMap<number, string> {
  const named = new Map<number, string>();
  for (const [line, { duties }] of UNIT_DUTIES.entries()) {
    const word = duties.reduce(
      (longest, duty) => (duty.length > longest.length && text.includes(duty) ? duty : longest),
      '',
    );
    if (word.length >= MIN_WORD) named.set(line, word);
  }
  return named;
}

/** One character stands in too many other words. */
const MIN_WORD = 2;

/** True when both texts name duties, and no office is in charge of both. */
export function areTwoMatters(one: string, other: string): boolean {
  const offices = officesNamedIn(one);
  const others = officesNamedIn(other);
  if (offices.size === 0 || others.size === 0) return false;
  return [...offices.keys()].every((line) => !others.has(line));
}
