import { stableId } from '@huiyin/kernel/ids';

import { DISTRICTS, type Place } from './places.ts';

export type UnitKind =
  'government' | 'party' | 'congress' | 'court' | 'procuratorate' | 'town' | 'enterprise';

/** An office of a tenant: a handling unit 承办单位 or, kind congress, a special committee 专门委员会. */
export interface DemoUnit {
  readonly unitId: string;
  readonly tenant: string;
  /** Short Latin name, unique in the tenant: part of logins. */
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  /** Who distributes to it and decides its returns. */
  readonly decidingOffice: 'government-office' | 'congress-desk';
  /** What its head is called. */
  readonly headTitle: string;
  /** Committees: the categories whose handling they oversee 对口督办. */
  readonly oversees: readonly string[];
}

/** Departments of every government here: code, name after 市/区/县. */
const DEPARTMENTS = [
  ['jiaotong', '交通运输局'],
  ['zhujian', '住房城乡建设局'],
  ['jiaoti', '教育体育局'],
  ['caizheng', '财政局'],
  ['gongan', '公安局'],
  ['nongye', '农业农村局'],
  ['weijian', '卫生健康局'],
  ['fagai', '发展和改革局'],
  ['ziran', '自然资源局'],
  ['shengtai', '生态环境局'],
  ['zhifa', '综合行政执法局'],
  ['shuiwu', '城乡水务局'],
  ['renshe', '人力资源和社会保障局'],
  ['minzheng', '民政局'],
  ['wenlv', '文化和旅游局'],
  ['shijian', '市场监督管理局'],
  ['gongxin', '工业和信息化局'],
  ['shangwu', '商务和投资促进局'],
  ['sifa', '司法局'],
  ['yingji', '应急管理局'],
  ['yibao', '医疗保障局'],
  ['shenpi', '行政审批服务局'],
  ['keji', '科学技术局'],
  ['tuiyi', '退役军人事务局'],
] as const;

/** Everything that is no department: code, name, kind, head's title. */
const OTHERS = [
  ['xuanchuan', '委宣传部', 'party', '部长'],
  ['zhengfawei', '委政法委员会', 'party', '书记'],
  ['fayuan', '人民法院', 'court', '院长'],
  ['jianchayuan', '人民检察院', 'procuratorate', '检察长'],
  ['gongdian', '供电公司', 'enterprise', '总经理'],
] as const;

const COMMITTEES = [
  ['caijing', '财政经济委员会', ['财政经济']],
  ['chenghuan', '城乡建设与环境资源保护委员会', ['城建环保']],
  ['nongwei', '农业与农村委员会', ['农业农村']],
  ['jiaokewenwei', '教育科学文化卫生委员会', ['教科文卫']],
  ['jiansi', '监察和司法委员会', ['监察司法']],
  ['shehui', '社会建设委员会', ['社会建设', '民族侨外', '其他']],
] as const;

type UnitText = Pick<DemoUnit, 'code' | 'name' | 'kind' | 'headTitle'> & { oversees?: readonly string[] };

/** Every office of a place: departments, party and legal offices, enterprises, towns, committees. */
export function unitsOf(place: Place): DemoUnit[] {
  const texts: UnitText[] = [
    ...DEPARTMENTS.map(([code, name]): UnitText => {
      return { code, name: `${place.prefix}${name}`, kind: 'government', headTitle: '局长' };
    }),
    ...OTHERS.map(([code, name, kind, headTitle]): UnitText => {
      return { code, name: `${place.prefix}${name}`, kind, headTitle };
    }),
    ...localGovernments(place),
    ...COMMITTEES.map(([code, name, oversees]): UnitText => {
      const full = `${place.prefix}人大${name}`;
      return { code, name: full, kind: 'congress', headTitle: '主任委员', oversees };
    }),
  ];
  return texts.map((text) => ({
    unitId: unitId(place.tenant, text.code),
    tenant: place.tenant,
    oversees: [],
    decidingOffice: ['government', 'town', 'enterprise'].includes(text.kind)
      ? 'government-office'
      : 'congress-desk',
    ...text,
  }));
}

/** The unit's id, the same for every seed, so that tests and drivers can name it. */
export function unitId(tenant: string, code: string): string {
  return stableId('demo-city', tenant, 'unit', code);
}

/** A city hands down to its districts' governments; a district to its towns. */
function localGovernments(place: Place): UnitText[] {
  if (place.level === 'city') {
    return DISTRICTS.map((district): UnitText => {
      const headTitle = district.name.endsWith('县') ? '县长' : '区长';
      return { code: district.tenant, name: `${district.name}人民政府`, kind: 'government', headTitle };
    });
  }
  return place.towns.slice(0, 3).map((town, index): UnitText => {
    const street = town.endsWith('街道');
    return {
      code: `town${index + 1}`,
      name: street ? `${town}办事处` : `${town}人民政府`,
      kind: 'town',
      headTitle: street ? '主任' : '镇长',
    };
  });
}
