/** Tells whether what a browser kept, perhaps for an older version, still is what the form of today takes. */
type Shape<Value> = (value: unknown) => value is Value;

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isListOf<Item>(isItem: Shape<Item>): Shape<readonly Item[]> {
  return (value): value is readonly Item[] => Array.isArray(value) && value.every(isItem);
}

/** A record with at least these members. */
export function hasMembers<Value extends object>(members: {
  readonly [Name in keyof Value]?: (value: unknown) => boolean;
}): Shape<Value> {
  const wanted = Object.entries(members) as [string, (value: unknown) => boolean][];
  return (value): value is Value => isRecord(value) && wanted.every(([name, is]) => is(value[name]));
}
