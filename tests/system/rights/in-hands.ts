import { personId } from '@huiyin/demo-city/people';
import type { Cast } from '@huiyin/scripts/road/cast';
import { acknowledge, handOver, raise } from '@huiyin/scripts/road/raise';
import { QuickJourney } from './quick-journey.ts';
import { FORMER_DEPUTY, MERGED_DEPUTY, REFERENCE_UNIT } from './readers.ts';

/** Brings a case to a stage. Stages are named as the archive names them; further names say what is special. */
export type Build = (journey: QuickJourney) => Promise<void>;

/** Handed over, to one unit more for reference 参阅. */
export async function handOverToAll(journey: QuickJourney): Promise<void> {
  await handOver(journey);
  await referTo(journey);
}

export async function referTo(journey: QuickJourney): Promise<void> {
  const shares = [{ unitId: journey.cast.unitId(REFERENCE_UNIT), role: 'reference' }];
  await journey.step('参阅', journey.desk(), `${journey.path}:assign`, { shares });
}

export const inHands: Build = async (journey) => {
  await raise(journey);
  await handOverToAll(journey);
  await acknowledge(journey);
};

/** The same, with another deputy's suggestion merged into it. */
export const inHandsWithChild: Build = async (journey) => {
  const { cosigner: _, ...roadCase } = journey.roadCase;
  const child = new QuickJourney(journey.cast, { ...roadCase, name: '并入', leadDeputy: MERGED_DEPUTY });
  await Promise.all([raise(journey), raise(child)]);
  const merge = { parentId: journey.suggestionId, reason: '同一事项', competence: '区交通运输局' };
  await child.step('并案', child.desk(), `${child.path}:merge`, merge);
  await handOverToAll(journey);
  await acknowledge(journey);
};

/** 代表资格终止 of who co-signed a case that goes on. */
export async function leavesOffice(cast: Cast): Promise<void> {
  const id = personId(cast.tenant, FORMER_DEPUTY);
  const body = { onDate: '2026-01-05', reason: '迁出本行政区域' };
  await (await cast.person('desk')).post(`/people/${id}:end-mandate`, body);
}
