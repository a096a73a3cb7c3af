import { describe, expect, it } from 'vitest';
import { matterOf } from './title-frame.ts';

describe('the matter of a title', () => {
  it.each([
    ['关于在滨湖路增设公交停靠站的建议', '在滨湖路增设公交停靠站'],
    ['关于进一步加强食品安全工作的建议', '食品安全工作'],
    ['关于提前实施八塘江拓疏工程的相关建议', '提前实施八塘江拓疏工程'],
    ['东湖006某某关于落实农村教师待遇的建议.doc', '落实农村教师待遇'],
    ['个关于优化客运中心周边交通的建议', '优化客运中心周边交通'],
    ['于加强渠道管理的建议', '渠道管理'],
    ['关于调整住宅面积建议', '调整住宅面积'],
    ['实验小学门口堵车', '实验小学门口堵车'],
    ['建议', '建议'],
    ['', ''],
  ])('%s → %s', (title, matter) => {
    expect(matterOf(title)).toBe(matter);
  });
});
