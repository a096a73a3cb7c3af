/** Kinds of units with their Chinese words, in the order in which a form offers them. */
const WORDS: Readonly<Record<string, string>> = {
  government: '政府部门',
  party: '党委部门',
  congress: '人大机构',
  court: '法院',
  procuratorate: '检察院',
  town: '镇街',
  enterprise: '企事业单位',
  historical: '历史单位',
};

export const UNIT_KINDS = Object.entries(WORDS).map(([value, label]) => ({ value, label }));

export function unitKindText(kind: string): string {
  return WORDS[kind] ?? kind;
}
