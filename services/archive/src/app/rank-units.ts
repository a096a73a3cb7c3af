import { reject, type Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import { sameKindOfOffice } from '@huiyin/text/same-kind-of-office';
import type { RankedUnit } from '@huiyin/text/unit-ranking';
import type { ArchiveCode } from '../domain/rejections.ts';
import { helpersOf } from '../domain/register-helpers.ts';
import type { earlierCases } from './earlier-cases.ts';
import type { ArchivePorts, CaseRow } from './ports.ts';

export interface RankUnits {
  readonly title: string;
  readonly body: string;
  readonly category: string;
  readonly withoutCaseId: string;
}

/** A unit of the tenant with what speaks for it. */
export interface UnitInQuestion {
  readonly unitId: string;
  readonly name: string;
  readonly score: number;
  readonly evidence: readonly Evidence[];
  readonly dutyWords: readonly string[];
  readonly led: number;
}

interface Evidence {
  readonly row: CaseRow;
  readonly similarity: number;
  readonly words: readonly string[];
}

export interface UnitsInQuestion {
  readonly leads: readonly UnitInQuestion[];
  readonly helpers: readonly UnitInQuestion[];
  /** Earlier cases learnt from. */
  readonly cases: number;
}

const MAX_UNITS = 5;
/** Names ranked: some are of units that are no more. */
const RANKED = 25;

const onlyForServices: Rejection<ArchiveCode> = reject('forbidden', 'not-permitted', '此项仅供系统内部查询');

/** Who might lead, for the service that makes assignments; a person is refused, whatever the role. */
export function rankUnits(
  ports: Pick<ArchivePorts, 'uow' | 'files' | 'reference'>,
  earlier: ReturnType<typeof earlierCases>,
) {
  return async (
    request: RankUnits,
    asker: { readonly service?: string; readonly tenant?: string },
  ): Promise<UnitsInQuestion | Rejection> => {
    const { service, tenant } = asker;
    if (service === undefined || tenant === undefined) return onlyForServices;
    const { ranking, cases } = await earlier(tenant);
    const ranked = ranking
      .rank(request, RANKED)
      .map((unit) => ({ ...unit, evidence: unit.evidence.filter(({ id }) => id !== request.withoutCaseId) }))
      .filter(({ score }) => score > 0);
    return ports.uow.read(tenant, async (tx) => {
      const ids = ranked.flatMap(({ evidence }) => evidence.map(({ id }) => id));
      const rows = await ports.files.some(tx, tenant, ids);
      const rowOf = new Map(rows.map((row) => [row.caseId, row]));
      const present = await presentUnits(ports, tx);
      const leads = named(ranked, rowOf, present);
      const evidence = leads.flatMap((unit) => unit.evidence);
      return { leads: leads.slice(0, MAX_UNITS), helpers: helpers(evidence, present), cases };
    });
  };
}

type Present = (name: string) => { readonly unitId: string; readonly name: string } | undefined;

/** The unit that bears the name, or the only one of the same kind: names change with every reform of offices. */
async function presentUnits(ports: Pick<ArchivePorts, 'reference'>, tx: Tx): Promise<Present> {
  const units = await ports.reference.units(tx);
  const names = units.map(({ name }) => name);
  return (name) => {
    const now = names.includes(name) ? name : sameKindOfOffice(name, names);
    return units.find((unit) => unit.name === now);
  };
}

/** One entry a present unit; a predecessor's cases speak for it. */
function named(
  ranked: readonly RankedUnit[],
  rowOf: ReadonlyMap<string, CaseRow>,
  present: Present,
): readonly UnitInQuestion[] {
  const units = new Map<string, UnitInQuestion>();
  for (const { unit, score, evidence, dutyWords, led } of ranked) {
    const now = present(unit);
    if (now === undefined) continue;
    const before = units.get(now.unitId);
    const shown = evidence.flatMap(({ id, similarity, words }) => {
      const row = rowOf.get(id);
      return row === undefined ? [] : [{ row, similarity, words }];
    });
    units.set(now.unitId, {
      ...now,
      score: score + (before?.score ?? 0),
      evidence: [...(before?.evidence ?? []), ...shown]
        .sort((a, b) => b.similarity - a.similarity)
        .slice(0, 5),
      dutyWords: [...new Set([...(before?.dutyWords ?? []), ...dutyWords])],
      led: led + (before?.led ?? 0),
    });
  }
  return [...units.values()].sort((one, other) => other.score - one.score);
}

function helpers(evidence: readonly Evidence[], present: Present): readonly UnitInQuestion[] {
  const units = new Map<string, UnitInQuestion>();
  for (const each of evidence) {
    for (const helper of helpersOf(each.row.file)) {
      const now = present(helper);
      if (now === undefined) continue;
      const before = units.get(now.unitId);
      units.set(now.unitId, {
        unitId: now.unitId,
        name: now.name,
        score: (before?.score ?? 0) + each.similarity,
        evidence: [...(before?.evidence ?? []), each].slice(0, 5),
        dutyWords: [],
        led: 0,
      });
    }
  }
  const total = evidence.reduce((sum, { similarity }) => sum + similarity, 0) || 1;
  return [...units.values()]
    .map((unit) => ({ ...unit, score: unit.score / total }))
    .sort((one, other) => other.score - one.score)
    .slice(0, MAX_UNITS);
}
