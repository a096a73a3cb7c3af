export type UnitRole = 'lead' | 'co' | 'parallel' | 'reference';

const WORDS: Readonly<Record<UnitRole, string>> = {
  lead: '主办',
  co: '协办',
  parallel: '分别办理',
  reference: '参阅',
};

/** 主办、协办、分别办理、参阅 */
export function roleWord(role: UnitRole): string {
  return WORDS[role];
}
