import type { RulePack } from '@huiyin/calendar/rule-pack';
import type { Tx } from '@huiyin/kernel/tx';
import { versionAt } from '../domain/calendar-version.ts';
import type { RecordedFact } from '../domain/fact.ts';
import type { Moment } from '../domain/moment.ts';
import type { References } from '../domain/watch.ts';
import type { CalendarStore, ReferenceFacts } from './ports.ts';

/** What dates are computed and colours are decided by. */
export interface DatesAndRules {
  readonly calendars: Pick<CalendarStore, 'versions' | 'read'>;
  readonly reference: Pick<ReferenceFacts, 'rulePackAt' | 'rulePack'>;
}

/** What dates and colours of these facts need of directory at a moment; undefined while some has not been heard. */
export async function referencesFor(
  { calendars, reference }: DatesAndRules,
  tx: Tx,
  about: { readonly tenant: string; readonly facts: readonly RecordedFact[]; readonly moment: Moment },
): Promise<References | undefined> {
  const { tenant, facts, moment } = about;
  const held = versionAt(await calendars.versions(tx, tenant), moment.at);
  const calendar = held && (await calendars.read(tx, tenant, held.version));
  const current = await reference.rulePackAt(tx, moment.day);
  if (held === undefined || calendar === undefined || current === undefined) return undefined;
  const packs = new Map<string, RulePack>([[current.version, current.pack]]);
  for (const { body } of facts) {
    const version = versionIn(body);
    if (version === '' || packs.has(version)) continue;
    const pack = await reference.rulePack(tx, version);
    if (pack === undefined) return undefined;
    packs.set(version, pack);
  }
  return {
    calendar,
    calendarVersion: held.version,
    current,
    pack: (version) => {
      const pack = packs.get(version);
      if (pack === undefined) throw new Error(`rule pack ${version} was not loaded`);
      return pack;
    },
  };
}

/** The rule pack a fact speaks of; empty for none. */
function versionIn(body: RecordedFact['body']): string {
  if (body.type === 'clock-start') return body.rulePackVersion;
  return body.type === 'rules-moved' ? body.version : '';
}
