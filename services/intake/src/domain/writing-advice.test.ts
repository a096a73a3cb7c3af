import { describe, expect, it } from 'vitest';
import { CROSSING } from '../../test/given.ts';
import { adviseOn } from './writing-advice.ts';

const codes = (change: object): string[] => adviseOn({ ...CROSSING, ...change }).map(({ code }) => code);
const LONG = '文澜路小学门前早晚高峰拥堵严重,学生过街不便,家长意见较大。'.repeat(4);

describe('writing help', () => {
  it('has nothing to say about a concrete suggestion', () => {
    expect(codes({ facts: LONG })).toEqual([]);
  });

  it('notices two matters, a missing demand, few facts and general words', () => {
    expect(codes({ facts: LONG, title: '关于道路维修和养老服务工作的建议' })).toEqual(['several-matters']);
    expect(codes({ facts: LONG, demands: [] })).toEqual(['no-demand']);
    expect(codes({ facts: '路不好' })).toEqual(['too-short']);
    expect(codes({ facts: LONG, demands: ['进一步高度重视有关方面存在的困难'] })).toEqual(['too-general']);
  });

  it('notices what is not handled as a suggestion', () => {
    expect(codes({ facts: `${LONG}法院对此案的判决不公。` })).toEqual(['forbidden-kind']);
    expect(codes({ facts: LONG, demands: ['在该项目招标中由本地企业承接第2标段'] })).toContain(
      'forbidden-kind',
    );
  });
});
