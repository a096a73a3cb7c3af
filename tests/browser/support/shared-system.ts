import { buildWeb } from '@huiyin/scripts/build-web';
import type { TestProject } from 'vitest/node';
import { provideSystem } from '../../support/shared-system.ts';

/** Builds the application and starts Huiyin once for all browser tests; each file acts in a tenant of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildWeb(() => undefined);
  if (await buildWeb(() => undefined)) throw new Error('the application was built again from the same files');
  return provideSystem(project, 'browser');
}
