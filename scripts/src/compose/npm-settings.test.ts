import { expect, test } from 'vitest';
import { npmSettings } from './npm-settings.ts';

test('a build is told registries and accounts of the host, the last word of each, and nothing about the host itself', () => {
  const global = 'registry=https://first.invalid/\nnodedir=/usr\ncafile=/etc/ssl/some.crt\nfund=false\n';
  const user = [
    '; a comment = no setting',
    ' registry = https://second.invalid/ ',
    '@huiyin:registry=https://scoped.invalid/',
    '//second.invalid/:_authToken=abc=',
  ].join('\n');

  expect(npmSettings([global, user], true)).toBe(
    [
      'registry=https://second.invalid/',
      '@huiyin:registry=https://scoped.invalid/',
      '//second.invalid/:_authToken=abc=',
      'cafile=/run/secrets/certificates',
      '',
    ].join('\n'),
  );
});

test('where the host has no certificates of its own, no file is named that would be missing', () => {
  expect(npmSettings(['cafile=/etc/ssl/some.crt\n'], false)).toBe('');
});
