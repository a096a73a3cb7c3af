import { expect, it } from 'vitest';
import { isLogin, loginParts, nameTyped } from './login-parts.ts';

it('a first login is of the tenant, and one that is there keeps its place', () => {
  expect(loginParts('', 'donghu')).toEqual({ name: '', place: '@donghu' });
  expect(loginParts('deputy-12@yunchuan', 'donghu')).toEqual({ name: 'deputy-12', place: '@yunchuan' });
  expect(loginParts('alarms', 'donghu')).toEqual({ name: 'alarms', place: '' });
});

it('the place may be typed too, and capitals are small', () => {
  expect(nameTyped(' Wang@Donghu', '@donghu')).toBe('wang');
  expect(nameTyped('wang', '@donghu')).toBe('wang');
  expect(nameTyped('Alarms', '')).toBe('alarms');
});

it('only what directory takes is a login', () => {
  expect(isLogin({ name: 'wang.jianhua-2', place: '@donghu' })).toBe(true);
  expect(isLogin({ name: '', place: '@donghu' })).toBe(false);
  expect(isLogin({ name: '王建华', place: '@donghu' })).toBe(false);
  expect(isLogin({ name: 'wang@xihu', place: '@donghu' })).toBe(false);
  expect(isLogin({ name: 'wa', place: '' })).toBe(false);
  expect(isLogin({ name: 'w'.repeat(58), place: '@donghu' })).toBe(false);
});
