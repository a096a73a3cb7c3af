import { SpanKind, trace, TraceFlags, type Attributes, type Context, type Link } from '@opentelemetry/api';
import { SamplingDecision, type Sampler, type SamplingResult } from '@opentelemetry/sdk-trace';

const READING: ReadonlySet<unknown> = new Set(['GET', 'HEAD', 'OPTIONS']);
/** The last 8 hexadecimal digits of a trace id are as random as any. */
const SHARE_DIGITS = 8;

/**
 * Samples every change (a request that is no read, and all that follows from it) and the given share (0 to 1) of
 * reads. The other reads are recorded without being sampled, so that a span of theirs that fails can still be sent.
 */
export class ChangesAndFailuresSampler implements Sampler {
  readonly #readShare: number;

  constructor(readShare: number) {
    if (!(readShare >= 0 && readShare <= 1)) throw new RangeError('the share of reads lies between 0 and 1');
    this.#readShare = readShare;
  }

  shouldSample(
    context: Context,
    traceId: string,
    _name: string,
    kind: SpanKind,
    attributes: Attributes,
    links: Link[],
  ): SamplingResult {
    const cause = trace.getSpanContext(context) ?? links[0]?.context;
    const sampled =
      cause === undefined
        ? this.#isRootSampled(traceId, kind, attributes)
        : (cause.traceFlags & TraceFlags.SAMPLED) !== 0;
    return { decision: sampled ? SamplingDecision.RECORD_AND_SAMPLED : SamplingDecision.RECORD };
  }

  toString(): string {
    return `ChangesAndFailuresSampler{${this.#readShare}}`;
  }

  #isRootSampled(traceId: string, kind: SpanKind, attributes: Attributes): boolean {
    if (kind === SpanKind.CONSUMER || kind === SpanKind.PRODUCER) return true;
    const method = attributes['http.request.method'];
    if (method !== undefined && !READING.has(method)) return true;
    const drawn = Number.parseInt(traceId.slice(-SHARE_DIGITS), 16) / 16 ** SHARE_DIGITS;
    return drawn < this.#readShare;
  }
}
