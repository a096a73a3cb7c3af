/**
 * Who answers for a unit when its letter is asked about 联系人: found on the day on which the letter is printed, never
 * kept in a fact (decisions 21). What is unknown is ''.
 */
export interface UnitContact {
  readonly name: string;
  readonly phone: string;
}

/** Room to write by hand. */
const BLANK = '＿＿＿＿';

/**
 * The first note under the date (domain §4.3, 10; §4.4 附注), without its brackets. It belongs to the letter in the hands
 * of whoever may read it; where a letter is made public it is left out, for it holds a person's phone.
 */
export function contactNote(unit: string, { name, phone }: UnitContact): string {
  const parts = [
    ['联系单位', unit],
    ['联系人', name],
    ['联系电话', phone],
  ] as const;
  return parts.map(([label, value]) => `${label}：${value.trim() || BLANK}`).join('，');
}
