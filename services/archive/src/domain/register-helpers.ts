import type { CaseFile } from './case-file.ts';
import type { RegisterCase } from './register-row.ts';

/** Names of the units that a register says helped 协办; a live case's helpers are known to assignment. */
export function helpersOf(file: CaseFile | RegisterCase): readonly string[] {
  if (!('fields' in file)) return [];
  try {
    const names: unknown = JSON.parse(file.fields['co_units'] ?? '[]');
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
  } catch {
    // A register that wrote one name instead of a list.
    return [file.fields['co_units'] ?? ''].filter((name) => name !== '');
  }
}
