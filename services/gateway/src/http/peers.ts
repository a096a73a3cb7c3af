import type { ServiceName } from '@huiyin/contracts/services';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { Session } from '../session/session.ts';

/** One method of a generated grpc-js service definition. */
interface MethodDefinition {
  readonly path: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- variance: any request type fits
  readonly requestSerialize: (value: any) => Buffer;
  readonly responseDeserialize: (bytes: Buffer) => unknown;
}

/** A generated service definition, e.g. `IntakeServiceService`. */
export type GrpcDefinition = Readonly<Record<string, MethodDefinition>>;
export type MethodOf<Definition extends GrpcDefinition> = keyof Definition & string;
export type RequestOf<Definition extends GrpcDefinition, Method extends MethodOf<Definition>> = Parameters<
  Definition[Method]['requestSerialize']
>[0];
export type ResponseOf<Definition extends GrpcDefinition, Method extends MethodOf<Definition>> = ReturnType<
  Definition[Method]['responseDeserialize']
>;

export interface CallOptions {
  /** A logged-in person in the active membership, the gateway itself (in a tenant or in none), or nobody yet. */
  readonly as: Session | { readonly tenant: string } | 'gateway' | 'nobody';
  /** For definitions that every service serves; otherwise the definition names its service. */
  readonly service?: ServiceName;
  readonly idempotencyKey?: string;
  readonly expectedVersion?: number;
  readonly deadlineMs?: number;
}

/** The services behind the gateway. One channel per service for the life of the process. */
export interface Peers {
  /**
   * Calls the service the definition belongs to. Its refusals come back as values. Throws RpcUnavailable when it
   * does not answer within the deadline, RpcFailed for its faults, BusinessTimeUnknown.
   */
  call<Definition extends GrpcDefinition, Method extends MethodOf<Definition>>(
    definition: Definition,
    method: Method,
    request: RequestOf<Definition, Method>,
    options: CallOptions,
  ): Promise<ResponseOf<Definition, Method> | Rejection>;
}
