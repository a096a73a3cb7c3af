import { expect, it } from 'vitest';
import { CROSSING } from '../../test/given.ts';
import { refuseTooLong, textHashOf, tidyText } from './text.ts';

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
