import { reject } from '@huiyin/kernel/rejection';
import { malformed, type DirectoryRejection } from './rejections.ts';

/** 租户: a city or one of its districts. */
export interface Tenant {
  readonly tenant: string;
  readonly name: string;
  readonly level: 'city' | 'district';
  /** Six digits, the first part of registration numbers. */
  readonly areaCode: string;
  /** The city of a district; empty for a city. */
  readonly parent: string;
  /** What the congress office is called here. */
  readonly deskName: string;
}

/** Also one token of every event subject, so no dots. */
const TENANT_ID = /^[a-z0-9][a-z0-9-]{0,39}$/;
const AREA_CODE = /^\d{6}$/;
const MAX_NAME_CHARACTERS = 50;
const USUAL_DESK_NAME = '代表工委';

/** True when both say the same. */
export function isSameTenant(one: Tenant | undefined, other: Tenant): boolean {
  if (one === undefined) return false;
  return (
    one.name === other.name &&
    one.level === other.level &&
    one.areaCode === other.areaCode &&
    one.parent === other.parent &&
    one.deskName === other.deskName
  );
}

/** A tenant may be renamed; what its numbers and its place in the city are made of stays. */
export function configureTenant(
  before: Tenant | undefined,
  parent: Tenant | undefined,
  wanted: Tenant,
): Tenant | DirectoryRejection {
  if (!TENANT_ID.test(wanted.tenant)) return malformed('tenant', '租户标识只能用小写字母、数字和连字符');
  if (wanted.name === '' || wanted.name.length > MAX_NAME_CHARACTERS) return malformed('name', '请填写名称');
  if (!AREA_CODE.test(wanted.areaCode)) return malformed('areaCode', '区划码为六位数字');
  if (wanted.deskName.length > MAX_NAME_CHARACTERS) return malformed('deskName');
  if (wanted.level === 'city' ? wanted.parent !== '' : parent?.level !== 'city') {
    return reject('invalid', 'parent-not-a-city', '区县须属于一个市，市没有上级', { field: 'parent' });
  }
  if (before !== undefined && (before.level !== wanted.level || before.parent !== wanted.parent)) {
    return reject('wrong-state', 'tenant-level-fixed', '租户的层级和所属市不能更改');
  }
  return { ...wanted, deskName: wanted.deskName === '' ? USUAL_DESK_NAME : wanted.deskName };
}
