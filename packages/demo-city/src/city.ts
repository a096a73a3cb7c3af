import { accountsOf, type DemoAccount } from './accounts.ts';
import { congressSessionsOf, type DemoCongressSession } from './congress-sessions.ts';
import { peopleOf, type DemoPerson } from './people.ts';
import { PLACES, type Place } from './places.ts';
import { seededRandom } from './random.ts';
import { unitsOf, type DemoUnit } from './units.ts';

/** The seed of the city that `npm start` shows. */
export const DEMO_SEED = 'yunchuan-2026';

/** One tenant with everything that directory needs to know of it. */
export interface DemoTenant {
  readonly place: Place;
  readonly units: readonly DemoUnit[];
  readonly people: readonly DemoPerson[];
  readonly accounts: readonly DemoAccount[];
  readonly congressSessions: readonly DemoCongressSession[];
}

/** The fictional city 云川市 and its districts, the city first. The same seed gives the same city. */
export function demoCity(seed: string = DEMO_SEED): readonly DemoTenant[] {
  const random = seededRandom(seed);
  return PLACES.map((place) => {
    const units = unitsOf(place);
    const people = peopleOf(place, units, random.fork(place.tenant));
    return {
      place,
      units,
      people,
      accounts: accountsOf(people),
      congressSessions: congressSessionsOf(place),
    };
  });
}
