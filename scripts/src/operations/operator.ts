import { DEMO_PASSWORD, SHOWN_TENANT } from '@huiyin/demo-city/accounts';
import { demoCity } from '@huiyin/demo-city/city';
import { ApiRefusal, logIn, type ApiSession } from '../api/session.ts';

/** Options of every command for the operations team; the password comes from HUIYIN_PASSWORD. */
export const OPERATOR_OPTIONS = {
  url: { type: 'string', default: 'http://127.0.0.1:8080' },
  login: { type: 'string', multiple: true },
} as const;

/** The demo city's operator who is asked when no login is given. */
export const DEMO_OPERATOR = `operator@${SHOWN_TENANT}`;

/** One operator in each tenant of the demo city. */
export function demoOperators(): readonly string[] {
  return demoCity().map(({ place }) => `operator@${place.tenant}`);
}

/** Logs in as an operator. Throws ApiRefusal when the gateway does not believe it, and says so when none answers. */
export async function logInAsOperator(url: string, login: string): Promise<ApiSession> {
  try {
    return await logIn(url, login, process.env['HUIYIN_PASSWORD'] ?? DEMO_PASSWORD);
  } catch (error) {
    if (error instanceof ApiRefusal) throw error;
    throw new Error(`no Huiyin answers at ${url}; npm start starts one, --url names another`, {
      cause: error,
    });
  }
}
