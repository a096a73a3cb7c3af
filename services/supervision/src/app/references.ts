import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import type { RulePack } from '@huiyin/calendar/rule-pack';
import type { RecordedFact } from '../domain/fact.ts';
import type { References } from '../domain/watch.ts';
import type { ReferenceFacts } from './ports.ts';

/** What dates are computed and colours are decided by. */
export type DatesAndRules = Pick<ReferenceFacts, 'calendar' | 'rulePackAt' | 'rulePack'>;

/** What dates and colours of these facts need of directory; undefined while some of it has not been heard. */
export async function referencesFor(
  reference: DatesAndRules,
  tx: Tx,
  facts: readonly RecordedFact[],
  day: LocalDate,
): Promise<References | undefined> {
  const calendar = await reference.calendar(tx);
  const current = await reference.rulePackAt(tx, day);
  if (calendar === undefined || current === undefined) return undefined;
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
