import { describe, expect, it } from 'vitest';
import { proposeScores } from './propose-classification.ts';

const points = (title: string, demands: string[], expectedUnits = 0): readonly number[] => {
  const { scope, difficulty, urgency } = proposeScores({ title, demands }, expectedUnits).scores;
  return [scope.points, difficulty.points, urgency.points];
};

describe('proposed scores', () => {
  it.each([
    ['关于公布举报电话的建议', ['在村务公开栏公布电话'], [1, 1]],
    ['关于改造滨湖路排水管渠的建议', ['汛期前完成清疏'], [1, 3]],
    ['关于柳林镇增设公交站的建议', ['在镇中心增设两处站点'], [2, 1]],
    ['关于调整全区养老服务补贴标准的建议', ['修订补贴办法'], [3, 1]],
    ['关于治理学校门口拥堵的建议', ['早晚高峰安排协管员'], [1, 2]],
  ])('of scope and urgency: %s', (title, demands, [scope, urgency]) => {
    const [wide, , urgent] = points(title, demands);
    expect([wide, urgent]).toEqual([scope, urgency]);
  });

  it('count money, rules and three units for one point of difficulty each, at most three', () => {
    expect(points('关于公布电话的建议', [])[1]).toBe(1);
    expect(points('关于修建便民桥的建议', [])[1]).toBe(1);
    expect(points('关于修建便民桥的建议', ['完成用地征收'])[1]).toBe(2);
    expect(points('关于修建便民桥的建议', ['完成用地征收'], 3)[1]).toBe(3);
    expect(points('关于公布电话的建议', [], 5)[1]).toBe(1);
  });

  it('quote the words they rest on', () => {
    const { scores } = proposeScores({ title: '关于改造全区危桥的建议', demands: ['安排专项资金'] }, 0);
    expect(scores.scope.reason).toBe('涉及全域：“全区”');
    expect(scores.difficulty.reason).toContain('“改造”');
    expect(scores.urgency.reason).toContain('“危桥”');
  });

  it('count the units that the demands name, at least one', () => {
    const demands = ['由区公安局安排警力', '由区交通运输局增设标线', '请区公安局会同办理'];
    expect(proposeScores({ title: '关于校门口秩序的建议', demands }, 0).expectedUnits).toBeGreaterThanOrEqual(
      2,
    );
    expect(proposeScores({ title: '关于校门口秩序的建议', demands: [] }, 0).expectedUnits).toBe(1);
    expect(proposeScores({ title: '', demands: [] }, 99).expectedUnits).toBe(30);
  });
});
