import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { unitId } from '@huiyin/demo-city/units';
import { logIn, type ApiSession, type SentCommand } from '../api/session.ts';

/** The unit whose people carry the short logins. */
const FIRST_UNIT = 'jiaotong';

/** The people of one tenant; each logs in when they first act. */
export class Cast {
  readonly tenant: string;
  readonly #gatewayUrl: string;
  readonly #onAccepted: ((command: SentCommand) => void) | undefined;
  readonly #sessions = new Map<string, Promise<ApiSession>>();

  /** `onAccepted` hears of every command that these people get accepted. */
  constructor(gatewayUrl: string, tenant: string, onAccepted?: (command: SentCommand) => void) {
    this.#gatewayUrl = gatewayUrl;
    this.#onAccepted = onAccepted;
    this.tenant = tenant;
  }

  /** By login name: desk, council, operator, deputy-7 … */
  person(loginName: string): Promise<ApiSession> {
    const known = this.#sessions.get(loginName);
    if (known !== undefined) return known;
    const session = logIn(this.#gatewayUrl, `${loginName}@${this.tenant}`, DEMO_PASSWORD, this.#onAccepted);
    this.#sessions.set(loginName, session);
    return session;
  }

  /** Head, liaison or clerk of a unit, by the unit's code. */
  ofUnit(part: 'head' | 'liaison' | 'clerk', code: string): Promise<ApiSession> {
    return this.person(code === FIRST_UNIT ? part : `${part}-${code}`);
  }

  unitId(code: string): string {
    return unitId(this.tenant, code);
  }
}
