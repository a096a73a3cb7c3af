/** An earlier case that speaks for a unit. */
interface EarlierCase {
  readonly caseId: string;
  /** As it is displayed: 第12号. */
  readonly number: string;
  readonly title: string;
  readonly year: number;
  /** 0–1 */
  readonly similarity: number;
  readonly words: readonly string[];
}

/** A unit as archive ranks it by earlier cases and duties. */
export interface RankedUnit {
  readonly unitId: string;
  readonly name: string;
  /** 0–1; comparable within one answer. */
  readonly score: number;
  readonly evidence: readonly EarlierCase[];
  readonly dutyWords: readonly string[];
  /** How many earlier cases it led. */
  readonly led: number;
}

/** What a unit has had to do as lead or parallel handler. */
export interface UnitLoad {
  readonly inHand: number;
  readonly given: number;
  readonly handedBack: number;
}

export interface ProposedUnit extends RankedUnit, UnitLoad {
  readonly role: 'lead' | 'co';
  readonly wished: boolean;
  /** What speaks for it, and what against it; Chinese, one line each. */
  readonly reasons: readonly string[];
  readonly doubts: readonly string[];
}

const NO_LOAD: UnitLoad = { inHand: 0, given: 0, handedBack: 0 };
/** With more shares than this in hand a unit is called busy. */
const BUSY_SHARES = 20;
const SHOWN_NUMBERS = 3;

/** Leads before helpers, in archive's order; a unit proposed to lead is not proposed to help as well. */
export function proposeUnits(known: {
  readonly leads: readonly RankedUnit[];
  readonly helpers: readonly RankedUnit[];
  readonly loads: ReadonlyMap<string, UnitLoad>;
  readonly wishedUnitIds: readonly string[];
}): readonly ProposedUnit[] {
  const [likeliest] = known.leads;
  const helpers = known.helpers.filter(({ unitId }) => unitId !== likeliest?.unitId);
  const propose = (unit: RankedUnit, role: ProposedUnit['role']): ProposedUnit => {
    const load = known.loads.get(unit.unitId) ?? NO_LOAD;
    const wished = known.wishedUnitIds.includes(unit.unitId);
    return {
      ...unit,
      ...load,
      role,
      wished,
      reasons: reasonsFor(unit, role, wished),
      doubts: doubtsAbout(unit, load),
    };
  };
  return [...known.leads.map((unit) => propose(unit, 'lead')), ...helpers.map((unit) => propose(unit, 'co'))];
}

function reasonsFor(unit: RankedUnit, role: ProposedUnit['role'], wished: boolean): readonly string[] {
  const done = role === 'lead' ? '主办' : '协办';
  return [
    ...(unit.evidence.length === 0
      ? []
      : [
          `${done}过${unit.evidence.length}件相似建议：${unit.evidence.slice(0, SHOWN_NUMBERS).map(cited).join('、')}`,
        ]),
    ...(unit.dutyWords.length === 0 ? [] : [`属于其职责：${unit.dutyWords.join('、')}`]),
    ...(wished ? ['代表希望由该单位承办'] : []),
  ];
}

function cited({ year, number, title }: EarlierCase): string {
  return `${year === 0 ? '' : `${year}年`}${number === '' ? `《${title}》` : number}`;
}

function doubtsAbout(unit: RankedUnit, { given, handedBack, inHand }: UnitLoad): readonly string[] {
  return [
    ...(handedBack === 0 ? [] : [`交办${given}件中曾退办${handedBack}件`]),
    ...(inHand > BUSY_SHARES ? [`手上已有${inHand}件在办`] : []),
    ...(unit.evidence.length === 0 ? ['没有相似的先例'] : []),
  ];
}
