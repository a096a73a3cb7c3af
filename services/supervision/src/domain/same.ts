/** Whether two plain values say the same. A member that is undefined says nothing; the order of members neither. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a).filter(isSaid), Object.entries(b).filter(isSaid)];
  const others = new Map<string, unknown>(right);
  return left.length === right.length && left.every(([key, value]) => same(value, others.get(key)));
}

function isSaid([, value]: [string, unknown]): boolean {
  return value !== undefined;
}
