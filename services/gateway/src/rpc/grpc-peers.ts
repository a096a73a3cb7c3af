import type { ServiceDefinition } from '@grpc/grpc-js';
import { SERVICES, type ServiceName } from '@huiyin/contracts/services';
import { type CallAs, type RpcChannels, type RpcClient, rpcClient } from '@huiyin/rpc/client';
import type { IdentitySigner } from '@huiyin/rpc/identity';
import type { CallOptions, Peers } from '../http/peers.ts';
import type { Session } from '../session/session.ts';

interface Surroundings {
  readonly addresses: Readonly<Record<ServiceName, string>>;
  readonly channels: RpcChannels;
  readonly signer: IdentitySigner;
  /** Business time; throws when it is not known. */
  readonly businessNow: () => Promise<Date>;
}

/** The services over gRPC. Each call of a person carries a fresh token: tenant, person, active role, business time. */
export function grpcPeers(around: Surroundings): Peers {
  const clients = new Map<string, RpcClient<ServiceDefinition>>();
  const clientOf = (definition: ServiceDefinition, service: ServiceName): RpcClient<ServiceDefinition> => {
    const name = `${service} ${Object.values(definition)[0]?.path ?? ''}`;
    const known = clients.get(name);
    if (known !== undefined) return known;
    const { channels, signer } = around;
    const made = rpcClient(definition, around.addresses[service], { channels, signer });
    clients.set(name, made);
    return made;
  };
  return {
    call: async (definition, method, request, options) => {
      // Generated definitions satisfy grpc-js's own type; Peers states only what route files need of them.
      const grpcDefinition = definition as unknown as ServiceDefinition;
      const client = clientOf(grpcDefinition, options.service ?? serviceOf(grpcDefinition));
      const send = client[method];
      if (send === undefined) throw new Error(`${method} is not an RPC of the definition`);
      const answer: unknown = await send(request, {
        ...(await callerOf(options, around)),
        ...restOf(options),
      });
      return answer as Awaited<ReturnType<Peers['call']>> as never;
    },
  };
}

/** `/huiyin.intake.v1.IntakeService/Submit` belongs to intake. */
function serviceOf(definition: ServiceDefinition): ServiceName {
  const path = Object.values(definition)[0]?.path ?? '';
  const name = path.split('.')[1];
  const service = SERVICES.find((candidate) => candidate === name);
  if (service === undefined) throw new Error(`no service owns ${path}`);
  return service;
}

async function callerOf({ as }: CallOptions, { signer, businessNow }: Surroundings): Promise<CallAs> {
  if (as === 'nobody') return { asNobody: true };
  if (as === 'gateway') return { asService: {} };
  if ('tenant' in as) return { asService: { tenant: as.tenant, at: await businessNow() } };
  return {
    token: await signer.user({ tenant: as.active.tenant, actor: actorOf(as), at: await businessNow() }),
  };
}

function actorOf(session: Session): Parameters<IdentitySigner['user']>[0]['actor'] {
  const { accountId, personId, active } = session;
  return {
    accountId,
    personId,
    roles: [active.role],
    ...(active.unit === undefined ? {} : { unitId: active.unit.unitId }),
  };
}

function restOf(
  options: CallOptions,
): Pick<CallOptions, 'idempotencyKey' | 'expectedVersion' | 'deadlineMs'> {
  const { idempotencyKey, expectedVersion, deadlineMs } = options;
  return {
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
    ...(deadlineMs === undefined ? {} : { deadlineMs }),
  };
}
