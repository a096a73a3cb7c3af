import type { NewEvent } from '@huiyin/kernel/event';
import { stableId } from '@huiyin/kernel/ids';
import type { LocalDate } from '@huiyin/kernel/local-date';

import type { CaseHistory } from './case-history.ts';
import { nextActionOf } from './clock-kind.ts';
import type { Watched } from './colour-rules.ts';
import { dueRungs, type Rung } from './escalation.ts';
import { evidence } from './events.ts';
import type { CaseFact } from './fact.ts';
import { sendLetter, type Letter } from './letter.ts';
import type { Moment } from './moment.ts';
import { callTalk, type Talk, type TalkCause } from './talk.ts';
import { unitUrged, type Urge } from './urge.ts';
import { dueVersion, type References, type Told, type Watch } from './watch.ts';

/** Where the ladder stands around a clock. */
export interface Surroundings {
  readonly caseId: string;
  readonly history: Pick<CaseHistory, 'number' | 'title'>;
  readonly references: References;
  readonly moment: Moment;
  /** Times each unit turned red on this case, by `redKey`. */
  readonly reds: Readonly<Record<string, number>>;
  readonly openTalks: ReadonlySet<string>;
}

/** What climbing did. */
export interface Climbed {
  readonly told: Told;
  readonly reds: Readonly<Record<string, number>>;
  readonly events: readonly NewEvent[];
  readonly facts: readonly CaseFact[];
  readonly urges: readonly Urge[];
  readonly letters: readonly Letter[];
  readonly talks: readonly Talk[];
}

/** Climbs the rungs of the ladder that are due for a clock at this moment. */
export function climb(watch: Watch, watched: Watched, around: Surroundings): Climbed {
  const key = redKey(watch.unitId, watch.colourSince.day);
  const reds = (around.reds[key] ?? 0) + (watch.told.lettered ? 0 : 1);
  let climbed: Climbed = {
    told: watch.told,
    reds: around.reds,
    events: [],
    facts: [],
    urges: [],
    letters: [],
    talks: [],
  };
  for (const rung of dueRungs(watch, watched, around.moment.at, reds)) {
    climbed = takeRung(climbed, rung, watch, around);
    if (rung === 'letter') climbed = { ...climbed, reds: { ...climbed.reds, [key]: reds } };
  }
  return climbed;
}

function takeRung(climbed: Climbed, rung: Rung, watch: Watch, around: Surroundings): Climbed {
  const { told } = climbed;
  switch (rung) {
    case 'urge':
      return withUrge({ ...climbed, told: { ...told, urged: true } }, watch, around, false);
    case 'urge-head':
      return withUrge({ ...climbed, told: { ...told, headUrged: true } }, watch, around, true);
    case 'letter':
      return withLetter({ ...climbed, told: { ...told, lettered: true } }, watch, around);
    case 'talk-long-red':
      return withTalk({ ...climbed, told: { ...told, talked: true } }, watch, around, 'long-red');
    case 'talk-second-red':
      return withTalk({ ...climbed, told: { ...told, talked: true } }, watch, around, 'second-red');
  }
}

function withUrge(climbed: Climbed, watch: Watch, around: Surroundings, toHead: boolean): Climbed {
  const urge = {
    ...about(watch, around, toHead ? 'urge-head' : 'urge'),
    automatic: true,
    toHead,
    message: `${subjectOf(around)}${evidence(watch)}，请尽快${nextActionOf(watch.clock.key, watch.clock.course.owner)}`,
    urgedAt: around.moment.at,
  };
  return { ...climbed, urges: [...climbed.urges, urge], events: [...climbed.events, unitUrged(urge)] };
}

function withLetter(climbed: Climbed, watch: Watch, around: Surroundings): Climbed {
  const { thing, event, facts } = sendLetter(
    {
      ...about(watch, around, 'letter'),
      ...({ automatic: true, office: 'congress-desk' } as const),
      facts: `${subjectOf(around)}${evidence(watch)}`,
      requiredAction: `${nextActionOf(watch.clock.key, watch.clock.course.owner)}，并在期限内书面答复本函`,
    },
    around.references,
    around.moment,
  );
  return {
    ...climbed,
    letters: [...climbed.letters, thing],
    events: [...climbed.events, event],
    facts: [...climbed.facts, ...facts],
  };
}

/** A unit that is already called about this case is talked to once about all of it. */
function withTalk(climbed: Climbed, watch: Watch, around: Surroundings, cause: TalkCause): Climbed {
  if (around.openTalks.has(watch.unitId)) return climbed;
  const { thing, event, facts } = callTalk(
    { ...about(watch, around, 'talk'), cause, problems: `${subjectOf(around)}${evidence(watch)}` },
    around.references,
    around.moment,
  );
  return {
    ...climbed,
    talks: [...climbed.talks, thing],
    events: [...climbed.events, event],
    facts: [...climbed.facts, ...facts],
  };
}

/** The id names the stay in the colour, so that repeating a decision makes the same thing. */
function about(
  watch: Watch,
  around: Surroundings,
  what: string,
): { id: string; caseId: string; clockId: string; unitId: string } {
  const { colour } = watch.standing;
  const id = stableId(watch.id, what, colour, String(dueVersion(watch)), String(watch.episodes[colour]));
  return { id, caseId: around.caseId, clockId: watch.id, unitId: watch.unitId };
}

function subjectOf({ history }: Surroundings): string {
  const number = history.number === '' ? '' : `（${history.number}）`;
  return history.title === '' ? '' : `《${history.title}》${number}：`;
}

/** The year in which a stay in red began, for the second red of the year. */
function redKey(unitId: string, since: LocalDate): string {
  return `${unitId}:${since.slice(0, 4)}`;
}
