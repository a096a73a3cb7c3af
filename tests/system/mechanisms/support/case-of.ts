import { ApiRefusal, type ApiSession } from '@huiyin/scripts/api/session';
import { Cast } from '@huiyin/scripts/road/cast';
import { roadPlace } from '@huiyin/scripts/road/road-case';
import { seededRandom } from '@huiyin/demo-city/random';
import { demoSuggestion, type SuggestionText } from '@huiyin/demo-city/suggestion';
import { personId } from '@huiyin/demo-city/people';
import { waitFor } from '@huiyin/testkit/wait-for';
import { inject } from 'vitest';

/** The people of the tenant in which the mechanisms are tried. */
export const cast = new Cast(inject('gatewayUrl'), roadPlace().tenant);

/** A deputy of this file's own, by number; 11 to 60 are nobody else's lead, 51, 53 and 55 leave office (m05). */
export function deputy(number: number): Promise<ApiSession> {
  return cast.person(`deputy-${number}`);
}

export function deputyId(number: number): string {
  return personId(cast.tenant, `deputy-${number}`);
}

/** An invented text, the same for the same seed. */
export function textOf(seed: string): SuggestionText {
  return demoSuggestion(seededRandom(seed), roadPlace());
}

/** What a text says beside its words. */
interface Wishes {
  readonly authorConfidential?: boolean;
}

/** A submitted suggestion of one deputy. */
export async function submitted(number: number, seed: string, wishes: Wishes = {}): Promise<string> {
  const { title, facts, demands } = textOf(seed);
  const lead = await deputy(number);
  const { id } = await lead.post('/suggestions', { text: { title, facts, demands, ...wishes } });
  await lead.post(`/suggestions/${id}:submit`);
  return id;
}

/** Submitted and registered. */
export async function registered(number: number, seed: string, wishes: Wishes = {}): Promise<string> {
  const id = await submitted(number, seed, wishes);
  await (await cast.person('desk')).post(`/suggestions/${id}:register`, { category: '城建环保' });
  return id;
}

/** Scores of a general case. */
const GENERAL = { points: 1, reason: '涉及一个部门' };

/** Registered, classified and handed over to the units, the first as lead. Answers the share of each. */
export async function handedOver(
  number: number,
  seed: string,
  units: readonly [string, ...string[]],
  wishes: Wishes = {},
): Promise<{ readonly id: string; readonly shares: readonly string[] }> {
  const id = await registered(number, seed, wishes);
  const desk = await cast.person('desk');
  const scores = { scope: GENERAL, difficulty: GENERAL, urgency: GENERAL };
  await desk.post(`/suggestions/${id}:classify`, { ...scores, expectedUnits: units.length });
  await desk.post(`/suggestions/${id}:assign`, {
    shares: units.map((code, index) => ({ unitId: cast.unitId(code), role: index === 0 ? 'lead' : 'co' })),
  });
  const { assignments } = await desk.get<{
    assignments: readonly { assignmentId: string; unitId: string }[];
  }>(`/suggestions/${id}/handling`);
  const shares = units.map((code) => {
    const share = assignments.find(({ unitId }) => unitId === cast.unitId(code));
    if (share === undefined) throw new Error(`${code} has no share of ${id}`);
    return share.assignmentId;
  });
  return { id, shares };
}

/** Waits until somebody has a notice of that type about a case. */
export function told(who: Promise<ApiSession>, id: string, type: string): Promise<true> {
  return waitFor(`${type} to be told`, async () => {
    const notices = await (await who).all<{ caseId: string; type: string }>('/notices');
    return notices.some((each) => each.caseId === id && each.type === type);
  });
}

/** What a case file shows its reader. */
export interface CaseFile {
  readonly leadDeputyId: string;
  readonly authorConfidential: boolean;
  readonly hidden: readonly string[];
}

/** The case file as the reader sees it, as soon as archive has filed the assignment. */
export function caseOf(reader: ApiSession, id: string): Promise<CaseFile> {
  return waitFor('the case to be filed', async () => {
    try {
      const file = await reader.get<CaseFile & { readonly shares: readonly unknown[] }>(`/cases/${id}`);
      return file.shares.length > 0 && file;
    } catch (error) {
      if (error instanceof ApiRefusal && error.status === 404) return false;
      throw error;
    }
  });
}
