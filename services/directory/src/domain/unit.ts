import type { LocalDate } from '@huiyin/kernel/local-date';
import { reject } from '@huiyin/kernel/rejection';
import { malformed, type DirectoryRejection } from './rejections.ts';

export const UNIT_KINDS = [
  'government', // 政府部门
  'party', // 党委部门、群团
  'congress', // 人大专门委员会、办事机构
  'court', // 法院
  'procuratorate', // 检察院
  'town', // 乡镇街道
  'enterprise', // 企业、驻地单位
  'historical', // 导入的历史单位
] as const;

export type UnitKind = (typeof UNIT_KINDS)[number];

export type DecidingOffice = 'government-office' | 'congress-desk';

/** 承办单位, or an office of the congress. */
export interface Unit {
  readonly unitId: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly active: boolean;
  /** Distributes to it and decides its returns. */
  readonly decidingOffice: DecidingOffice;
  /** Committees only: the categories whose handling they oversee 对口督办. */
  readonly oversees: readonly string[];
  /** Empty unless another unit took over. */
  readonly successorId: string;
}

const MAX_NAME_CHARACTERS = 60;

/** What a unit is to become. A unit whose duties went to another one does not come back under its old name. */
export function saveUnit(
  before: Unit | undefined,
  wanted: Omit<Unit, 'successorId' | 'decidingOffice'> & {
    readonly decidingOffice: DecidingOffice | undefined;
  },
): Unit | DirectoryRejection {
  if (wanted.name === '' || wanted.name.length > MAX_NAME_CHARACTERS)
    return malformed('name', '请填写单位名称');
  if (before !== undefined && before.successorId !== '' && wanted.active) {
    return reject('wrong-state', 'unit-already-succeeded', '该单位职责已划转，不能恢复');
  }
  if (wanted.oversees.length > 0 && wanted.kind !== 'congress')
    return malformed('oversees', '只有人大专门委员会对口督办');
  const decidingOffice = wanted.decidingOffice ?? officeOf(wanted.kind);
  return { ...wanted, decidingOffice, successorId: before?.successorId ?? '' };
}

/** 机构改革: another active unit takes over from a day on; the old one keeps its name in what it did. */
export function succeedUnit(
  unit: Unit | undefined,
  successor: Unit | undefined,
  when: { readonly onDate: LocalDate; readonly today: LocalDate },
): Unit | DirectoryRejection {
  if (unit === undefined) return reject('not-found', 'unit-unknown', '没有这个单位');
  if (successor === undefined) {
    return reject('invalid', 'unit-unknown', '没有这个承接单位', { field: 'successorUnitId' });
  }
  if (unit.unitId === successor.unitId) {
    return reject('invalid', 'successor-is-itself', '承接单位不能是自身', { field: 'successorUnitId' });
  }
  if (unit.successorId !== '') return reject('wrong-state', 'unit-already-succeeded', '该单位职责已划转');
  if (!successor.active) {
    return reject('wrong-state', 'unit-inactive', '承接单位已撤销', { field: 'successorUnitId' });
  }
  if (when.onDate > when.today) {
    return reject('invalid', 'date-in-the-future', '划转日期不能晚于今天', { field: 'onDate' });
  }
  return { ...unit, active: false, successorId: successor.unitId };
}

/** Government and what it runs go through the government office, everybody else reports to 代表工委 (domain.md §3.1). */
function officeOf(kind: UnitKind): DecidingOffice {
  switch (kind) {
    case 'government':
    case 'town':
    case 'enterprise':
      return 'government-office';
    case 'party':
    case 'congress':
    case 'court':
    case 'procuratorate':
    case 'historical':
      return 'congress-desk';
  }
}
