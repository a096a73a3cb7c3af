import { describe, expect, it } from 'vitest';
import type { Schemas } from '../api/client.ts';
import { layOutMap, type MapDrawing, type MapNode } from './map-layout.ts';
import { NARROW, WIDE } from './map-measures.ts';

type Edge = Schemas['ServiceMapEdge'];

function edge(caller: string, callee: string, kind: Edge['kind'], failed = 0): Edge {
  return { ...{ caller, callee, kind, calls: 4, failed }, ...{ p50Us: 10, p95Us: 20, slow: false } };
}

const CITY: readonly Edge[] = [
  edge('clients', 'gateway', 'http'),
  edge('gateway', 'redis', 'cache'),
  edge('gateway', 'intake', 'grpc'),
  edge('gateway', 'archive', 'grpc'),
  edge('intake', 'directory', 'grpc'),
  edge('archive', 'intake', 'grpc'),
  edge('intake', 'postgres', 'database'),
  edge('archive', 'postgres', 'database'),
  edge('notification', 'postgres', 'database'),
  edge('intake', 'nats', 'send'),
  edge('nats', 'archive', 'delivery'),
  edge('nats', 'notification', 'delivery', 1),
  edge('nats', 'gateway', 'delivery'),
  edge('intake', 'archive', 'event'),
];

const named = ({ nodes }: MapDrawing, key: string): MapNode => {
  const found = nodes.find((node) => node.key === key);
  if (found === undefined) throw new Error(`there is no box ${key}`);
  return found;
};
const overlap = (one: MapNode, other: MapNode): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

describe.each([
  ['wide', WIDE],
  ['narrow', NARROW],
])('the %s drawing of who calls whom', (_, measures) => {
  const drawing = layOutMap(CITY, measures);

  it('has gateway, services, stores and broker in columns from left to right', () => {
    const columns = ['gateway', 'intake', 'intake postgres', 'nats'].map((key) => named(drawing, key));
    for (const [index, { x, width }] of columns.slice(0, -1).entries())
      expect(columns[index + 1]?.x).toBeGreaterThan(x + width);
    const services = drawing.nodes.filter(({ kind }) => kind === 'service');
    expect(new Set(services.map(({ x }) => x)).size).toBe(1);
  });

  it('has those first that the gateway calls, then whom others call, then who only hears', () => {
    const services = drawing.nodes.filter(({ kind }) => kind === 'service');
    const down = services.toSorted((one, other) => one.y - other.y).map(({ name }) => name);
    expect(down).toEqual(['archive', 'intake', 'directory', 'notification']);
  });

  it('draws every edge once, between the boxes it names, and events only by the broker', () => {
    expect(drawing.lines.map(({ edge: drawn }) => drawn)).toHaveLength(CITY.length - 1);
    expect(new Set(drawing.lines.map(({ edge: drawn }) => drawn))).toEqual(
      new Set(CITY.filter(({ kind }) => kind !== 'event')),
    );
    const touches = ({ x, y, width, height }: MapNode, point?: { x: number; y: number }): boolean =>
      point !== undefined && point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
    for (const { edge: drawn, points } of drawing.lines) {
      const isStored = drawn.kind === 'database' || drawn.kind === 'cache';
      expect(touches(named(drawing, drawn.caller), points[0])).toBe(true);
      const callee = isStored ? `${drawn.caller} ${drawn.callee}` : drawn.callee;
      expect(touches(named(drawing, callee), points.at(-1))).toBe(true);
    }
  });

  it('lets no boxes overlap, no lines run over each other’s figures, and all lie within', () => {
    const { nodes, lines, width, height } = drawing;
    const pairs = nodes.flatMap((one, index) => nodes.slice(index + 1).map((other) => [one, other] as const));
    expect(pairs.filter(([one, other]) => overlap(one, other))).toEqual([]);
    const labels = lines.map(({ label }) => `${label.anchor} ${label.x} ${label.y}`);
    expect(new Set(labels).size).toBe(labels.length);
    for (const { x, y } of lines.flatMap(({ points }) => points)) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(height);
    }
  });

  it('gives a track of its own to each call among services, and names who calls', () => {
    const peers = drawing.lines.filter(({ namesCaller }) => namesCaller);
    expect(peers.map(({ edge: drawn }) => `${drawn.caller} ${drawn.callee}`).toSorted()).toEqual([
      'archive intake',
      'intake directory',
    ]);
    expect(new Set(peers.map(({ points }) => points[1]?.x)).size).toBe(peers.length);
  });

  it('marks where something failed', () => {
    const failed = drawing.nodes.filter((node) => node.failed).map(({ key }) => key);
    expect(failed).toEqual(['notification']);
  });

  it('is the same whatever the order of the edges', () => {
    expect(layOutMap(CITY.toReversed(), measures)).toEqual(drawing);
  });
});

it('draws what there is of a request without gateway or broker, and of nothing nothing', () => {
  const sweep = layOutMap([edge('supervision', 'postgres', 'database')], WIDE);
  expect(sweep.nodes.map(({ key, x }) => [key, x])).toEqual([
    ['supervision', 0],
    ['supervision postgres', WIDE.service + WIDE.works],
  ]);
  expect(layOutMap([], WIDE)).toEqual({ width: 0, height: 0, nodes: [], lines: [] });
});

it('fits a phone', () => {
  const without = CITY.filter(({ kind, caller }) => kind !== 'grpc' || caller === 'gateway');
  expect(layOutMap(without, NARROW).width).toBeLessThanOrEqual(350);
});
