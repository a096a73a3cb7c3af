import type { Accepted, ApiSession } from '../api/session.ts';
import { untilQuiet } from '../api/quiet.ts';
import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { logIn } from '../api/session.ts';

/** Parts of the play with their demo logins. */
const LOGINS = {
  lead: 'deputy',
  cosigner: 'deputy-2',
  desk: 'desk',
  reviewer: 'reviewer',
  council: 'council',
  operator: 'operator',
  liaison: 'liaison',
  clerk: 'clerk',
  head: 'head',
  coLiaison: 'liaison-caizheng',
} as const;

/** Everybody who acts on the road, logged in. */
export type Cast = Readonly<Record<keyof typeof LOGINS, ApiSession>>;

/** Logs everybody in, one after another: the login's limit counts per address. */
export async function gather(gatewayUrl: string, tenant: string): Promise<Cast> {
  const sessions: [string, ApiSession][] = [];
  for (const [part, login] of Object.entries(LOGINS)) {
    sessions.push([part, await logIn(gatewayUrl, `${login}@${tenant}`, DEMO_PASSWORD)]);
  }
  return Object.fromEntries(sessions) as Record<keyof typeof LOGINS, ApiSession>;
}

/** What a case looks like after a step. */
export interface Glimpse {
  readonly step: string;
  readonly stage: string;
  readonly colour: string;
  readonly turn: string;
  readonly dueDate: string;
}

interface NextAct {
  readonly party?: { readonly kind: string; readonly name: string };
  readonly act: string;
  readonly dueDate: string;
}

interface CasePage {
  readonly summary: { readonly stage: string; readonly colour: string; readonly next?: NextAct } | null;
}

/** One case on its way: takes steps as people would and looks at the case page after each. */
export class Journey {
  readonly cast: Cast;
  readonly glimpses: Glimpse[] = [];
  suggestionId = '';
  readonly #tell: (glimpse: Glimpse) => void;

  constructor(cast: Cast, tell: (glimpse: Glimpse) => void) {
    this.cast = cast;
    this.#tell = tell;
  }

  /** Sends one command, waits until everybody has heard of it and looks. */
  async step(what: string, who: ApiSession, path: string, body?: unknown): Promise<Accepted> {
    const accepted = await who.post(path, body);
    if (this.suggestionId === '') this.suggestionId = accepted.id;
    await this.look(what);
    return accepted;
  }

  async look(step: string): Promise<Glimpse> {
    await untilQuiet(this.cast.operator, (await this.now()).toISOString());
    const { summary } = await this.cast.lead.get<CasePage>(`/cases/${this.suggestionId}`);
    const next = summary?.next;
    const glimpse = {
      step,
      stage: summary?.stage ?? '',
      colour: summary?.colour ?? '',
      turn: next === undefined ? '' : `${next.party?.name || (next.party?.kind ?? '')} ${next.act}`,
      dueDate: next?.dueDate ?? '',
    };
    this.glimpses.push(glimpse);
    this.#tell(glimpse);
    return glimpse;
  }

  /** Business time. */
  async now(): Promise<Date> {
    const { now } = await this.cast.operator.get<{ now: string }>('/operations/clock');
    return new Date(now);
  }

  /** A day so many days from today in Shanghai, YYYY-MM-DD. */
  async day(inDays = 0): Promise<string> {
    return new Date((await this.now()).getTime() + 8 * 3_600_000 + inDays * 86_400_000)
      .toISOString()
      .slice(0, 10);
  }
}
