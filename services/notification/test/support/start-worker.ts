import { fork, type ChildProcess } from 'node:child_process';
import { AT, TENANT, type OpenNotification } from '../open-notification.ts';

/** Another worker over the same database, which sends to `port` on this machine; it sweeps once. */
export function startWorker({ urls }: OpenNotification, port: number, aheadMs: number): ChildProcess {
  const args = [urls.app, urls.relay, String(port), TENANT, AT.toISOString(), String(aheadMs)];
  return fork(new URL('worker.ts', import.meta.url), args, { execArgv: [] });
}
