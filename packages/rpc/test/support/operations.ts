import { OperationsServiceService } from '@huiyin/contracts/gen/operations/v1/operations';
import { newIdentityKey, publicPart } from './keys.ts';
import { identitySigner, type IdentitySigner } from '../../src/identity.ts';
import { identityVerifier, type IdentityVerifier } from '../../src/identity-verifier.ts';
import { rpcChannels, rpcClient, type RpcClient } from '../../src/client.ts';
import { query } from '../../src/handlers.ts';
import type { RpcLog } from '../../src/log.ts';
import { startRpcServer, type RpcServer } from '../../src/server.ts';
import { grpcService, type HandlersOf } from '../../src/service.ts';
import { reject } from '@huiyin/kernel/rejection';

type Operations = typeof OperationsServiceService;

interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: Record<string, unknown>;
  readonly message: string;
}

/** Keeps what was logged, so that a test can read it. */
function recordingLog(): RpcLog & { readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const at = (level: LogLine['level']) => (fields: object, message: string) =>
    void lines.push({ level, fields: { ...fields }, message });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}

/** Signers with real keys and a verifier that knows the gateway and intake, not the stranger. */
export async function signers(): Promise<
  Record<'gateway' | 'intake' | 'stranger', IdentitySigner> & { verifier: IdentityVerifier }
> {
  const [gateway, intake, stranger] = await Promise.all(
    ['gateway', 'intake', 'stranger'].map((name) => newIdentityKey(name)),
  );
  if (!gateway || !intake || !stranger) throw new Error('no keys');
  return {
    gateway: await identitySigner(gateway),
    intake: await identitySigner(intake),
    stranger: await identitySigner(stranger),
    verifier: await identityVerifier({ keys: [publicPart(gateway), publicPart(intake)] }),
  };
}

const unused = query(async () => reject('not-found', 'not-served-here', '没有这项服务'));

/** Every OperationsService method refuses but those given. */
function operationsHandlers(given: Partial<HandlersOf<Operations>>): HandlersOf<Operations> {
  const names = Object.keys(OperationsServiceService);
  const refusing = Object.fromEntries(
    names.map((name) => [name, unused]),
  ) as unknown as HandlersOf<Operations>;
  return { ...refusing, ...given };
}

export interface RunningOperations {
  readonly server: RpcServer;
  readonly address: string;
  readonly client: RpcClient<Operations>;
  readonly channels: ReturnType<typeof rpcChannels>;
  readonly log: ReturnType<typeof recordingLog>;
  stop(): Promise<void>;
}

/** A real server on a free port with a real client. */
export async function startOperations(
  handlers: Partial<HandlersOf<Operations>>,
  identity: { verifier: IdentityVerifier; signer?: IdentitySigner },
): Promise<RunningOperations> {
  const log = recordingLog();
  const server = await startRpcServer({
    address: '127.0.0.1:0',
    services: [grpcService(OperationsServiceService, operationsHandlers(handlers))],
    verifier: identity.verifier,
    log,
  });
  server.setServing(true);
  const address = `127.0.0.1:${server.port}`;
  const channels = rpcChannels();
  const client = rpcClient(OperationsServiceService, address, {
    channels,
    ...(identity.signer === undefined ? {} : { signer: identity.signer }),
  });
  return {
    server,
    address,
    client,
    channels,
    log,
    stop: async () => {
      channels.close();
      await server.stop();
    },
  };
}
