import { describe, expect, it } from 'vitest';
import { UNIT_DUTIES } from './unit-duties.ts';

describe('the table of duties', () => {
  it('says each duty of a kind of office once', () => {
    for (const { names, duties } of UNIT_DUTIES) {
      expect(new Set(duties).size, String(names)).toBe(duties.length);
      expect(
        duties.every((word) => word.length >= 1),
        String(names),
      ).toBe(true);
    }
  });

  it.each([
    ['东湖区交通运输局', '公交'],
    ['市住建局', '污水管网'],
    ['东湖区住房城乡建设局', '老旧小区'],
    ['市农业局', '农产品'],
    ['东湖区农业农村局', '农田'],
    ['市卫生和计划生育局', '卫生院'],
    ['东湖区卫生健康局', '医生'],
    ['市综合行政执法局（市城管局）', '环卫'],
    ['东湖区人力资源和社会保障局', '就业'],
    ['市人力社保局', '社会保险'],
    ['银监局慈溪办', '贷款'],
  ])('%s is in charge of %s', (unit, word) => {
    expect(UNIT_DUTIES.some(({ names, duties }) => names.test(unit) && duties.includes(word))).toBe(true);
  });
});
