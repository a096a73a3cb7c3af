import { describe, expect, it } from 'vitest';
import { areTwoMatters } from './matters.ts';

describe('two matters', () => {
  it.each([
    ['道路维修', '养老服务', true],
    ['中小学教师待遇', '污水管网', true],
    ['农村公路', '公交站点', false],
    ['医院', '家庭医生签约', false],
    ['道路维修', '有关事项', false],
    ['', '养老', false],
  ])('%s / %s: %s', (one, other, two) => {
    expect(areTwoMatters(one, other)).toBe(two);
  });
});
