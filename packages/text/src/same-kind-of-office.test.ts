import { expect, it } from 'vitest';
import { sameKindOfOffice } from './same-kind-of-office.ts';

const UNITS = ['东湖区交通运输局', '东湖区教育体育局', '东湖区人民法院', '柳林镇人民政府'];

it.each([
  ['市交通运输局', '东湖区交通运输局'],
  ['市教育局', '东湖区教育体育局'],
  ['市法院', '东湖区人民法院'],
  ['市供电局', undefined],
  ['浒山街道', undefined],
])('%s is now %s', (name, now) => {
  expect(sameKindOfOffice(name, UNITS)).toBe(now);
});

it('guesses nothing where two would do', () => {
  expect(sameKindOfOffice('市交通局', ['区交通运输局', '县交通局'])).toBeUndefined();
});
