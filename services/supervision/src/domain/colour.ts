import type { Override } from './case-history.ts';
import { BY_HAND, rulesFor, type Watched } from './colour-rules.ts';
import { better, COLOURS, isWorse, type Colour, type Warning } from './colour-scale.ts';
import { earliest, type Instant } from './moment.ts';

/** Why a clock is not green: a rule that holds from an instant on. */
interface Cause {
  readonly rule: string;
  readonly colour: Warning;
  readonly since: Instant;
  readonly reason: string;
  readonly source: string;
}

/** A clock's colour at an instant, with its cause; green has none. */
export type Standing = { readonly colour: 'green' } | { readonly colour: Warning; readonly cause: Cause };

/** A cause as far as lowering by hand leaves it. */
interface Weighed {
  readonly cause: Cause;
  readonly colour: Colour;
}

/**
 * The colour of an open clock at an instant: the worst of its causes (domain.md §2.5, decisions.md 20). Pure in facts
 * and time. Lowering by hand mutes the causes that stood by then; a cause that arises later counts in full.
 */
export function standingAt(watched: Watched, overrides: readonly Override[], at: Instant): Standing {
  const weighed = weigh(watched, overrides).filter(({ cause }) => cause.since <= at);
  for (const colour of COLOURS.toReversed()) {
    const found = weighed.find((candidate) => candidate.colour === colour);
    if (found !== undefined && colour !== 'green') return { colour, cause: found.cause };
  }
  return { colour: 'green' };
}

/** The first instant after `at` at which time alone gives a worse colour; undefined when it never will. */
export function nextColourChange(
  watched: Watched,
  overrides: readonly Override[],
  at: Instant,
): Instant | undefined {
  const { colour } = standingAt(watched, overrides, at);
  return earliest(
    weigh(watched, overrides)
      .filter((candidate) => candidate.cause.since > at && isWorse(candidate.colour, colour))
      .map(({ cause }) => cause.since),
  );
}

/** The first instant after `at` at which time alone makes it red; undefined when it is red, or when it never will. */
export function turnsRedAt(
  watched: Watched,
  overrides: readonly Override[],
  at: Instant,
): Instant | undefined {
  const { colour } = standingAt(watched, overrides, at);
  if (colour === 'red') return undefined;
  return earliest(
    weigh(watched, overrides)
      .filter((candidate) => candidate.cause.since > at && candidate.colour === 'red')
      .map(({ cause }) => cause.since),
  );
}

function weigh(watched: Watched, overrides: readonly Override[]): Weighed[] {
  const lowerings = overrides.map((override, place) => ({ ...override, place })).filter(isLowering);
  const byRule = rulesFor(watched.clock.key.kind).flatMap((rule): Weighed[] => {
    const since = rule.since(watched);
    if (since === undefined) return [];
    const { id, colour, reason, source } = rule;
    const muting = lowerings.filter((lowering) => lowering.at >= since);
    return [{ cause: { rule: id, colour, since, reason, source }, colour: muted(colour, muting) }];
  });
  const byHand = overrides.flatMap((override, place): Weighed[] => {
    if (isLowering(override) || override.to === 'green') return [];
    const muting = lowerings.filter((lowering) => lowering.place > place);
    const cause = {
      rule: BY_HAND.id,
      colour: override.to,
      since: override.at,
      reason: reasonByHand(override),
      source: BY_HAND.source,
    };
    return [{ cause, colour: muted(override.to, muting) }];
  });
  return [...byRule, ...byHand];
}

function isLowering(override: Override): boolean {
  return isWorse(override.from, override.to);
}

function muted(colour: Colour, lowerings: readonly Override[]): Colour {
  return lowerings.reduce<Colour>((least, lowering) => better(least, lowering.to), colour);
}

function reasonByHand(override: Override): string {
  return `${BY_HAND.reason}：${override.grounds}`;
}
