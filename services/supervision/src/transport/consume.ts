import { eventCodec } from '@huiyin/contracts/event-messages';
import { reactTo, type SourceReaction } from '@huiyin/contracts/reactions';
import type { EventEnvelope } from '@huiyin/kernel/event';
import { localDate, type LocalDate } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import type { OpenAnother } from '@huiyin/kernel/unit-of-work';
import type { ForeignEvent } from '../app/take-facts.ts';
import type { CaseFact, FactSource } from '../domain/fact.ts';
import type { SupervisionReactions } from '../app/use-cases.ts';
import { ASSIGNMENT_FACTS, EVALUATION_FACTS, factsOf, INTAKE_FACTS, MEETING_FACTS } from './case-facts.ts';

/** The services whose cases supervision watches. */
type CaseSource = Exclude<FactSource, 'supervision'>;

/** What supervision hears: every event of a case, for its clocks and for what colours ask. */
export function supervisionConsumers(react: SupervisionReactions): readonly SourceReaction[] {
  return [
    everyEventOf('intake', INTAKE_FACTS, react),
    everyEventOf('assignment', ASSIGNMENT_FACTS, react),
    everyEventOf('meeting', MEETING_FACTS, react),
    everyEventOf('evaluation', EVALUATION_FACTS, react),
    everyEventOf('archive', {}, react),
    reactTo('meeting', {
      'meeting-declined': (message, event, tx, open) =>
        react.noteDeclinedMeeting(arriving('meeting', event, tx, open), message),
    }),
    reactTo('directory', {
      'calendar-imported': ({ version, knownUntil, days }, { tenant, occurredAt }, tx) =>
        react.keepCalendar(tx, tenant, {
          version,
          knownUntil: localDate(knownUntil),
          days: days.map(({ date, off, name }) => ({ date: localDate(date), off, name })),
          importedAt: occurredAt,
        }),
    }),
  ];
}

/**
 * All events of a source through one handler: a clock in an event that is added later is watched without a change
 * here. An event that tells nothing costs nothing but its cursor.
 */
function everyEventOf(source: CaseSource, tellers: object, react: SupervisionReactions): SourceReaction {
  // Each teller takes the message of its own event type, which the table's type has checked.
  const table = tellers as Readonly<
    Record<string, ((message: unknown, day: LocalDate) => readonly CaseFact[]) | undefined>
  >;
  return {
    source,
    concerns: ({ type, payload }) => table[type] !== undefined || carriesClocks(payload),
    async react(event, tx, open) {
      const codec = eventCodec(source, event.type);
      if (codec === undefined) return;
      const facts = factsOf(event, codec.fromJSON(event.payload), table[event.type]);
      await react.takeFacts(arriving(source, event, tx, open), facts);
    },
  };
}

function carriesClocks({ clocks }: EventEnvelope['payload']): boolean {
  return Array.isArray(clocks) && clocks.length > 0;
}

function arriving(source: CaseSource, event: EventEnvelope, tx: Tx, open: OpenAnother): ForeignEvent {
  const { tenant, stream, version, occurredAt } = event;
  return { tx, open, tenant, caseId: stream, source, version, at: occurredAt };
}
