import { freePortRange } from '@huiyin/deploy/servers/ports';
import { startRunningSystem } from '@huiyin/testkit/running-system';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the one system that all tests of a project share. */
    readonly gatewayUrl: string;
    /** Where it hands its mail to; whoever wants some runs a server there. */
    readonly mailPort: number;
    /** Of the pid files of its processes. */
    readonly runDirectory: string;
  }
}

/** Starts Huiyin once for all tests of a project and tells them where; answers how to stop it. */
export async function provideSystem(project: TestProject, name: string): Promise<() => Promise<void>> {
  const mailPort = await freePortRange(1);
  const messages = {
    ...{ PUBLIC_URL: 'https://huiyin.example.cn', MAIL_FROM: 'huiyin@example.cn' },
    SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
  };
  const system = await startRunningSystem(name, { messages, keepTraces: true });
  project.provide('mailPort', mailPort);
  project.provide('gatewayUrl', system.gatewayUrl);
  project.provide('postgresAdmin', system.urls.postgresAdmin);
  project.provide('runDirectory', system.run);
  return () => system.stop();
}
