import { buildWeb } from '@huiyin/scripts/build-web';
import { startRunningSystem } from '@huiyin/testkit/running-system';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the one system that all browser tests share; each file acts in a tenant of its own. */
    readonly gatewayUrl: string;
  }
}

/** Builds the application and starts Huiyin once for all browser tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildWeb(() => undefined);
  if (await buildWeb(() => undefined)) throw new Error('the application was built again from the same files');
  const system = await startRunningSystem('browser');
  project.provide('gatewayUrl', system.gatewayUrl);
  return () => system.stop();
}
