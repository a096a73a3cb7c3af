import type { ServiceDefinition as GrpcDefinition } from '@grpc/grpc-js';
import type { SourceReaction } from '@huiyin/contracts/reactions';
import type { ServiceName } from '@huiyin/contracts/services';
import type { Clock } from '@huiyin/kernel/clock';
import type { UnitOfWork } from '@huiyin/kernel/unit-of-work';
import type { ReferenceReader } from '@huiyin/reference/reader';
import type { RpcClient } from '@huiyin/rpc/client';
import type { GrpcService } from '@huiyin/rpc/service';
import type { OwnGauge } from '@huiyin/metrics/instruments';
import type { Logger } from '@huiyin/runtime/logger';
import type { Sweep } from './sweep-loop.ts';

/** What a composition root is given to build its use cases with. */
export interface ServiceKit {
  readonly service: ServiceName;
  readonly uow: UnitOfWork;
  readonly reference: ReferenceReader;
  readonly log: Logger;
  /** In production the business clock cannot be moved. */
  readonly mode: 'rehearsal' | 'production';
  /** System time; business time comes with each command, event and sweep. */
  readonly clock: Clock;
  /** A client of a peer, for read-only questions outside transactions. */
  peer<Definition extends GrpcDefinition>(
    service: ServiceName,
    definition: Definition,
  ): RpcClient<Definition>;
}

/** One service as its composition root describes it. */
export interface ServiceDefinition {
  readonly grpc: readonly GrpcService[];
  readonly reactions: readonly SourceReaction[];
  readonly sweeps?: readonly Sweep[];
  readonly gauges?: readonly TenantGauge[];
}

/** State that only this service knows of, read for each tenant whenever metrics are sent. */
export interface TenantGauge {
  readonly name: OwnGauge;
  /** What the tenants' values come to together. */
  readonly across: 'sum' | 'max';
  /** Cheap however large the tenant is: it is asked several times a minute. */
  readonly read: (tenant: string, now: Date) => Promise<number>;
}

export type Compose = (kit: ServiceKit) => ServiceDefinition;
