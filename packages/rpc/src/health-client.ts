import { service as health } from 'grpc-health-check';
import type { RpcChannels } from './client.ts';

/** How a peer says it is; `unreachable` when it does not answer in time. */
export type PeerHealth = 'serving' | 'not-serving' | 'unreachable';

/** Asks a server's standard health service over the process's own channel. Never throws. */
export function peerHealth(channels: RpcChannels, address: string, deadlineMs: number): Promise<PeerHealth> {
  const check = health['Check'];
  if (check === undefined) throw new Error('the health definition has no Check');
  return new Promise((resolve) => {
    channels
      .to(address)
      .makeUnaryRequest(
        check.path,
        check.requestSerialize,
        check.responseDeserialize,
        { service: '' },
        { deadline: Date.now() + deadlineMs },
        (error, response: { status?: string } | undefined) => {
          if (error !== null) resolve('unreachable');
          else resolve(response?.status === 'SERVING' ? 'serving' : 'not-serving');
        },
      );
  });
}
