import type { NewEvent } from '@huiyin/kernel/event';

import type { CaseFile, Firing, Review } from './case-file.ts';
import { PRESSING_KINDS, readHistory, type CaseHistory } from './case-history.ts';
import type { Clock } from './clock.ts';
import type { Standing } from './colour.ts';
import type { Watched } from './colour-rules.ts';
import { worstOf, type Colour } from './colour-scale.ts';
import { clockMissed, clockMoved, clockStarted, clockStopped, colourChanged } from './events.ts';
import type { CaseFact, RecordedFact } from './fact.ts';
import { climb, type Climbed } from './climb.ts';
import type { Letter } from './letter.ts';
import type { Moment } from './moment.ts';
import { feedbackReminded, remindersDue, remindersTold } from './remind.ts';
import { same } from './same.ts';
import type { Talk } from './talk.ts';
import type { Urge } from './urge.ts';
import {
  dueVersion,
  NOTHING_TOLD,
  packOf,
  type Due,
  type References,
  type StartedClock,
  type Watch,
} from './watch.ts';
import { dueOf, missedAt, nextChangeOf, shareOf, standingOf, turningRedOf, unitOf } from './watching.ts';

/** Letters and talks start clocks, which start nothing further: two passes, with room for a rule to come. */
const MAX_PASSES = 5;

/** Looks at every clock of a case at one moment and says what is new: starts, stops, misses, colours, rungs. */
export function reviewCase(
  file: CaseFile,
  own: readonly CaseFact[],
  references: References,
  moment: Moment,
): Review {
  const reviewing = new Reviewing(file, references, moment);
  reviewing.add(own);
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    if (!reviewing.pass()) return reviewing.result();
  }
  throw new Error(`review of case ${file.caseId} does not come to rest`);
}

class Reviewing {
  readonly #file: CaseFile;
  readonly #references: References;
  readonly #moment: Moment;
  readonly #watches: Map<string, Watch>;
  readonly #changed = new Set<string>();
  readonly #events: NewEvent[] = [];
  readonly #firings: Firing[] = [];
  readonly #ownFacts: RecordedFact[] = [];
  readonly #urges: Urge[] = [];
  readonly #letters: Letter[] = [];
  readonly #talks: Talk[] = [];
  readonly #openTalks: Set<string>;
  #reds: Readonly<Record<string, number>>;
  #history: CaseHistory;

  constructor(file: CaseFile, references: References, moment: Moment) {
    this.#file = file;
    this.#references = references;
    this.#moment = moment;
    this.#watches = new Map(file.watches);
    this.#openTalks = new Set(file.openTalks);
    this.#reds = file.reds;
    this.#history = readHistory(file.caseId, []);
  }

  /** True when the pass added facts, so that another is needed. */
  pass(): boolean {
    const known = this.#ownFacts.length;
    this.#history = readHistory(this.#file.caseId, [...this.#file.facts, ...this.#ownFacts]);
    for (const [id, clock] of inStartOrder(this.#history.clocks)) this.#review(id, clock);
    return this.#ownFacts.length > known;
  }

  result(): Review {
    const changed = [...this.#changed]
      .map((id) => this.#watches.get(id))
      .filter((watch) => watch !== undefined);
    return {
      history: this.#history,
      events: this.#events,
      changed,
      dropped: changed.flatMap(({ clock: { key, status } }) =>
        status === 'cancelled' && PRESSING_KINDS.has(key.kind) ? [key.subject] : [],
      ),
      firings: this.#firings,
      urges: this.#urges,
      letters: this.#letters,
      talks: this.#talks,
      ownFacts: this.#ownFacts,
      reds: this.#reds,
      caseColour: this.#caseColour(),
      openClocks: [...this.#watches.values()].filter((watch) => watch.clock.status === 'open').length,
      calendarVersion: this.#references.calendarVersion,
    };
  }

  add(facts: readonly CaseFact[]): void {
    if (facts.length === 0) return;
    const versions = [...this.#file.facts, ...this.#ownFacts]
      .filter((fact) => fact.source === 'supervision')
      .map((fact) => fact.version);
    const version = Math.max(0, ...versions) + 1;
    this.#ownFacts.push(
      ...facts.map((body, index): RecordedFact => ({
        source: 'supervision',
        version,
        index,
        ...this.#moment,
        body,
      })),
    );
  }

  #review(id: string, clock: StartedClock): void {
    const before = this.#watches.get(id);
    if (before !== undefined && before.clock.status !== 'open' && clock.status !== 'open') return;
    const watched = this.#watchedOf(clock, before);
    let watch = this.#told(before, { ...(before ?? this.#unseen(id, clock)), ...watched.part });
    watch = this.#miss(this.#remind(watch));
    watch = this.#colour(watch, standingOf(watched.open, this.#history, id, this.#moment.at));
    if (watched.open !== undefined) watch = this.#climb(watch, watched.open);
    this.#keep(before, {
      ...watch,
      nextChangeAt: nextChangeOf(watch, watched.open, this.#history, {
        at: this.#moment.at,
        references: this.#references,
      }),
      turnsRedAt: turningRedOf(watched.open, this.#history, id, this.#moment.at),
    });
  }

  #watchedOf(
    clock: StartedClock,
    before: Watch | undefined,
  ): { part: Pick<Watch, 'clock' | 'due' | 'unitId'>; open: Watched | undefined } {
    const { calendarVersion } = this.#file;
    const due = dueOf(clock, before, this.#references, { moment: this.#moment, calendarVersion });
    const share = shareOf(clock, this.#history);
    const part = { clock, due, unitId: unitOf(clock, share) };
    if (clock.status !== 'open') return { part, open: undefined };
    const limits = packOf(clock, this.#references).params.colour;
    return { part, open: { clock, due: due?.date, share, limits, calendar: this.#references.calendar } };
  }

  #unseen(id: string, clock: StartedClock): Watch {
    return {
      id,
      clock,
      due: undefined,
      unitId: '',
      standing: { colour: 'green' },
      colourSince: this.#moment,
      episodes: { green: 1, yellow: 1, red: 1 },
      missedVersion: 0,
      told: NOTHING_TOLD,
      nextChangeAt: undefined,
      turnsRedAt: undefined,
    };
  }

  /** Starts, stops and moves of the clock itself. */
  #told(before: Watch | undefined, watch: Watch): Watch {
    const { caseId } = this.#file;
    const { clock } = watch;
    const restarted = before?.clock.status === 'open' && before.clock.course.run !== clock.course.run;
    if (restarted && clock.course.stopBefore !== undefined) {
      this.#events.push(clockStopped(caseId, before, clock.course.stopBefore));
    }
    if (before === undefined || before.clock.status !== 'open' || restarted) {
      this.#events.push(clockStarted(caseId, watch));
    } else if (before.due !== undefined && watch.due !== undefined && isMoved(before.due, watch.due)) {
      this.#events.push(clockMoved(caseId, watch, before.due.date));
    }
    if (clock.status !== 'open')
      this.#events.push(clockStopped(caseId, watch, { how: clock.status, on: clock.on }));
    return watch;
  }

  /** Reminders that fell due together are one. */
  #remind(watch: Watch): Watch {
    const under = { calendar: this.#references.calendar, pack: packOf(watch.clock, this.#references) };
    const due = remindersDue(watch, under, this.#moment.at);
    if (due <= remindersTold(watch)) return watch;
    this.#events.push(feedbackReminded(this.#file.caseId, watch, due));
    return { ...watch, reminders: { run: watch.clock.course.run, told: due } };
  }

  /** The last day passed with the clock open: said once for each due date. */
  #miss(watch: Watch): Watch {
    const from = missedAt(watch.due);
    if (watch.clock.status !== 'open' || from === undefined || from > this.#moment.at) return watch;
    if (watch.missedVersion === dueVersion(watch)) return watch;
    this.#events.push(clockMissed(this.#file.caseId, watch));
    return { ...watch, missedVersion: dueVersion(watch) };
  }

  #colour(watch: Watch, standing: Standing): Watch {
    const from = watch.standing.colour;
    if (from === standing.colour) return { ...watch, standing };
    const episodes = { ...watch.episodes, [from]: watch.episodes[from] + 1 };
    const next = { ...watch, standing, colourSince: this.#moment, episodes, told: NOTHING_TOLD };
    const rule = standing.colour === 'green' ? reliefRule(watch.clock) : standing.cause.rule;
    this.#watches.set(watch.id, next);
    this.#firings.push({
      clockId: watch.id,
      rule,
      colour: standing.colour,
      dueVersion: dueVersion(next),
      episode: episodes[standing.colour],
    });
    this.#events.push(
      colourChanged(this.#file.caseId, {
        ...{ from, watch: next, rule, caseColour: this.#caseColour() },
        overseerIds: this.#history.overseerIds,
      }),
    );
    return next;
  }

  #climb(watch: Watch, watched: Watched): Watch {
    const climbed: Climbed = climb(watch, watched, {
      caseId: this.#file.caseId,
      history: this.#history,
      references: this.#references,
      moment: this.#moment,
      reds: this.#reds,
      openTalks: this.#openTalks,
    });
    this.#events.push(...climbed.events);
    this.#urges.push(...climbed.urges);
    this.#letters.push(...climbed.letters);
    this.#talks.push(...climbed.talks);
    for (const talk of climbed.talks) this.#openTalks.add(talk.unitId);
    this.#reds = climbed.reds;
    this.add(climbed.facts);
    return { ...watch, told: climbed.told };
  }

  #keep(before: Watch | undefined, watch: Watch): void {
    this.#watches.set(watch.id, watch);
    if (!same(before, watch)) this.#changed.add(watch.id);
  }

  #caseColour(): Colour {
    return worstOf([...this.#watches.values()].map((watch) => watch.standing.colour));
  }
}

/** Another day, or the same one that has become firm or provisional. */
function isMoved(before: Due, due: Due): boolean {
  return before.version !== due.version || before.provisional !== due.provisional;
}

function reliefRule(clock: StartedClock): string {
  return clock.status === 'open' ? 'cause-removed' : 'clock-stopped';
}

function inStartOrder(clocks: ReadonlyMap<string, Clock>): [string, StartedClock][] {
  return [...clocks]
    .flatMap(([id, clock]): [string, StartedClock][] =>
      clock.status === 'stopped-early' ? [] : [[id, clock]],
    )
    .sort(
      ([a, first], [b, second]) => compare(first.course.openedAt, second.course.openedAt) || compare(a, b),
    );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
