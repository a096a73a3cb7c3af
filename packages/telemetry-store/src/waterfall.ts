import type { Step } from './answers.ts';
import type { KeptSpan } from './kept.ts';
import { SLOW_US } from './slow.ts';

/** Of an event, to be sent or handled; microseconds. */
const SLOW_WAIT_US = 5_000_000;

interface Node {
  readonly span: KeptSpan;
  readonly cause: KeptSpan | undefined;
  readonly children: Node[];
}

/**
 * Spans as the rows of a waterfall: depth first, by start. A delivery hangs below the sending of its event and that
 * below what wrote the event, though both only link there. A span whose cause is not among them begins a tree of its own.
 */
export function waterfall(spans: readonly KeptSpan[]): readonly Step[] {
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  const nodes = new Map<string, Node>();
  for (const span of byId.values()) {
    nodes.set(span.spanId, { span, cause: causeOf(span, byId), children: [] });
  }
  const roots: Node[] = [];
  for (const node of nodes.values()) {
    const above = node.cause === undefined ? undefined : nodes.get(node.cause.spanId);
    (above?.children ?? roots).push(node);
  }
  const steps: Step[] = [];
  const open = roots.toSorted(later).map((node) => ({ node, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next;
    steps.push(stepOf(node, depth));
    open.push(...node.children.toSorted(later).map((child) => ({ node: child, depth: depth + 1 })));
  }
  return steps;
}

/** The latest first, for a stack. */
function later(one: Node, other: Node): number {
  return other.span.startUs - one.span.startUs;
}

/** What was sent is nearer than what caused the sending; ids that lead back to itself are no cause. */
function causeOf(span: KeptSpan, byId: ReadonlyMap<string, KeptSpan>): KeptSpan | undefined {
  const linked = span.causes.map(({ spanId }) => byId.get(spanId)).find((cause) => cause !== undefined);
  const cause = linked ?? byId.get(span.parentSpanId);
  return cause === undefined || leadsTo(cause, span, byId) ? undefined : cause;
}

/** Hostile or broken spans may name each other as parents. */
function leadsTo(from: KeptSpan, to: KeptSpan, byId: ReadonlyMap<string, KeptSpan>): boolean {
  const seen = new Set<string>();
  for (let at: KeptSpan | undefined = from; at !== undefined && !seen.has(at.spanId);) {
    if (at.spanId === to.spanId) return true;
    seen.add(at.spanId);
    const linked: KeptSpan | undefined = at.causes.flatMap(({ spanId }) => byId.get(spanId) ?? [])[0];
    at = linked ?? byId.get(at.parentSpanId);
  }
  return false;
}

function stepOf({ span, cause }: Node, depth: number): Step {
  const { spanId, service, layer, name, detail, startUs, durationUs, outcome, problem, eventId, delivery } =
    span;
  const waitedUs = waitOf(span, cause);
  return {
    ...{ spanId, depth, service, layer, name, detail, startUs, durationUs, waitedUs, outcome, problem },
    slow: durationUs > SLOW_US[layer] || waitedUs > SLOW_WAIT_US,
    ...{ eventId, delivery },
    parentMissing: cause === undefined && (span.parentSpanId !== '' || span.causes.length > 0),
  };
}

/** Only events wait: to be sent after what wrote them, to be handled after they were sent. */
function waitOf({ layer, startUs }: KeptSpan, cause: KeptSpan | undefined): number {
  if (cause === undefined || (layer !== 'relay' && layer !== 'consumer')) return 0;
  return Math.max(0, startUs - (cause.startUs + cause.durationUs));
}
