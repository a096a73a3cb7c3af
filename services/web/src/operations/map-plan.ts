import type { Schemas } from '../api/client.ts';
import type { MapMeasures } from './map-measures.ts';

type Edge = Schemas['ServiceMapEdge'];

export const GATEWAY = 'gateway';
export const CLIENTS = 'clients';
export const BROKER = 'nats';
export const STORES: ReadonlySet<Edge['kind']> = new Set(['database', 'cache']);

export const CLIENTS_HEIGHT = 30;
/** Of a line that goes down, with its figures beside it. */
export const DROP = 46;
export const ROW_GAP = 14;
export const ROW_INSET = 4;
/** Between the tracks of calls among services. */
export const TRACK = 8;

/** One service: the calls it answers on its left, what it asks of others on its right, each in a lane. */
export interface Row {
  readonly name: string;
  readonly left: readonly Edge[];
  readonly right: readonly Edge[];
  readonly y: number;
  readonly height: number;
}

interface Columns {
  readonly services: number;
  readonly stores: number;
  readonly broker: number;
  /** Calls among services, each with the x of its track. */
  readonly tracks: ReadonlyMap<Edge, number>;
}

export interface MapPlan {
  readonly drawn: readonly Edge[];
  readonly columns: Columns;
  readonly rows: readonly Row[];
  readonly measures: MapMeasures;
  readonly bottom: number;
}

/** Where columns and rows are, before anything is placed in them. */
export function planMap(edges: readonly Edge[], measures: MapMeasures): MapPlan {
  // Events are drawn as what is sent to the broker and what it delivers.
  const drawn = edges.filter(({ kind }) => kind !== 'event');
  const columns = columnsOf(drawn, measures);
  const top = drawn.some(({ kind }) => kind === 'http') ? CLIENTS_HEIGHT + DROP : 0;
  const rows = rowsOf(drawn, measures, top);
  const last = rows.at(-1);
  return { drawn, columns, rows, measures, bottom: last === undefined ? 0 : last.y + last.height };
}

function columnsOf(drawn: readonly Edge[], measures: MapMeasures): Columns {
  const hasGateway = drawn.some(({ caller, callee }) => caller === GATEWAY || callee === GATEWAY);
  const peers = drawn.filter(isBetweenServices).toSorted(byEnds);
  const hasCalls = drawn.some(({ kind }) => kind === 'grpc');
  const tracksWidth = peers.length * TRACK;
  const services =
    (hasGateway ? measures.gateway : 0) +
    (hasCalls ? measures.calls + tracksWidth + (peers.length > 0 ? measures.callerName : 0) : 0);
  const stores = services + measures.service + measures.works;
  return {
    ...{ services, stores, broker: stores + measures.store + measures.storeGap },
    tracks: new Map(peers.map((edge, index) => [edge, services - TRACK * (index + 1.5)])),
  };
}

export function isBetweenServices({ kind, caller }: Edge): boolean {
  return kind === 'grpc' && caller !== GATEWAY;
}

/** An order that does not hang on the order of the answer. */
export function byEnds(one: Edge, other: Edge): number {
  return compare(`${one.callee} ${one.caller} ${one.kind}`, `${other.callee} ${other.caller} ${other.kind}`);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Those that the gateway calls, then those that others call, then those that only hear of things; by name. */
function rowsOf(drawn: readonly Edge[], { lane }: MapMeasures, top: number): readonly Row[] {
  const names = new Set(
    drawn.flatMap(({ caller, callee, kind }) => (STORES.has(kind) ? caller : [caller, callee])),
  );
  for (const other of [CLIENTS, GATEWAY, BROKER]) names.delete(other);
  const calls = (name: string): readonly Edge[] =>
    drawn.filter(({ callee, kind }) => callee === name && kind === 'grpc').toSorted(gatewayFirst);
  const rank = (name: string): number => {
    const [first] = calls(name);
    if (first === undefined) return 2;
    return first.caller === GATEWAY ? 0 : 1;
  };
  const sorted = [...names].toSorted((one, other) => rank(one) - rank(other) || compare(one, other));
  const rows: Row[] = [];
  let y = top;
  for (const name of sorted) {
    const [left, right] = [calls(name), workOf(drawn, name)];
    const height = Math.max(left.length, right.length, 1) * lane + 2 * ROW_INSET;
    rows.push({ name, left, right, y, height });
    y += height + ROW_GAP;
  }
  return rows;
}

function gatewayFirst(one: Edge, other: Edge): number {
  return Number(one.caller !== GATEWAY) - Number(other.caller !== GATEWAY) || byEnds(one, other);
}

/** What it sends above, what it stores between, what it is brought below. */
function workOf(drawn: readonly Edge[], name: string): readonly Edge[] {
  const sent = drawn.filter(({ kind, caller }) => kind === 'send' && caller === name);
  const stored = drawn.filter(({ kind, caller }) => STORES.has(kind) && caller === name);
  const brought = drawn.filter(({ kind, callee }) => kind === 'delivery' && callee === name);
  return [...sent, ...stored.toSorted(byEnds), ...brought];
}

/** The y of a line: low in its lane, so that figures have room above; lanes stand in the middle of their row. */
export function laneY(row: Row, lane: number, of: readonly Edge[], index: number): number {
  const before = (row.height - of.length * lane) / 2;
  return row.y + before + lane * (index + 0.65);
}
