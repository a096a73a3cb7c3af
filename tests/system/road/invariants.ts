import type { SentCommand } from '@huiyin/scripts/api/session';
import type { Ledger, LedgerEvent } from './ledger.ts';

// Invariants of reliability.md §1 over whole ledgers. Each answers its violations in words; none means it holds.

/** I1: every accepted command is in its service's database, once. */
export function lostCommands(ledgers: readonly Ledger[], sent: readonly SentCommand[]): readonly string[] {
  const keys = new Map<string, number>();
  for (const key of ledgers.flatMap(({ idempotencyKeys }) => idempotencyKeys))
    keys.set(key, (keys.get(key) ?? 0) + 1);
  return sent
    .map(({ request, tenant, idempotencyKey }) => ({
      request,
      kept: keys.get(`${tenant} ${idempotencyKey}`) ?? 0,
    }))
    .filter(({ kept }) => kept !== 1)
    .map(({ request, kept }) => `${request}: kept ${kept} times`);
}

/** I3: every committed event is published and has one effect in every service that listens to its source; no ghosts. */
export function lostOrDoubledEvents(ledgers: readonly Ledger[]): readonly string[] {
  const violations: string[] = [];
  const bySource = new Map<string, Ledger>(ledgers.map((ledger) => [ledger.service, ledger]));
  for (const { service, events, openDeadLetters } of ledgers) {
    const unpublished = events.filter(({ published }) => !published);
    if (unpublished.length > 0) violations.push(`${service}: ${unpublished.length} events unpublished`);
    if (openDeadLetters > 0) violations.push(`${service}: ${openDeadLetters} dead letters`);
  }
  for (const { service, inbox } of ledgers) {
    for (const source of new Set(inbox.map((row) => row.source))) {
      const known = new Set(bySource.get(source)?.events.map(({ id }) => id));
      const rows = inbox.filter((row) => row.source === source);
      const applied = new Set(rows.map(({ eventId }) => eventId));
      const missing = [...known].filter((id) => !applied.has(id));
      const ghosts = [...applied].filter((id) => !known.has(id));
      if (applied.size !== rows.length) violations.push(`${service} applied an event of ${source} twice`);
      if (missing.length > 0) violations.push(`${service} misses ${missing.length} events of ${source}`);
      if (ghosts.length > 0)
        violations.push(`${service} applied ${ghosts.length} events ${source} never committed`);
    }
  }
  return violations;
}

/** I4: versions run from 1 without a gap, and every listener has applied each stream to its last version, in order. */
export function gapsAndReorders(ledgers: readonly Ledger[]): readonly string[] {
  const violations: string[] = [];
  for (const { service, events } of ledgers) {
    for (const [name, stream] of streamsOf(events)) {
      const versions = stream.map(({ version }) => version);
      if (versions.some((version, index) => version !== index + 1))
        violations.push(`${service} ${name}: versions ${versions.join(',')}`);
    }
  }
  const positions = new Map<string, LedgerEvent & { readonly source: string }>(
    ledgers.flatMap(({ service, events }) =>
      events.map((event) => [event.id, { ...event, source: service }]),
    ),
  );
  for (const { service, inbox, consumed } of ledgers) {
    const reached = new Map<string, number>();
    for (const event of inOrder(inbox, positions)) {
      const name = `${event.source} ${event.tenant} ${event.stream}`;
      if (event.version !== (reached.get(name) ?? 0) + 1)
        violations.push(
          `${service} applied ${name} version ${event.version} after ${reached.get(name) ?? 0}`,
        );
      reached.set(name, event.version);
    }
    for (const [name, version] of reached) {
      if (consumed.get(name) !== version)
        violations.push(`${service} says ${consumed.get(name) ?? 0} of ${name}, applied ${version}`);
    }
  }
  return violations;
}

/** Where the rows of one transaction lie says nothing of their order: a run is applied in the order of its versions. */
function inOrder<Event extends LedgerEvent>(
  inbox: Ledger['inbox'],
  known: ReadonlyMap<string, Event>,
): readonly Event[] {
  const byTransaction = Map.groupBy(inbox, ({ transaction }) => transaction);
  return [...byTransaction.values()].flatMap((run) =>
    run
      .flatMap(({ eventId }) => known.get(eventId) ?? [])
      .toSorted((one, other) => one.version - other.version),
  );
}

function streamsOf(events: readonly LedgerEvent[]): Map<string, LedgerEvent[]> {
  return Map.groupBy(events, ({ tenant, stream }) => `${tenant} ${stream}`);
}

/** Stages that may follow one another (domain law and practice §2.1); the same stage may always go on. */
const NEXT_STAGES: Readonly<Record<string, readonly string[]>> = {
  '': ['draft'],
  draft: ['cosigning', 'pre-review', 'submitted', 'withdrawn'],
  cosigning: ['draft', 'pre-review', 'submitted'],
  'pre-review': ['draft', 'cosigning', 'submitted'],
  submitted: ['converted', 'registered', 'returned-to-deputy', 'not-admitted', 'withdrawn'],
  converted: ['registered', 'returned-to-deputy', 'not-admitted', 'withdrawn'],
  registered: ['reviewed', 'not-admitted', 'merged', 'withdrawn'],
  reviewed: ['assigned', 'not-admitted', 'merged', 'withdrawn'],
  assigned: ['in-progress', 'withdrawn', 'merged'],
  'in-progress': ['replied', 'assigned', 'withdrawn', 'merged'],
  replied: ['evaluated', 'follow-up', 'rehandling', 'closed'],
  evaluated: ['rehandling', 'follow-up', 'closed', 'escalated'],
  rehandling: ['replied', 'escalated'],
  'follow-up': ['closed', 'rehandling'],
  escalated: ['rehandling', 'closed'],
  closed: ['archived', 'follow-up'],
};

/** I7, first half: only allowed transitions. */
export function forbiddenTransitions(stages: readonly string[]): readonly string[] {
  return stages.flatMap((stage, index) => {
    const before = stages[index - 1] ?? '';
    return stage === before || NEXT_STAGES[before]?.includes(stage) === true ? [] : [`${before} → ${stage}`];
  });
}

/** I7, second half: what must lie before what on a timeline of event types, each where it occurs. */
export function outOfOrder(types: readonly string[], order: readonly string[]): readonly string[] {
  return order.slice(1).flatMap((after, index) => {
    const before = order[index] ?? '';
    const first = types.indexOf(before);
    return first !== -1 && first < types.indexOf(after) ? [] : [`${after} without ${before} before it`];
  });
}
