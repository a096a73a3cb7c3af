/** `2026-03-09` as official documents write it: 2026年3月9日, without leading zeros. Anything else stays as it is. */
export function chineseDate(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return match === null ? day : `${match[1]}年${Number(match[2])}月${Number(match[3])}日`;
}
