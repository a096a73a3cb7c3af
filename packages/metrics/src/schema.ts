/** What a metric is made of. */
export interface MetricSpec {
  /** Dotted; ours begin with `huiyin.`, others are those of the OpenTelemetry semantic conventions 1.45. */
  readonly name: string;
  readonly kind: 'histogram' | 'gauge' | 'counter' | 'up-down-counter';
  /** UCUM. */
  readonly unit: string;
  /** Keys its series are told apart by; each has few values, and none is personal. */
  readonly attributes: readonly string[];
  readonly says: string;
}

/** Those we make ourselves: state that no library knows of, and what we measure more cheaply than one. */
export const OWN_METRICS = [
  {
    ...{ name: 'huiyin.outbox.unpublished', kind: 'gauge', unit: '{event}', attributes: [] },
    says: 'Committed events the broker does not have yet.',
  },
  {
    ...{ name: 'huiyin.outbox.age', kind: 'gauge', unit: 's', attributes: [] },
    says: 'Since when the oldest of them waits; 0 when none does. Goal: below 30 s.',
  },
  {
    ...{ name: 'huiyin.consumer.pending', kind: 'gauge', unit: '{event}', attributes: ['source'] },
    says: 'Events of another service that this one has not handled, those being handled among them.',
  },
  {
    ...{ name: 'huiyin.dead_letters', kind: 'gauge', unit: '{event}', attributes: [] },
    says: 'Events this service could not handle; each waits for a person.',
  },
  {
    ...{ name: 'huiyin.audit.unsealed', kind: 'gauge', unit: '{event}', attributes: [] },
    says: 'Events that no Merkle root covers yet; sealing runs each minute.',
  },
  {
    ...{ name: 'huiyin.sweep.lag', kind: 'gauge', unit: 's', attributes: [] },
    says: 'Business time since the last complete round of the sweeps of what falls due (clock lag). Goal: below 600 s.',
  },
  {
    ...{ name: 'huiyin.colour.lag', kind: 'gauge', unit: 's', attributes: [] },
    says: 'How long the longest overdue change of a colour has been due; 0 when none is.',
  },
  {
    ...{ name: 'huiyin.cases.without_owner', kind: 'gauge', unit: '{case}', attributes: [] },
    says: 'Cases on their way that nobody has to act on; must be 0.',
  },
  {
    ...{ name: 'rpc.server.call.duration', kind: 'histogram', unit: 's' },
    attributes: ['rpc.system.name', 'rpc.method', 'rpc.response.status_code', 'error.type'],
    says: 'Each RPC served: rate, refusals and faults, duration.',
  },
  {
    ...{ name: 'messaging.process.duration', kind: 'histogram', unit: 's' },
    attributes: ['messaging.system', 'messaging.destination.name', 'error.type'],
    says: 'Each event handled, by the service it came from.',
  },
  {
    ...{ name: 'db.client.operation.duration', kind: 'histogram', unit: 's' },
    attributes: [
      ...['db.system.name', 'db.namespace', 'db.operation.name', 'db.response.status_code', 'error.type'],
    ],
    says: 'Each transaction, read or write, and other work on one connection to Postgres.',
  },
  {
    ...{ name: 'db.client.connection.count', kind: 'up-down-counter', unit: '{connection}' },
    attributes: ['db.client.connection.pool.name', 'db.client.connection.state'],
    says: 'Connections of a pool, idle and used.',
  },
  {
    ...{ name: 'db.client.connection.max', kind: 'up-down-counter', unit: '{connection}' },
    attributes: ['db.client.connection.pool.name'],
    says: 'Most connections a pool may have.',
  },
  {
    ...{ name: 'db.client.connection.pending_requests', kind: 'up-down-counter', unit: '{request}' },
    attributes: ['db.client.connection.pool.name'],
    says: 'Who waits for a connection of a pool.',
  },
  {
    ...{ name: 'process.cpu.utilization', kind: 'gauge', unit: '1', attributes: [] },
    says: 'Share of one core that the process used since it was last asked.',
  },
  {
    ...{ name: 'process.memory.usage', kind: 'gauge', unit: 'By', attributes: [] },
    says: 'Resident memory of the process.',
  },
] as const satisfies readonly MetricSpec[];

const NODE_EVENT_LOOP = ['min', 'max', 'mean', 'stddev', 'p50', 'p90', 'p99'].map((statistic) => ({
  ...{ name: `nodejs.eventloop.delay.${statistic}`, kind: 'gauge' as const, unit: 's', attributes: [] },
  says: `Delay of the event loop, ${statistic}.`,
}));

/** Those of the libraries we use. */
const STANDARD_METRICS: readonly MetricSpec[] = [
  {
    ...{ name: 'http.server.request.duration', kind: 'histogram', unit: 's' },
    attributes: [
      ...['http.request.method', 'url.scheme', 'http.response.status_code', 'network.protocol.version'],
      ...['http.route', 'error.type'],
    ],
    says: 'Each request the gateway answered, by route.',
  },
  {
    ...{ name: 'http.client.request.duration', kind: 'histogram', unit: 's' },
    attributes: [
      ...['http.request.method', 'server.address', 'server.port', 'http.response.status_code'],
      ...['network.protocol.version', 'error.type', 'url.scheme'],
    ],
    says: 'Each request made to another server: webhooks, the collector.',
  },
  ...NODE_EVENT_LOOP,
  {
    ...{ name: 'nodejs.eventloop.time', kind: 'counter', unit: 's', attributes: ['nodejs.eventloop.state'] },
    says: 'Time the event loop was active and idle.',
  },
  {
    ...{ name: 'nodejs.eventloop.utilization', kind: 'gauge', unit: '1', attributes: [] },
    says: 'Share of its time in which the event loop was active.',
  },
  {
    ...{ name: 'v8js.gc.duration', kind: 'histogram', unit: 's', attributes: ['v8js.gc.type'] },
    says: 'Each garbage collection.',
  },
  ...['used', 'space.size', 'space.available_size', 'space.physical_size'].map(heap),
  {
    ...{
      name: 'v8js.resource.active',
      kind: 'gauge',
      unit: '{resource}',
      attributes: ['v8js.resource.type'],
    },
    says: 'Timers, sockets and other handles that keep the process alive.',
  },
];

function heap(part: string): MetricSpec {
  return {
    ...{ name: `v8js.memory.heap.${part}`, kind: 'up-down-counter', unit: 'By' },
    attributes: ['v8js.heap.space.name'],
    says: `Memory of the JavaScript heap: ${part}.`,
  };
}

/** Every metric that a process of ours may send. */
export const METRICS: readonly MetricSpec[] = [...OWN_METRICS, ...STANDARD_METRICS];

export type OwnMetric = (typeof OWN_METRICS)[number]['name'];
