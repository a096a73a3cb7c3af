import { expect, test } from 'vitest';
import { z } from 'zod';
import { ConfigError, parseConfig } from './config.ts';

const schema = z.object({
  DATABASE_URL: z.url(),
  PORT: z.coerce.number().int().min(1).max(65_535),
  LOG_LEVEL: z.enum(['info', 'debug']).default('info'),
});

test('given a complete environment, then typed values come out and the rest of the environment stays out', () => {
  expect(parseConfig(schema, { DATABASE_URL: 'postgres://db/intake', PORT: '7001', HOME: '/root' })).toEqual({
    DATABASE_URL: 'postgres://db/intake',
    PORT: 7001,
    LOG_LEVEL: 'info',
  });
});

test('given several wrong variables, then all are named at once and no value is shown', () => {
  const read = (): unknown =>
    parseConfig(schema, { DATABASE_URL: 'secret-but-no-url', PORT: '', LOG_LEVEL: 'loud' });
  expect(read).toThrow(ConfigError);
  try {
    read();
  } catch (error) {
    const { problems, message } = error as ConfigError;
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['DATABASE_URL', 'PORT', 'LOG_LEVEL']);
    expect(problems[1]).toBe('PORT: is missing');
    expect(message).not.toContain('secret');
    expect(message).not.toContain('loud');
  }
});
