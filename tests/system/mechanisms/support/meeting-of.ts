import type { ApiSession } from '@huiyin/scripts/api/session';
import { cast } from './case-of.ts';

/** Between whom a share is talked over. */
export interface Sides {
  readonly suggestionId: string;
  readonly assignmentId: string;
  /** Code of the share's unit. */
  readonly unit: string;
  readonly lead: ApiSession;
}

/** The business day, YYYY-MM-DD in Shanghai. */
export async function today(): Promise<string> {
  const { now } = await (await cast.person('operator')).get<{ now: string }>('/operations/clock');
  return new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** Invites both sides to a meeting of the share. Answers its id. */
export async function invited(sides: Sides, kind: 'dual-confirmation' | 'on-site'): Promise<string> {
  const liaison = await cast.ofUnit('liaison', sides.unit);
  const head = await cast.ofUnit('head', sides.unit);
  const { id } = await (kind === 'on-site' ? head : liaison).post('/meetings', {
    kind,
    suggestionId: sides.suggestionId,
    assignmentId: sides.assignmentId,
    startsAt: `${await today()}T09:30:00+08:00`,
    place: '云湖街道会议室',
    participantIds: [sides.lead.personId, liaison.personId],
  });
  return id;
}

/** Somebody checks in with the code that the unit's head shows. */
export async function checkedIn(who: ApiSession, unit: string, meetingId: string): Promise<void> {
  const head = await cast.ofUnit('head', unit);
  const { code } = await head.get<{ code: string }>(`/meetings/${meetingId}/check-in-code`);
  await who.post(`/meetings/${meetingId}:check-in`, { code });
}

/** What both sides say in a dual confirmation 双确认. */
export const CONSULTATION = {
  background: '沿线居民多次反映。',
  demands: ['明确责任单位'],
  approach: '列入今年计划，分步实施。',
  measures: ['现场勘察', '组织施工'],
  milestones: [{ text: '完成施工', dueOn: '2026-12-01' }],
};

/** 双确认 held, recorded and confirmed by both sides. */
export async function dualConfirmed(sides: Sides): Promise<void> {
  const id = await invited(sides, 'dual-confirmation');
  const liaison = await cast.ofUnit('liaison', sides.unit);
  await liaison.post(`/meetings/${id}:record`, {
    heldOn: await today(),
    presentIds: [sides.lead.personId, liaison.personId],
    consultation: CONSULTATION,
  });
  await liaison.post(`/meetings/${id}:confirm`, { recordVersion: 1 });
  await sides.lead.post(`/meetings/${id}:confirm`, { recordVersion: 1 });
}

/** A handling plan 办理方案 that is complete by 五个一. */
export const PLAN = {
  leaderName: '顾行远',
  leaderPost: '局长',
  leaderRank: 'unit-head',
  solution: '分步实施，先易后难。',
  milestones: [{ text: '完成勘察', dueOn: '2026-03-01' }],
  deadline: '2026-04-01',
};
