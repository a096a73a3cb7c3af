import { connectBus } from '@huiyin/bus/connect';
import { eventPublisher, type EventPublisher } from '@huiyin/bus/publish';
import { ensureStream } from '@huiyin/bus/streams';
import { encodeEvent } from '@huiyin/contracts/encode-event';
import { systemActor } from '@huiyin/kernel/actor';
import type { EventEnvelope } from '@huiyin/kernel/event';
import { newId } from '@huiyin/kernel/ids';
import { localDateOf } from '@huiyin/kernel/local-date';

const TENANT = 'donghu';
const PAGE = 1_000;
const quiet = { info: () => undefined, warn: console.warn, error: console.error };

/** A case as its owner, assignment, tells of it, and the plans asked for in it. */
export interface ToldCase {
  readonly caseId: string;
  readonly subjects: readonly string[];
}

/** What is the same in all of them. */
export interface Told {
  readonly unitId: string;
  readonly rulePackVersion: string;
}

/** Speaks for assignment on the broker: supervision hears what it would hear in a city with so many cases. */
export class Assignment {
  readonly #publisher: EventPublisher;
  readonly #told: Told;
  readonly close: () => Promise<void>;

  private constructor(publisher: EventPublisher, told: Told, close: () => Promise<void>) {
    this.#publisher = publisher;
    this.#told = told;
    this.close = close;
  }

  static async on(natsUrl: string, told: Told): Promise<Assignment> {
    const connection = await connectBus({ url: natsUrl, name: 'many-clocks', log: quiet });
    await ensureStream(connection, { service: 'assignment', log: quiet });
    return new Assignment(eventPublisher(connection), told, () => connection.close());
  }

  /** Asks for the plans of every case, all with the same last day: ten workdays after `startDate`. */
  async requestPlans(cases: readonly ToldCase[], startDate: string, at: Date): Promise<void> {
    const events = cases.map(({ caseId, subjects }) => {
      const clocks = subjects.map((subject) => ({
        ...{ op: 'CLOCK_OP_START', kind: 'plan', subject, round: 1, startDate },
        ...{ term: { n: 10, unit: 'workday' }, owner: 'unit', ...this.#told },
      }));
      return envelope(caseId, 1, at, 'plan-requested', { suggestionId: caseId, clocks });
    });
    await this.#publish(events);
  }

  /** All plans of a case are filed: its clocks are met. */
  async filePlans({ caseId, subjects }: ToldCase, on: string, at: Date): Promise<void> {
    const clocks = subjects.map((subject) => ({
      ...{ op: 'CLOCK_OP_MEET', kind: 'plan', subject, round: 1, startDate: on },
    }));
    await this.#publish([envelope(caseId, 2, at, 'plan-filed', { suggestionId: caseId, clocks })]);
  }

  /** All plans of a case have twelve workdays from `startDate` instead of ten. */
  async extendPlans({ caseId, subjects }: ToldCase, startDate: string, at: Date): Promise<void> {
    const clocks = subjects.map((subject) => ({
      ...{ op: 'CLOCK_OP_EXTEND', kind: 'plan', subject, round: 1, startDate },
      term: { n: 12, unit: 'workday' },
    }));
    await this.#publish([envelope(caseId, 2, at, 'extension-granted', { suggestionId: caseId, clocks })]);
  }

  /** A case is withdrawn: its clocks are cancelled. */
  async endCase({ caseId, subjects }: ToldCase, at: Date): Promise<void> {
    const endedOn = localDateOf(at);
    const clocks = subjects.map((subject) => ({
      ...{ op: 'CLOCK_OP_CANCEL', kind: 'plan', subject, round: 1, startDate: endedOn },
    }));
    const payload = { suggestionId: caseId, cause: 'withdrawn', endedOn, unitIds: [], clocks };
    await this.#publish([envelope(caseId, 2, at, 'case-ended', payload)]);
  }

  async #publish(events: readonly EventEnvelope[]): Promise<void> {
    for (let from = 0; from < events.length; from += PAGE) {
      const outcomes = await this.#publisher.publish(events.slice(from, from + PAGE));
      const lost = outcomes.find(({ sent }) => !sent);
      if (lost !== undefined) throw new Error('the broker did not take an event', { cause: lost });
    }
  }
}

function envelope(
  stream: string,
  version: number,
  at: Date,
  type: string,
  payload: Record<string, unknown>,
): EventEnvelope {
  return {
    ...{ id: newId(), tenant: TENANT, service: 'assignment', stream, version, type },
    payload: encodeEvent('assignment', { type, payload }),
    ...{ occurredAt: at, recordedAt: at, actor: systemActor('assignment') },
    ...{ traceparent: '', prevHash: '', hash: '' },
  };
}
