import { describe, expect, inject, it } from 'vitest';
import { seen } from '../mechanisms/support/seen.ts';
import { deskOf, timelineOf, type Fact } from './support/city.ts';
import { PLANS } from './support/plans.ts';

interface Handling {
  readonly taskForce: { readonly status: string } | null;
}

/** After any of these a case is over for its handlers. */
const ENDS = new Set(['suggestion-closed', 'case-ended']);

const has = (timeline: readonly Fact[], type: string): boolean => timeline.some((fact) => fact.type === type);

describe('M11 task force 专班, over a year', () => {
  it('is dissolved, once, when its case is closed, and stands until then', async (context) => {
    const states: string[] = [];
    for (const { index, place } of PLANS) {
      const caseId = inject('caseIds')[index] ?? '';
      const timeline = await timelineOf(place.tenant, caseId);
      if (!has(timeline, 'task-force-formed')) continue;
      const desk = await deskOf(place.tenant);
      const { taskForce } = await desk.get<Handling>(`/suggestions/${caseId}/handling`);
      const isOver = timeline.some(({ type }) => ENDS.has(type));
      expect([caseId, taskForce?.status]).toEqual([caseId, isOver ? 'dissolved' : 'formed']);
      const dissolutions = timeline.filter(({ type }) => type === 'task-force-dissolved');
      expect([caseId, dissolutions.length]).toEqual([caseId, isOver ? 1 : 0]);
      states.push(taskForce?.status ?? '');
    }
    expect(new Set(states)).toContain('dissolved');
    const dissolved = states.filter((state) => state === 'dissolved').length;
    seen(context, `${states.length} 个专班，其中 ${dissolved} 个随办结解散，未办结的仍在`);
  });
});
