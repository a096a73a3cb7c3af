import type { Look, LookFault } from './look.ts';

/** Whether a person would see it as broken, and not only as less comfortable. */
export function isFault({ kind }: LookFault): boolean {
  return kind !== 'advice';
}

/** What was looked at, by state and role, and each fault where it was found; the same advice once, with its pages. */
export function lookTable(looks: readonly Look[]): string {
  const groups = [...new Set(looks.map(({ state, role }) => `${state} ${role}`))].map((group) => {
    const own = looks.filter(({ state, role }) => `${state} ${role}` === group);
    const faults = own.flatMap((look) => look.faults.filter(isFault)).length;
    const mark = faults === 0 ? '✓' : '✗';
    return `${mark} ${group}: ${own.length} pictures, ${faults} faults`;
  });
  const faults = looks.flatMap(({ state, role, page, device, faults: found }) =>
    found.filter(isFault).map(({ kind, what }) => `✗ ${state} ${role} ${page} ${device} ${kind}: ${what}`),
  );
  return [...groups, ...faults, ...adviceLines(looks)].join('\n');
}

function adviceLines(looks: readonly Look[]): readonly string[] {
  const places = new Map<string, Set<string>>();
  for (const { page, faults } of looks) {
    for (const fault of faults) {
      if (isFault(fault)) continue;
      const pages = places.get(fault.what) ?? new Set();
      places.set(fault.what, pages.add(page));
    }
  }
  return [...places].map(([what, pages]) => `· ${what} (${[...pages].join(', ')})`);
}
