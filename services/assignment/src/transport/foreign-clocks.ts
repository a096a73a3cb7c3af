import { RULE_KEYS, type RuleKey } from '@huiyin/calendar/rule-pack';
import { isStartEvent } from '@huiyin/calendar/start-event';
import { TERM_UNITS } from '@huiyin/calendar/term';
import { ClockOp, type ClockFact as ProtoClock } from '@huiyin/contracts/gen/common/v1/common';
import { localDate } from '@huiyin/kernel/local-date';
import type { ClockFact } from '../domain/clock-fact.ts';

/** Clock facts of other services, as far as their kinds are rules known here; others are theirs alone. */
export function clocksFrom(clocks: readonly ProtoClock[]): readonly ClockFact[] {
  return clocks.flatMap((clock) => clockFrom(clock) ?? []);
}

function clockFrom(proto: ProtoClock): ClockFact | undefined {
  const kind = ruleKey(proto.kind);
  if (kind === undefined) return undefined;
  const name = { kind, subject: proto.subject, round: proto.round, startDate: localDate(proto.startDate) };
  switch (proto.op) {
    case ClockOp.CLOCK_OP_MEET:
      return { op: 'meet', ...name };
    case ClockOp.CLOCK_OP_CANCEL:
      return { op: 'cancel', ...name };
    case ClockOp.CLOCK_OP_START:
    case ClockOp.CLOCK_OP_EXTEND: {
      const unit = TERM_UNITS.find((known) => known === proto.term?.unit);
      if (unit === undefined || proto.term === undefined) return undefined;
      const { rulePackVersion, owner, unitId, personId, startEvent } = proto;
      const op = proto.op === ClockOp.CLOCK_OP_START ? 'start' : 'extend';
      const named = isStartEvent(startEvent) ? { startEvent } : {};
      const term = { n: proto.term.n, unit };
      return { op, ...name, ...named, term, rulePackVersion, owner, unitId, personId };
    }
    default:
      return undefined;
  }
}

function ruleKey(kind: string): RuleKey | undefined {
  return RULE_KEYS.find((known) => known === kind);
}
