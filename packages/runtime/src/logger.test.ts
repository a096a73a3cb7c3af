import { context, trace, TraceFlags, ROOT_CONTEXT } from '@opentelemetry/api';
import { expect, test, vi } from 'vitest';
import { createLogger } from './logger.ts';

function logOf(write: (log: ReturnType<typeof createLogger>) => void): Record<string, unknown>[] {
  const lines: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line)) };
  write(createLogger({ service: 'intake', level: 'info' }, destination));
  return lines;
}

test('a line is JSON with service, level as a word, time and message', () => {
  const [line] = logOf((log) => log.info({ case_id: 'c-1' }, 'registered'));
  expect(line).toMatchObject({ service: 'intake', level: 'info', case_id: 'c-1', msg: 'registered' });
  expect(line?.['time']).toMatch(/^\d{4}-\d\d-\d\dT/);
});

test('secrets, personal data and payloads are not written, wherever they stand', () => {
  const lines = logOf((log) =>
    log.info(
      {
        token: 'hidden-0',
        user: { phone: 'hidden-1', name: { idCard: 'hidden-2' } },
        headers: { authorization: 'hidden-3', cookie: 'hidden-4' },
        payload: { title: 'hidden-5' },
      },
      'm',
    ),
  );
  expect(JSON.stringify(lines)).not.toMatch(/hidden/);
});

test('an error is written with its causes, without the properties that quote rows or headers', () => {
  const cause = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (phone)=(138)',
    metadata: 'Bearer',
  });
  const [line] = logOf((log) => log.error({ err: new Error('cannot store', { cause }) }, 'failed'));
  expect(line?.['err']).toMatchObject({
    type: 'Error',
    message: 'cannot store',
    cause: { message: 'duplicate key', code: '23505' },
  });
  expect(JSON.stringify(line)).not.toMatch(/138|Bearer/);
});

test('a line written inside a span carries its ids', () => {
  const spanContext = { traceId: '1'.repeat(32), spanId: '2'.repeat(16), traceFlags: TraceFlags.SAMPLED };
  const active = vi.spyOn(context, 'active').mockReturnValue(trace.setSpanContext(ROOT_CONTEXT, spanContext));
  const [line] = logOf((log) => log.info('m'));
  active.mockRestore();
  expect(line).toMatchObject({ trace_id: spanContext.traceId, span_id: spanContext.spanId });
});
