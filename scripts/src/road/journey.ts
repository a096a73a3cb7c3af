import type { Accepted, ApiSession } from '../api/session.ts';
import { advanceTo, untilQuiet } from '../api/quiet.ts';
import type { Cast } from './cast.ts';
import type { RoadCase } from './road-case.ts';

/** What a case looks like after a step. */
export interface Glimpse {
  readonly name: string;
  readonly step: string;
  /** Business time, YYYY-MM-DD in Shanghai. */
  readonly day: string;
  readonly stage: string;
  readonly colour: string;
  /** Kind of the party whose turn it is, '' when nobody's. */
  readonly party: string;
  readonly partyName: string;
  readonly act: string;
  /** Of the next act; '' when no clock runs for it. */
  readonly dueDate: string;
  /** Kinds of the parties that answer for the case by assignment's account; from registration on. */
  readonly accountable: readonly string[];
  /** Types of the facts that came since the last look. */
  readonly events: readonly string[];
}

export interface CasePage {
  readonly summary: {
    readonly number: string;
    readonly stage: string;
    readonly colour: string;
    readonly next?: {
      readonly party?: { readonly kind: string; readonly name: string };
      readonly act: string;
      readonly dueDate: string;
    };
  };
  readonly shares: readonly {
    readonly assignmentId: string;
    readonly role: string;
    readonly state: string;
    readonly unit?: { readonly id: string; readonly name: string };
    readonly liaisonUntrained: boolean;
  }[];
  readonly clocks: readonly {
    readonly clockId: string;
    readonly kind: string;
    readonly subject: string;
    readonly dueDate: string;
    readonly state: string;
    readonly colour: string;
  }[];
  readonly replies: readonly {
    readonly replyId: string;
    readonly round: number;
    readonly resultClass: string;
  }[];
  readonly promises: readonly {
    readonly promiseId: string;
    readonly state: string;
    readonly dueOn: string;
  }[];
}

export interface Handling {
  readonly status: string;
  readonly accountable: readonly {
    readonly kind: string;
    readonly unitId: string;
    readonly office: string;
  }[];
  readonly assignments: readonly {
    readonly assignmentId: string;
    readonly unitId: string;
    readonly status: string;
    readonly role: string;
    readonly replyDueOn: string;
    readonly extensionId: string;
    readonly liaisonUntrained: boolean;
  }[];
}

/** A fact on the timeline. */
export interface Fact {
  readonly eventId: string;
  readonly service: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly version: number;
  readonly facts: Readonly<Record<string, unknown>>;
}

const DRAFTING = new Set(['draft', 'cosigning', 'pre-review']);
const SHANGHAI_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const WORK_BEGINS_MS = 9 * 3_600_000;

/** One case on its way: takes steps as people would, and looks at the case page after each. */
export class Journey {
  readonly cast: Cast;
  readonly roadCase: RoadCase;
  readonly glimpses: Glimpse[] = [];
  /** Assignment ids by unit code. */
  readonly shares = new Map<string, string>();
  suggestionId = '';
  readonly #tell: (glimpse: Glimpse) => void;
  readonly #known = new Set<string>();

  constructor(cast: Cast, roadCase: RoadCase, tell: (glimpse: Glimpse) => void = () => undefined) {
    this.cast = cast;
    this.roadCase = roadCase;
    this.#tell = tell;
  }

  get path(): string {
    return `/suggestions/${this.suggestionId}`;
  }

  lead(): Promise<ApiSession> {
    return this.cast.person(this.roadCase.leadDeputy);
  }

  desk(): Promise<ApiSession> {
    return this.cast.person('desk');
  }

  /** The lead's or a parallel unit's person. */
  unit(part: 'head' | 'liaison' | 'clerk', code: string = this.roadCase.leadUnit): Promise<ApiSession> {
    return this.cast.ofUnit(part, code);
  }

  /** The share of a unit; of the lead unless another is named. */
  share(code: string = this.roadCase.leadUnit): string {
    const id = this.shares.get(code);
    if (id === undefined) throw new Error(`${code} has no share of ${this.roadCase.name}`);
    return id;
  }

  /** Sends one command, waits until everybody has heard of it and looks. */
  async step(what: string, who: Promise<ApiSession>, path: string, body?: unknown): Promise<Accepted> {
    const accepted = await (await who).post(path, body);
    if (this.suggestionId === '') this.suggestionId = accepted.id;
    await this.look(what);
    return accepted;
  }

  /** The case as its lead deputy sees it once everything is quiet. */
  async look(step: string): Promise<Glimpse> {
    await untilQuiet(await this.cast.person('operator'));
    const { summary } = await this.page();
    // Only its deputies see a draft; from then on the desk sees everything.
    const reader = DRAFTING.has(summary.stage) ? this.lead() : this.desk();
    const fresh = (await this.timeline(reader)).filter(({ eventId }) => !this.#known.has(eventId));
    for (const { eventId } of fresh) this.#known.add(eventId);
    const { stage, colour, next } = summary;
    const glimpse: Glimpse = {
      name: this.roadCase.name,
      step,
      day: await this.day(),
      stage,
      colour,
      party: next?.party?.kind ?? '',
      partyName: next?.party?.name ?? '',
      act: next?.act ?? '',
      dueDate: next?.dueDate ?? '',
      accountable: summary.number === '' ? [] : (await this.handling()).accountable.map(({ kind }) => kind),
      events: fresh.map(({ type }) => type),
    };
    this.glimpses.push(glimpse);
    this.#tell(glimpse);
    return glimpse;
  }

  async page(): Promise<CasePage> {
    return (await this.lead()).get(`/cases/${this.suggestionId}`);
  }

  /** Every fact that the reader may see, oldest first; the desk's view unless another reader is named. */
  async timeline(reader: Promise<ApiSession> = this.desk()): Promise<readonly Fact[]> {
    return (await (await reader).all<Fact>(`/cases/${this.suggestionId}/timeline`)).toReversed();
  }

  /** Assignment's account of the case. */
  async handling(): Promise<Handling> {
    return (await this.desk()).get(`${this.path}/handling`);
  }

  async now(): Promise<Date> {
    const operator = await this.cast.person('operator');
    const { now } = await operator.get<{ now: string }>('/operations/clock');
    return new Date(now);
  }

  /** A day so many days from today in Shanghai, YYYY-MM-DD. */
  async day(inDays = 0): Promise<string> {
    return new Date((await this.now()).getTime() + SHANGHAI_MS + inDays * DAY_MS).toISOString().slice(0, 10);
  }

  /** Moves the rehearsal clock on to nine in the morning, so many days from today. */
  async wait(days: number): Promise<void> {
    if (days === 0) return;
    await this.waitUntil(await this.day(days));
  }

  /** Moves the rehearsal clock on to nine in the morning of a day; a day that has come already changes nothing. */
  async waitUntil(day: string): Promise<void> {
    const morning = new Date(Date.parse(`${day}T00:00:00Z`) + WORK_BEGINS_MS - SHANGHAI_MS);
    await advanceTo(await this.cast.person('operator'), morning.toISOString());
  }
}
