/** Each wanted setting that the server has otherwise, as `setting: wanted X, found Y`. Settings not asked for are free. */
export function configDifferences(wanted: object, actual: object): string[] {
  const found = new Map(Object.entries(actual));
  return Object.entries(wanted)
    .filter(([setting, value]) => JSON.stringify(found.get(setting)) !== JSON.stringify(value))
    .map(
      ([setting, value]) =>
        `${setting}: wanted ${JSON.stringify(value)}, found ${JSON.stringify(found.get(setting)) ?? 'nothing'}`,
    );
}
