import { keyGrounds } from '@huiyin/scripts/road/raise';
import { describe, expect, it } from 'vitest';
import { refusal } from '../road/bends.ts';
import { cast, registered } from './support/case-of.ts';
import { today } from './support/meeting-of.ts';
import { seen } from './support/seen.ts';

interface Proposal {
  readonly handlingType: string;
  readonly scope: { readonly points: number; readonly reason: string };
  readonly difficulty: { readonly points: number; readonly reason: string };
  readonly urgency: { readonly points: number; readonly reason: string };
}

interface Handling {
  readonly handlingType: string;
  readonly isKey: boolean;
}

const HARD = { points: 3, reason: '涉及三个以上部门' };

describe('M7 classification 分类', () => {
  it('proposes with a reason for each score; a person decides, and an override must say why', async (context) => {
    const id = await registered(49, 'm7');
    const desk = cast.person('desk');
    const proposal = await (
      await desk
    ).get<Proposal>(`/suggestions/${id}:propose-classification?expectedUnits=1`);
    for (const { points, reason } of [proposal.scope, proposal.difficulty, proposal.urgency]) {
      expect([1, 2, 3]).toContain(points);
      expect(reason).not.toBe('');
    }
    const scores = { scope: HARD, difficulty: HARD, urgency: HARD, expectedUnits: 4 };
    const path = `/suggestions/${id}:classify`;
    expect(await refusal(desk, path, { ...scores, handlingType: 'general' })).toMatch(/^4(00|09|22) /);
    await (await desk).post(path, { ...scores, handlingType: 'general', overrideReason: '已有现成方案' });
    const handling = await (await desk).get<Handling>(`/suggestions/${id}/handling`);
    expect(handling).toMatchObject({ handlingType: 'general', isKey: false });
    seen(context, `建议 ${proposal.handlingType}，三项各有理由；改为一般须写明理由`);
  });

  it('makes nothing key but by a decision of the 主任会议', async (context) => {
    const id = await registered(50, 'm7 key');
    const decision = {
      ...{ decisionNumber: '主任会议纪要〔2026〕3号', decidedOn: await today() },
      ...keyGrounds(cast),
    };
    const easy = { points: 1, reason: '涉及一个部门' };
    const scores = { scope: easy, difficulty: easy, urgency: easy, expectedUnits: 1 };
    await (await cast.person('desk')).post(`/suggestions/${id}:classify`, { ...scores, keyProposed: true });
    const proposed = await (await cast.person('desk')).get<Handling>(`/suggestions/${id}/handling`);
    expect(proposed).toMatchObject({ isKey: false, classification: { keyProposed: true } });
    const path = `/suggestions/${id}:mark-key`;
    expect(await refusal(cast.person('desk'), path, decision)).toMatch(/^403 /);
    const council = cast.person('council');
    expect(await refusal(council, path, { ...decision, criteria: [] })).toBe('400 key-criteria-missing');
    const byHandler = { ...decision, supervisingUnitId: cast.unitId('jiaotong') };
    expect(await refusal(council, path, byHandler)).toBe('400 key-body-not-committee');
    const byHead = { ...decision, supervisorId: (await cast.ofUnit('head', 'jiaotong')).personId };
    expect(await refusal(council, path, byHead)).toBe('400 key-supervisor-not-of-council');
    await (await council).post(path, decision);
    const handling = await (await cast.person('desk')).get<Handling>(`/suggestions/${id}/handling`);
    expect(handling).toMatchObject({ isKey: true, keyGrounds: keyGrounds(cast) });
    seen(context, '提请不等于确定，重点只由主任会议确定');
  });
});
