/** Why something is no suggestion (domain.md §1.2: the union of the local regulations). */
export const GROUNDS = [
  { value: 'private-matter', label: '代表本人或者近亲属的个人事务' },
  { value: 'own-unit-matter', label: '代表本单位的个别事务' },
  { value: 'forwarded-petition', label: '转交人民群众来信、申诉' },
  { value: 'accusation', label: '检举、控告、揭发' },
  { value: 'judicial-case', label: '具体的司法、仲裁、监察案件' },
  { value: 'bidding', label: '具体的招标投标' },
  { value: 'academic-or-promotion', label: '学术探讨、产品推介、法律咨询' },
  { value: 'no-content', label: '没有实际内容' },
  { value: 'outside-competence', label: '不属于本行政区域职权范围' },
  { value: 'conflict-of-interest', label: '存在利益冲突或者干预市场' },
  { value: 'contrary-to-law', label: '与法律法规相抵触' },
] as const;

/** Where these grounds stand. */
export const GROUNDS_LAW = '山东省办法第六条；参照青岛第十一条、上海第八条、北京第十二条、重庆第九条';

export type Ground = (typeof GROUNDS)[number]['value'];
