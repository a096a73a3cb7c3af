import type { Cast } from './cast.ts';
import {
  evaluate,
  keepPromises,
  lookBackIfRequired,
  reportPromises,
  seal,
  supplementReply,
} from './conclude.ts';
import { contactDeputy, filePlan, giveOpinions, reply } from './handle.ts';
import { Journey, type Glimpse } from './journey.ts';
import { confirmBySides, meet } from './meet.ts';
import { acknowledge, handOver, raise } from './raise.ts';
import { roadCases } from './road-case.ts';
import { completePackages, meetTaskForce } from './task-force.ts';

/** Days from the day the three are raised to each part of the road, as cases of a year take. */
const DAYS = {
  acknowledged: 2,
  confirmed: 10,
  planned: 16,
  opinions: 24,
  onSite: 35,
  replied: 52,
  evaluated: 60,
  lookedBack: 70,
  metAgain: 99,
  metOnceMore: 127,
  reported: 130,
  kept: 150,
  supplemented: 153,
  sealed: 156,
} as const;

const PROMISE_AFTER_REPLY_DAYS = 110;

/**
 * Drives three cases, general, key and complex, from draft to seal through the REST API, as people would; the
 * rehearsal clock moves on about five months. Returns the journeys in that order. Throws ApiRefusal on a refusal.
 */
export async function travel(
  cast: Cast,
  tell: (glimpse: Glimpse) => void = () => undefined,
): Promise<readonly Journey[]> {
  const journeys = roadCases().map((roadCase) => new Journey(cast, roadCase, tell));
  const opinions = new Map<Journey, readonly string[]>();
  let today = 0;
  const on = async (day: number, act: (journey: Journey) => Promise<unknown>): Promise<void> => {
    await journeys[0]?.wait(day - today);
    today = day;
    for (const journey of journeys) await act(journey);
  };
  await on(0, async (journey) => {
    await raise(journey);
    await handOver(journey);
  });
  await on(DAYS.acknowledged, acknowledge);
  await on(DAYS.confirmed, confirmBySides);
  await on(DAYS.planned, filePlan);
  await on(DAYS.opinions, async (journey) => {
    if (journey.roadCase.isComplex) await meetTaskForce(journey);
    opinions.set(journey, await giveOpinions(journey));
  });
  await on(DAYS.onSite, async (journey) => {
    await contactDeputy(journey);
    if (journey.roadCase.isComplex || journey.roadCase.isKey) await meet(journey, 'on-site');
    if (journey.roadCase.isComplex) await completePackages(journey);
  });
  await on(DAYS.replied, async (journey) => {
    if (journey.roadCase.isComplex) await meetTaskForce(journey);
    await reply(journey, {
      resultClass: 'B',
      opinions: opinions.get(journey) ?? [],
      promiseInDays: PROMISE_AFTER_REPLY_DAYS,
    });
  });
  await on(DAYS.evaluated, (journey) => evaluate(journey, 'satisfied'));
  const meetIfComplex = async (journey: Journey): Promise<void> => {
    if (journey.roadCase.isComplex) await meetTaskForce(journey);
  };
  await on(DAYS.lookedBack, async (journey) => {
    await lookBackIfRequired(journey);
    await meetIfComplex(journey);
  });
  // The promises are open, hence the case, and its task force meets every month.
  await on(DAYS.metAgain, meetIfComplex);
  await on(DAYS.metOnceMore, meetIfComplex);
  await on(DAYS.reported, reportPromises);
  await on(DAYS.kept, keepPromises);
  await on(DAYS.supplemented, supplementReply);
  await on(DAYS.sealed, seal);
  return journeys;
}
