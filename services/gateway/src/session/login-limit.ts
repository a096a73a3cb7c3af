import { createHash } from 'node:crypto';
import type { Limit, Limiter, Verdict } from '../redis/limiter.ts';

const WINDOW_S = 15 * 60;

/** Failures in a quarter of an hour. A login that succeeds is not counted. */
const LIMITS = {
  accountAndAddress: { name: 'login-account-address', most: 8, mostAlone: 4, perS: WINDOW_S },
  // High enough that a stranger cannot lock a colleague out with a few tries.
  account: { name: 'login-account', most: 40, mostAlone: 10, perS: WINDOW_S },
  address: { name: 'login-address', most: 200, mostAlone: 20, perS: WINDOW_S },
} as const satisfies Record<string, Limit>;

/** Tries of one person at one address to log in. */
export interface LoginTries {
  /** Counts a try before the password is looked at, so that parallel tries count too. */
  take(): Promise<Verdict>;
  /** The try succeeded. */
  giveBack(): Promise<void>;
}

export function loginTries(limiter: Limiter, login: string, address: string): LoginTries {
  const account = createHash('sha256').update(login.toLowerCase()).digest('hex').slice(0, 32);
  const counted: readonly (readonly [Limit, string])[] = [
    [LIMITS.accountAndAddress, `${account}:${address}`],
    [LIMITS.account, account],
    [LIMITS.address, address],
  ];
  return {
    take: async () => {
      const verdicts = await Promise.all(counted.map(([limit, key]) => limiter.take(limit, key)));
      return verdicts.find(({ allowed }) => !allowed) ?? { allowed: true };
    },
    giveBack: async () => {
      await Promise.all(counted.map(([limit, key]) => limiter.giveBack(limit, key)));
    },
  };
}
