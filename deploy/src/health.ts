import { credentials, makeGenericClientConstructor, type ServiceDefinition } from '@grpc/grpc-js';
import { service as healthService } from 'grpc-health-check';
import { LOOPBACK, type ProcessSpec } from './topology.ts';

const PROBE_TIMEOUT_MS = 2_000;

type Callback = (error: Error | null, answer?: { readonly status: string }) => void;

interface HealthClient {
  check(request: { service: string }, options: { deadline: number }, callback: Callback): void;
  close(): void;
}

const HealthClient = makeGenericClientConstructor(healthService as unknown as ServiceDefinition, 'Health');

/** True when a process answers that it can do its work: gRPC health for a service, `/readyz` for the gateway. */
export async function isReady(process: ProcessSpec): Promise<boolean> {
  return process.service === 'gateway' ? answersReady(process.port) : isServing(process.port);
}

async function isServing(port: number): Promise<boolean> {
  const client = new HealthClient(
    `${LOOPBACK}:${port}`,
    credentials.createInsecure(),
  ) as unknown as HealthClient;
  try {
    return await new Promise<boolean>((resolve) => {
      client.check({ service: '' }, { deadline: Date.now() + PROBE_TIMEOUT_MS }, (error, answer) =>
        resolve(error === null && answer?.status === 'SERVING'),
      );
    });
  } finally {
    client.close();
  }
}

async function answersReady(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://${LOOPBACK}:${port}/readyz`, {
      signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    // Not listening yet.
    return false;
  }
}
