import { expect, it } from 'vitest';
import { hasHalfWidthMark } from './half-width-marks.ts';

it.each([
  '代表没有签署,不算送达',
  '公文(PDF)',
  '《建议》(第30号)',
  'false:不算送达',
  '请写明理由;不符的必填',
  '签发:单位负责人',
])('finds the half-width mark in %j', (text) => expect(hasHalfWidthMark(text)).toBe(true));

it.each([
  '代表没有签署，不算送达（见第3条）。',
  '每份不超过 20 MB；最多 {0} 个',
  '22:00 以前',
  '1.增设人行横道',
  'application/json; charset=utf-8',
  '(?:父母|父亲)',
])('finds none in %j', (text) => expect(hasHalfWidthMark(text)).toBe(false));
