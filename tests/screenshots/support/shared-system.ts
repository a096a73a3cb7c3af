import { buildWeb } from '@huiyin/scripts/build-web';
import type { TestProject } from 'vitest/node';
import { provideSystem } from '../../support/shared-system.ts';

/** The running system that was named, or one of our own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env['HUIYIN_SCREENSHOTS_URL'];
  if (url !== undefined) {
    project.provide('gatewayUrl', url);
    return () => Promise.resolve();
  }
  await buildWeb(() => undefined);
  return provideSystem(project, 'screenshots');
}
