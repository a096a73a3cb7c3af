import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import type { RulePack } from '@huiyin/calendar/rule-pack';
import type { RecordedFact } from '../domain/fact.ts';
import type { References } from '../domain/watch.ts';
import type { ReferenceFacts } from './ports.ts';

/** What dates and colours of these facts need of directory; undefined while some of it has not been heard. */
export async function referencesFor(
  reference: ReferenceFacts,
  tx: Tx,
  facts: readonly RecordedFact[],
  day: LocalDate,
): Promise<References | undefined> {
  const calendar = await reference.calendar(tx);
  const current = await reference.rulePackAt(tx, day);
  if (calendar === undefined || current === undefined) return undefined;
  const packs = new Map<string, RulePack>([[current.version, current.pack]]);
  for (const { body } of facts) {
    if (body.type !== 'clock-start' || body.rulePackVersion === '' || packs.has(body.rulePackVersion))
      continue;
    const pack = await reference.rulePack(tx, body.rulePackVersion);
    if (pack === undefined) return undefined;
    packs.set(body.rulePackVersion, pack);
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
