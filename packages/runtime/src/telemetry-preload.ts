/**
 * Loaded by `node --import` before the application. The loader hook must be registered before grpc-js and redis are
 * imported, otherwise their spans are missing without a word (see docs/adr on telemetry and its test).
 *
 * OTEL_SERVICE_NAME names the process, OTEL_TRACES_SAMPLER(_ARG) choose the sampling, OTEL_EXPORTER_OTLP_ENDPOINT says
 * where to send. HUIYIN_READ_TRACE_SHARE (0 to 1) instead keeps every change and failure and that share of mere reads.
 * Without an endpoint nothing is recorded or sent, but trace ids still exist for logs and references.
 */
import { register } from 'import-in-the-middle/register-hooks.mjs';

/** What the instrumentations of telemetry.ts patch. Wrapping every module would double the time a process needs to load. */
const INSTRUMENTED = ['http', 'https', '@grpc/grpc-js', 'redis', '@redis/client'];

register({ include: INSTRUMENTED });

process.env['OTEL_SEMCONV_STABILITY_OPT_IN'] ??= 'http,database';
// The others report command lines and the account the process runs under.
process.env['OTEL_NODE_RESOURCE_DETECTORS'] ??= 'env,host,serviceinstance';
const exporting = (process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] ?? '') !== '';
if (!exporting) process.env['OTEL_TRACES_SAMPLER'] = 'always_off';

const { startTelemetry } = await import('./telemetry.ts');
const { offerTelemetryFlush } = await import('./telemetry-handle.ts');
const share = process.env['HUIYIN_READ_TRACE_SHARE'] ?? '';
const readShare = exporting && share !== '' ? Number(share) : undefined;
offerTelemetryFlush(startTelemetry({ exporting, readShare }));
