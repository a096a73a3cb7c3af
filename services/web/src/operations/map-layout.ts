import type { Schemas } from '../api/client.ts';
import type { MapMeasures } from './map-measures.ts';
import {
  BROKER,
  byEnds,
  CLIENTS,
  CLIENTS_HEIGHT,
  DROP,
  GATEWAY,
  isBetweenServices,
  laneY,
  planMap,
  ROW_GAP,
  ROW_INSET,
  STORES,
  TRACK,
  type MapPlan,
  type Row,
} from './map-plan.ts';

type Edge = Schemas['ServiceMapEdge'];

type NodeKind = 'clients' | 'gateway' | 'service' | 'store' | 'broker';

/** A box of the drawing; all lengths are of its own coordinates. */
export interface MapNode {
  readonly key: string;
  readonly name: string;
  readonly kind: NodeKind;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Something that was asked of it, or handed to it, failed. */
  readonly failed: boolean;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An edge as a line of right angles from `points[0]` to the last, where its tip is. */
export interface MapLine {
  readonly edge: Edge;
  readonly points: readonly Point[];
  /** Where its figures stand: above the line, or, of one that goes down, beside it. */
  readonly label: Point & { readonly anchor: 'start' | 'end' };
  /** One service asks another: nothing else says who. */
  readonly namesCaller: boolean;
}

export interface MapDrawing {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly MapNode[];
  readonly lines: readonly MapLine[];
}

const STORE_HEIGHT = 24;
/** Of clients above the gateway and stores below it, which have room. */
const LEAST_WIDTH = 72;
const LABEL_GAP = 6;

/**
 * Clients, gateway, services, their stores and the broker in columns from left to right. A service has a row: calls
 * come in on its left, statements and events go out on its right, and events come in below them. Calls among services
 * have a track each before the column of services. The same edges in whatever order give the same drawing. Edges of
 * kind `event` are not drawn: they are those to the broker and from it.
 */
export function layOutMap(edges: readonly Edge[], measures: MapMeasures): MapDrawing {
  const plan = planMap(edges, measures);
  const parts = [...plan.rows.map((row) => serviceParts(plan, row)), gatewayParts(plan), brokerParts(plan)];
  const nodes = parts.flatMap((part) => part.nodes);
  const lines = parts.flatMap((part) => part.lines);
  const right = Math.max(0, ...nodes.map(({ x, width }) => x + width));
  const lowest = Math.max(0, ...nodes.map(({ y, height }) => y + height));
  return { width: right, height: lowest, nodes, lines };
}

interface Parts {
  readonly nodes: readonly MapNode[];
  readonly lines: readonly MapLine[];
}

function serviceParts(plan: MapPlan, row: Row): Parts {
  const { columns, measures, drawn } = plan;
  const { lane } = measures;
  const [left, right] = [columns.services, columns.services + measures.service];
  const box = { x: left, y: row.y, width: measures.service, height: row.height };
  const answered = row.left.map((edge, index): MapLine => {
    const y = laneY(row, lane, row.left, index);
    return isBetweenServices(edge) ? peerLine(plan, edge, y) : callLine(plan, edge, y);
  });
  const stores: MapNode[] = [];
  const works = row.right.map((edge, index): MapLine => {
    const y = laneY(row, lane, row.right, index);
    const label = { x: right + LABEL_GAP, y, anchor: 'start' as const };
    const common = { edge, label, namesCaller: false };
    if (edge.kind === 'delivery') return { ...common, points: [at(columns.broker, y), at(right, y)] };
    if (edge.kind === 'send') return { ...common, points: [at(right, y), at(columns.broker, y)] };
    const place = { x: columns.stores, y: y - STORE_HEIGHT / 2 };
    stores.push(storeOf(edge, { ...place, width: measures.store }));
    return { ...common, points: [at(right, y), at(columns.stores, y)] };
  });
  const name = row.name;
  const service: MapNode = { key: name, name, kind: 'service', ...box, failed: failedAt(drawn, name) };
  return { nodes: [service, ...stores], lines: [...answered, ...works] };
}

function callLine({ columns, measures }: MapPlan, edge: Edge, y: number): MapLine {
  const from = measures.gateway;
  const label = { x: from + LABEL_GAP, y, anchor: 'start' as const };
  return { edge, points: [at(from, y), at(columns.services, y)], label, namesCaller: false };
}

/** Out of its caller's left side, along its track, and into its lane. */
function peerLine({ columns, rows }: MapPlan, edge: Edge, y: number): MapLine {
  const track = columns.tracks.get(edge) ?? columns.services;
  const caller = rows.find(({ name }) => name === edge.caller);
  const own = [...columns.tracks.keys()].filter((each) => each.caller === edge.caller);
  const out = (caller?.y ?? 0) + (caller?.height ?? 0) - ROW_INSET - 4 * own.indexOf(edge);
  const { services } = columns;
  return {
    edge,
    points: [at(services, out), at(track, out), at(track, y), at(services, y)],
    label: { x: services - TRACK * (columns.tracks.size + 1), y, anchor: 'end' },
    namesCaller: true,
  };
}

function gatewayParts(plan: MapPlan): Parts {
  const { drawn, measures, columns, rows } = plan;
  const mine = drawn.filter(({ caller, callee }) => caller === GATEWAY || callee === GATEWAY);
  if (mine.length === 0) return { nodes: [], lines: [] };
  const entry = mine.find(({ kind, callee }) => kind === 'http' && callee === GATEWAY);
  const top = entry === undefined ? (rows[0]?.y ?? 0) : CLIENTS_HEIGHT + DROP;
  const bus = mine.filter(({ kind }) => kind === 'send' || kind === 'delivery').toSorted(byEnds);
  const busTop = rows.length === 0 ? top : plan.bottom + ROW_GAP;
  const end = Math.max(
    busTop + bus.length * measures.lane - (bus.length === 0 ? ROW_GAP : 0),
    top + 2 * measures.lane,
  );
  const width = measures.gateway;
  const middle = width / 2;
  const roomy = Math.max(width, LEAST_WIDTH);
  const nodes: MapNode[] = [
    {
      ...{ key: GATEWAY, name: GATEWAY, kind: 'gateway', x: 0, y: top, width },
      height: end - top,
      failed: failedAt(drawn, GATEWAY),
    },
  ];
  const lines = bus.map((edge, index): MapLine => {
    const y = busTop + measures.lane * (index + 0.65);
    const ends = [at(width, y), at(columns.broker, y)];
    const points = edge.kind === 'send' ? ends : ends.toReversed();
    return { edge, points, label: { x: width + LABEL_GAP, y, anchor: 'start' }, namesCaller: false };
  });
  const beside = (y: number) => ({ x: middle + LABEL_GAP, y: y + DROP / 2, anchor: 'start' as const });
  if (entry !== undefined) {
    nodes.push({
      ...{ key: CLIENTS, name: CLIENTS, kind: 'clients', x: 0, y: 0, width: roomy },
      height: CLIENTS_HEIGHT,
      failed: false,
    });
    const points = [at(middle, CLIENTS_HEIGHT), at(middle, top)];
    lines.push({ edge: entry, points, label: beside(CLIENTS_HEIGHT), namesCaller: false });
  }
  let y = end;
  for (const edge of mine.filter(({ kind }) => STORES.has(kind)).toSorted(byEnds)) {
    lines.push({ edge, points: [at(middle, y), at(middle, y + DROP)], label: beside(y), namesCaller: false });
    nodes.push(storeOf(edge, { x: 0, y: y + DROP, width: roomy }));
    y += DROP + STORE_HEIGHT;
  }
  return { nodes, lines };
}

function brokerParts({ drawn, rows, bottom, measures, columns }: MapPlan): Parts {
  const mine = drawn.filter(({ kind }) => kind === 'send' || kind === 'delivery');
  if (mine.length === 0) return { nodes: [], lines: [] };
  const y = rows[0]?.y ?? 0;
  const own = mine.filter(({ caller, callee }) => caller === GATEWAY || callee === GATEWAY).length;
  const height = bottom - y + (own === 0 ? 0 : ROW_GAP + own * measures.lane);
  return {
    nodes: [
      {
        ...{ key: BROKER, name: BROKER, kind: 'broker', x: columns.broker, y },
        width: measures.broker,
        height,
        failed: failedAt(drawn, BROKER),
      },
    ],
    lines: [],
  };
}

function storeOf({ caller, callee, failed }: Edge, place: Point & { readonly width: number }): MapNode {
  const key = `${caller} ${callee}`;
  return { key, name: callee, kind: 'store', ...place, height: STORE_HEIGHT, failed: failed > 0 };
}

function failedAt(drawn: readonly Edge[], name: string): boolean {
  return drawn.some(({ callee, failed }) => callee === name && failed > 0);
}

function at(x: number, y: number): Point {
  return { x, y };
}
