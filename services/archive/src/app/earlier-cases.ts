import type { Clock } from '@huiyin/kernel/clock';
import { featuresOf, similarityIndex, type SimilarityIndex } from '@huiyin/text/similarity';
import { unitRanking, type UnitRanking } from '@huiyin/text/unit-ranking';
import type { ArchivePorts, CaseTitle } from './ports.ts';

/** A tenant's earlier cases, ready to be asked; by titles only, so that whatever is shown is read again with rights. */
export interface EarlierCases {
  readonly similar: SimilarityIndex;
  readonly ranking: UnitRanking;
  readonly cases: number;
}

/** Newest cases of a tenant that are looked among. */
const MAX_CASES = 20_000;
/** Titles in memory are read again when they are asked for and older than this. */
const MAX_AGE_MS = 30_000;
/** Tenants kept in memory; the one asked longest ago goes first. */
const MAX_TENANTS = 50;
/** Titles taken in between two turns of the event loop. */
const TITLES_A_TURN = 200;

interface Kept {
  readonly readAt: number;
  readonly titles: readonly CaseTitle[];
  readonly units: readonly string[];
  readonly features: ReadonlyMap<string, Features>;
  readonly earlier: EarlierCases;
}

type Features = ReturnType<typeof featuresOf>;

/** A cache over Postgres: lost with the process, read again when old, built anew only where titles changed. */
export function earlierCases(ports: Pick<ArchivePorts, 'uow' | 'files' | 'reference' | 'clock'>) {
  const kept = new Map<string, Kept>();
  return async (tenant: string): Promise<EarlierCases> => {
    const known = kept.get(tenant);
    if (known !== undefined && isFresh(known, ports.clock)) return known.earlier;
    const { titles, units } = await ports.uow.read(tenant, async (tx) => ({
      titles: await ports.files.titles(tx, tenant, MAX_CASES),
      units: (await ports.reference.units(tx)).filter(handles).map(({ name }) => name),
    }));
    const readAt = ports.clock.now().getTime();
    const now: Kept =
      known !== undefined && sameTitles(known.titles, titles) && known.units.join() === units.join()
        ? { ...known, readAt }
        : { readAt, titles, units, ...(await build(titles, units, known)) };
    kept.delete(tenant);
    kept.set(tenant, now);
    const [oldest] = kept.keys();
    if (kept.size > MAX_TENANTS && oldest !== undefined) kept.delete(oldest);
    return now.earlier;
  };
}

/** Committees of the congress oversee; they do not handle. */
function handles({ kind }: { readonly kind: string }): boolean {
  return kind !== 'congress';
}

function isFresh({ readAt }: Kept, clock: Clock): boolean {
  const age = clock.now().getTime() - readAt;
  return age >= 0 && age < MAX_AGE_MS;
}

async function build(
  titles: readonly CaseTitle[],
  units: readonly string[],
  before: Kept | undefined,
): Promise<Pick<Kept, 'features' | 'earlier'>> {
  const features = new Map<string, Features>();
  for (const [at, { title }] of titles.entries()) {
    if (!features.has(title)) features.set(title, before?.features.get(title) ?? featuresOf(title));
    // Other questions are answered in between.
    if (at % TITLES_A_TURN === TITLES_A_TURN - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  const of = (title: string): Features => features.get(title) ?? featuresOf(title);
  const similar = similarityIndex(titles.map(({ caseId, title }) => ({ id: caseId, features: of(title) })));
  const led = titles.flatMap(({ caseId: id, title, category, leadUnits: [unit] }) =>
    unit === undefined || unit === '' ? [] : [{ id, title, category, unit, features: of(title) }],
  );
  return { features, earlier: { similar, ranking: unitRanking(led, units), cases: led.length } };
}

function sameTitles(before: readonly CaseTitle[], now: readonly CaseTitle[]): boolean {
  return (
    before.length === now.length &&
    before.every((one, at) => {
      const other = now[at];
      return (
        one.caseId === other?.caseId &&
        one.title === other.title &&
        one.category === other.category &&
        one.leadUnits.join() === other.leadUnits.join()
      );
    })
  );
}
