import { startRunningSystem } from '@huiyin/testkit/running-system';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the one system that all tests of a project share. */
    readonly gatewayUrl: string;
  }
}

/** Starts Huiyin once for all tests of a project and tells them where; answers how to stop it. */
export async function provideSystem(project: TestProject, name: string): Promise<() => Promise<void>> {
  const system = await startRunningSystem(name, { keepTraces: true });
  project.provide('gatewayUrl', system.gatewayUrl);
  return () => system.stop();
}
