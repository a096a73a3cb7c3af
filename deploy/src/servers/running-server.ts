import type { ManagedProcess } from '../processes/managed-process.ts';

/** A server this process started. */
export interface RunningServer {
  readonly name: 'postgres' | 'nats' | 'redis';
  readonly version: string;
  readonly url: string;
  readonly process: ManagedProcess;
}
