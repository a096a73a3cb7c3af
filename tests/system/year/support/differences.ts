/** Each place where two values differ, with what stands there: short enough for the line of a failed test. */
export function differences(one: unknown, other: unknown, place = ''): readonly string[] {
  if (!isHolder(one) || !isHolder(other)) {
    const [said, heard] = [JSON.stringify(one), JSON.stringify(other)];
    return said === heard ? [] : [`${place}: ${said} ≠ ${heard}`];
  }
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...fields].flatMap((field) => differences(one[field], other[field], `${place}.${field}`));
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
