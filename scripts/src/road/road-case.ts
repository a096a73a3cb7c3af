import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '@huiyin/deploy/state-directory';
import { DISTRICTS, type Place } from '@huiyin/demo-city/places';
import { demoRegister } from '@huiyin/demo-city/register';
import { seededRandom } from '@huiyin/demo-city/random';
import { textForTitle, type SuggestionText } from '@huiyin/demo-city/suggestion';

/** A suggestion that travels: title and units of a register, text and people of the generator. */
export interface RoadCase {
  readonly name: string;
  readonly text: SuggestionText;
  readonly category: string;
  /** Codes of the demo city's units. */
  readonly leadUnit: string;
  readonly coUnits: readonly string[];
  /** Login names of the deputies. */
  readonly leadDeputy: string;
  readonly cosigner?: string;
  readonly isKey: boolean;
  readonly isComplex: boolean;
}

interface Row {
  readonly title: string;
  readonly category?: string;
  readonly main_unit?: readonly string[];
  readonly co_units?: readonly string[];
}

/** What a register calls its units, by the first word that fits, and the unit of the demo city that does that work. */
const UNIT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/交通/, 'jiaotong'],
  [/住建|住房|城建|规划|房屋/, 'zhujian'],
  [/教育/, 'jiaoti'],
  [/财政/, 'caizheng'],
  [/公安/, 'gongan'],
  [/执法|城管/, 'zhifa'],
  [/农/, 'nongye'],
  [/卫生|卫健|计划生育/, 'weijian'],
  [/发展改革|发展和改革|发改/, 'fagai'],
  [/国土|自然资源/, 'ziran'],
  [/环保|环境/, 'shengtai'],
  [/水/, 'shuiwu'],
  [/人力/, 'renshe'],
  [/民政/, 'minzheng'],
  [/文|旅/, 'wenlv'],
  [/市场监/, 'shijian'],
  [/经信|工业/, 'gongxin'],
  [/商务/, 'shangwu'],
];

/** Categories of a register and of the rule pack. */
const CATEGORY_WORDS: Readonly<Record<string, string>> = {
  政治法律: '社会建设',
  财政经济: '财政经济',
  城建环保: '城建环保',
  农业农村: '农业农村',
  教科文卫: '教科文卫',
};

/** Where the road lies: the demo city's first district. */
export function roadPlace(): Place {
  const place = DISTRICTS[0];
  if (place === undefined) throw new Error('the demo city has no district');
  return place;
}

/** Three cases: a general one, a key one and a complex one with three units. */
export function roadCases(): readonly RoadCase[] {
  const rows = registerRows();
  const general = firstWith(rows, 1);
  const key = firstWith(rows, 1, [general]);
  const complex = firstWith(rows, 2, [general, key]);
  return [
    roadCase('一般', general, { leadDeputy: 'deputy', cosigner: 'deputy-2' }),
    roadCase('重点', key, { leadDeputy: 'deputy-3', isKey: true }),
    roadCase('复杂', complex, { leadDeputy: 'deputy-4', cosigner: 'deputy-5', isComplex: true }),
  ];
}

/** A further case, the n-th of the register that names two units the demo city has. */
export function furtherCase(name: string, n: number, leadDeputy: string): RoadCase {
  const fitting = registerRows().filter((row) => coUnitsOf(row).length > 0);
  const row = fitting[n % fitting.length];
  if (row === undefined) throw new Error('no row of the register names two units of the demo city');
  return roadCase(name, row, { leadDeputy });
}

function roadCase(
  name: string,
  row: Row,
  of: Pick<RoadCase, 'leadDeputy' | 'cosigner'> & { isKey?: boolean; isComplex?: boolean },
): RoadCase {
  const { isKey = false, isComplex = false, ...deputies } = of;
  return {
    name,
    text: textForTitle(seededRandom(`road ${row.title}`), roadPlace(), row.title),
    category: CATEGORY_WORDS[row.category ?? ''] ?? '其他',
    leadUnit: leadUnitOf(row) ?? '',
    coUnits: coUnitsOf(row).slice(0, isComplex ? 2 : 1),
    isKey,
    isComplex,
    ...deputies,
  };
}

function firstWith(rows: readonly Row[], coUnits: number, except: readonly Row[] = []): Row {
  const found = rows.find((row) => !except.includes(row) && coUnitsOf(row).length >= coUnits);
  if (found === undefined)
    throw new Error(`no row of the register names ${coUnits + 1} units of the demo city`);
  return found;
}

function leadUnitOf(row: Row): string | undefined {
  return unitCode(row.main_unit?.[0] ?? '');
}

/** Co-handlers that the demo city has, other than the lead; none when it has no such lead. */
function coUnitsOf(row: Row): readonly string[] {
  const lead = leadUnitOf(row);
  if (lead === undefined) return [];
  const codes = (row.co_units ?? []).map(unitCode).filter((code) => code !== undefined && code !== lead);
  return [...new Set(codes as string[])];
}

function unitCode(name: string): string | undefined {
  return UNIT_WORDS.find(([word]) => word.test(name))?.[1];
}

/** The real register where it lies beside the repository, the generator's own otherwise. */
function registerRows(): readonly Row[] {
  const file = join(REPOSITORY, '..', 'shared', 'data', 'real-suggestions.jsonl');
  if (!existsSync(file)) return demoRegister({ seed: 'road', place: roadPlace(), rows: 200 });
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Row);
}
