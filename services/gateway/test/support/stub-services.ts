import type { MethodDefinition, ServiceDefinition } from '@grpc/grpc-js';
import type {
  AccountMembership,
  AuthenticateRequest,
  AuthenticateResponse,
} from '@huiyin/contracts/gen/directory/v1/service';
import { OperationsServiceService } from '@huiyin/contracts/gen/operations/v1/operations';
import { SERVICES } from '@huiyin/contracts/services';
import { newId } from '@huiyin/kernel/ids';
import { reject, type Rejection } from '@huiyin/kernel/rejection';
import { type HandlerFor, operation, type OperationContext, publicCall } from '@huiyin/rpc/handlers';
import type { IdentityVerifier } from '@huiyin/rpc/identity-verifier';
import { type RpcServer, startRpcServer } from '@huiyin/rpc/server';
import type { GrpcService } from '@huiyin/rpc/service';
import { demoMemberships } from './people.ts';

/** What reached a service. */
export interface ReceivedCall {
  readonly path: string;
  readonly request: unknown;
  readonly by: OperationContext | undefined;
  readonly idempotencyKey: string | undefined;
  readonly ifMatch: string | undefined;
}

/** What a test wants an RPC to do instead of the default; by method path. */
export type Behaviour = (request: unknown) => unknown;

/** All services behind one address, over real gRPC with real tokens; without rules of their own. */
export interface StubServices {
  readonly address: string;
  readonly received: ReceivedCall[];
  readonly behaviours: Map<string, Behaviour>;
  readonly clock: { offsetMs: bigint };
  stop(): Promise<void>;
}

export const PASSWORD = 'correct horse';
export const CHECK_MEMBERSHIP = '/huiyin.directory.v1.DirectoryService/CheckMembership';

/** Commands are accepted at version 7, questions find nothing, directory knows the people of people.ts. */
export async function startStubServices(verifier: IdentityVerifier): Promise<StubServices> {
  const received: ReceivedCall[] = [];
  const behaviours = new Map<string, Behaviour>();
  const clock = { offsetMs: 0n };
  behaviours.set('/huiyin.directory.v1.DirectoryService/Authenticate', (request) =>
    authenticate(request as AuthenticateRequest),
  );
  behaviours.set('/huiyin.directory.v1.DirectoryService/GetBusinessClock', () => ({
    now: new Date().toISOString(),
    offsetMs: clock.offsetMs,
    rehearsal: true,
  }));
  behaviours.set(CHECK_MEMBERSHIP, () => ({ holds: true }));
  const services = (await definitions()).map((definition) => stub(definition, { received, behaviours }));
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const server: RpcServer = await startRpcServer({ address: '127.0.0.1:0', services, verifier, log });
  server.setServing(true);
  const address = `127.0.0.1:${server.port}`;
  return { address, received, behaviours, clock, stop: () => server.stop() };
}

/** The API of every service that has one, and the one they share. */
async function definitions(): Promise<ServiceDefinition[]> {
  const modules = await Promise.all(
    [...SERVICES.map((name) => `${name}/v1/service`), 'evaluation/v1/ballots'].map(
      (path) => import(`@huiyin/contracts/gen/${path}`) as Promise<object>,
    ),
  );
  const found = modules.flatMap((module) =>
    Object.entries(module).filter(([name]) => name.endsWith('ServiceService')),
  );
  return [...found.map(([, definition]) => definition as ServiceDefinition), OperationsServiceService];
}

function stub(
  definition: ServiceDefinition,
  around: { received: ReceivedCall[]; behaviours: Map<string, Behaviour> },
): GrpcService {
  const handlers = Object.entries(definition).map(([name, method]) => [name, handler(method, around)]);
  return { definition, handlers: Object.fromEntries(handlers) as GrpcService['handlers'] };
}

function handler(
  method: MethodDefinition<unknown, unknown>,
  { received, behaviours }: { received: ReceivedCall[]; behaviours: Map<string, Behaviour> },
): HandlerFor<unknown, unknown> {
  const isOpen = /\/(Authenticate|GetBusinessClock)$/.test(method.path);
  return {
    answer: (call, verifier) => {
      const first = (key: string): string | undefined => call.metadata.get(key)[0]?.toString();
      const run = async (request: unknown, by?: OperationContext): Promise<unknown> => {
        const told = { idempotencyKey: first('idempotency-key'), ifMatch: first('if-match') };
        // Asked before a session is let in, by no route.
        if (method.path !== CHECK_MEMBERSHIP) received.push({ path: method.path, request, by, ...told });
        return behaviours.get(method.path)?.(request) ?? byDefault(method);
      };
      const inner = isOpen ? publicCall((request) => run(request)) : operation(run);
      return inner.answer(call, verifier);
    },
  };
}

function byDefault(method: MethodDefinition<unknown, unknown>): unknown | Rejection {
  const empty = method.responseDeserialize(Buffer.alloc(0)) as Record<string, unknown>;
  const isCommand = Object.keys(empty).toSorted().join() === 'id,label,service,version';
  if (isCommand) return { service: method.path.split('.')[1], id: newId(), version: 7n, label: '' };
  if (/\/(GetStatus|ListDeadLetters|VerifyAudit)$/.test(method.path)) return empty;
  return reject('not-found', 'nothing-here', '没有找到');
}

function authenticate({ login, password }: AuthenticateRequest): AuthenticateResponse {
  const memberships: AccountMembership[] | undefined = demoMemberships[login];
  if (memberships === undefined || password !== PASSWORD) {
    return { accepted: false, accountId: '', personId: '', name: '', memberships: [] };
  }
  return {
    accepted: true,
    accountId: `account-${login}`,
    personId: `person-${login}`,
    name: login,
    memberships,
  };
}
