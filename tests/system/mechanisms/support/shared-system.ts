import type { TestProject } from 'vitest/node';
import { provideSystem } from '../../../support/shared-system.ts';

/** One system for all mechanisms; each file has deputies of its own, and none moves the clock. */
export function setup(project: TestProject): Promise<() => Promise<void>> {
  return provideSystem(project, 'mechanisms');
}
