/**
 * `node probe.ts`: healthy (exit 0) when the process of this container answers that it can do its work. Loads nothing
 * but Node, since each container runs it every few seconds.
 */
import { connect } from 'node:http2';

const PROBE_TIMEOUT_MS = 10_000;
/** An empty HealthCheckRequest: not compressed, no bytes. */
const EMPTY_REQUEST = Buffer.from([0, 0, 0, 0, 0]);
/** HealthCheckResponse { status: SERVING } behind its frame's five bytes. */
const SERVING = Buffer.from([0, 0, 0, 0, 2, 0x08, 0x01]);

const { GRPC_ADDRESS, HTTP_ADDRESS, TELEMETRY_STORE_PORT } = process.env;

function portOf(address: string): string {
  return address.slice(address.lastIndexOf(':') + 1);
}

async function answersOk(port: string, path: string): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
  });
  return response.ok;
}

function isServing(port: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const session = connect(`http://127.0.0.1:${port}`);
    session.once('error', reject);
    const stream = session.request({
      ':method': 'POST',
      ':path': '/grpc.health.v1.Health/Check',
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    const parts: Buffer[] = [];
    stream.setTimeout(PROBE_TIMEOUT_MS, () => reject(new Error('no answer in time')));
    stream.once('error', reject);
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.once('end', () => resolve(Buffer.concat(parts).equals(SERVING)));
    stream.end(EMPTY_REQUEST);
  });
}

async function isHealthy(): Promise<boolean> {
  if (GRPC_ADDRESS !== undefined) return isServing(portOf(GRPC_ADDRESS));
  if (HTTP_ADDRESS !== undefined) return answersOk(portOf(HTTP_ADDRESS), '/readyz');
  return answersOk(TELEMETRY_STORE_PORT ?? '', '/livez');
}

try {
  process.exit((await isHealthy()) ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
