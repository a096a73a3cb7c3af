import { expect, it } from 'vitest';
import { CROSSING } from '../../test/given.ts';
import { refuseTooLong, TEXT_LIMITS, textHashOf, tidyText } from './text.ts';

const file = (n: number) => ({ attachmentId: `f-${n}`, sha256: 'aa', name: `${n}.pdf` });

it('keeps the hash that deputies signed before texts could name files', () => {
  expect(textHashOf(CROSSING)).toBe('a552585f64ad9859c2f0747c86f47abe0f25aec5b9034bae3d6719424b74b39a');
});

it('puts the files under the signature by their bytes, not by what they are called', () => {
  const named = { ...CROSSING, attachments: [file(1)] };
  expect(textHashOf(named)).not.toBe(textHashOf(CROSSING));
  expect(textHashOf({ ...named, attachments: [{ ...file(1), sha256: 'bb' }] })).not.toBe(textHashOf(named));
  expect(textHashOf({ ...named, attachments: [{ ...file(1), name: 'x.pdf' }] })).toBe(textHashOf(named));
});

it('names a file once and at most ten', () => {
  const twice = { ...CROSSING, attachments: [file(1), file(1)] };
  expect(tidyText(twice).attachments).toEqual([file(1)]);
  const many = { ...CROSSING, attachments: Array.from({ length: 11 }, (_, n) => file(n)) };
  expect(refuseTooLong(many)).toMatchObject({ code: 'text-too-long', field: 'attachments' });
  expect(refuseTooLong({ ...many, attachments: many.attachments.slice(1) })).toBeUndefined();
});

it('puts the area and the earlier numbers under the signature, neither passing for the other', () => {
  const area = { ...CROSSING, affectedArea: '第67号' };
  const earlier = { ...CROSSING, earlierNumbers: ['第67号'] };
  const two = { ...CROSSING, earlierNumbers: ['第67号', '第68号'] };
  const hashes = [CROSSING, area, earlier, two, { ...earlier, affectedArea: '第67号' }].map(textHashOf);
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(textHashOf({ ...two, earlierNumbers: two.earlierNumbers.toReversed() })).not.toBe(textHashOf(two));
});

it('takes spaces, empty numbers and a number written twice for no words', () => {
  const typed = {
    ...CROSSING,
    affectedArea: ' 文澜街道\n',
    earlierNumbers: [' 第67号', '', '  ', '第67号 ', '990101-19-3-0012'],
  };
  expect(tidyText(typed)).toMatchObject({
    affectedArea: '文澜街道',
    earlierNumbers: ['第67号', '990101-19-3-0012'],
  });
});

it('has room for an area of 200 characters and ten earlier numbers of 60, and for no more', () => {
  const { affectedAreaCharacters, earlierNumbers, earlierNumberCharacters } = TEXT_LIMITS;
  expect([affectedAreaCharacters, earlierNumbers, earlierNumberCharacters]).toEqual([200, 10, 60]);
  const numbers = Array.from({ length: earlierNumbers }, (_, n) =>
    `${n}`.padStart(earlierNumberCharacters, '0'),
  );
  const full = { ...CROSSING, affectedArea: '区'.repeat(affectedAreaCharacters), earlierNumbers: numbers };
  expect(refuseTooLong(full)).toBeUndefined();
  expect(refuseTooLong({ ...full, affectedArea: `${full.affectedArea}区` })).toMatchObject({
    ...{ kind: 'invalid', code: 'text-too-long', field: 'affectedArea', message: '涉及区域不能超过200字' },
  });
  expect(refuseTooLong({ ...full, earlierNumbers: [...numbers, '第1号'] })).toMatchObject({
    ...{ kind: 'invalid', code: 'text-too-long', field: 'earlierNumbers', message: '历年编号不能超过10个' },
  });
  const long = ['第1号', `${numbers[0]}0`];
  expect(refuseTooLong({ ...CROSSING, earlierNumbers: long })).toMatchObject({
    ...{ code: 'text-too-long', field: 'earlierNumbers', message: '每个历年编号不能超过60字' },
  });
});
