import { eventPublisher } from '@huiyin/bus/publish';
import { connectBus } from '@huiyin/bus/connect';
import { ensureStream } from '@huiyin/bus/streams';
import { ArchiveServiceService } from '@huiyin/contracts/gen/archive/v1/service';
import { systemActor } from '@huiyin/kernel/actor';
import type { EventEnvelope } from '@huiyin/kernel/event';
import { newId } from '@huiyin/kernel/ids';
import { reject } from '@huiyin/kernel/rejection';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { busPart } from '../src/live/bus-part.ts';
import { logIn, send } from './support/client.ts';
import { type RunningGateway, startGateway } from './support/running-gateway.ts';

const GET_CASE = '/huiyin.archive.v1.ArchiveService/GetCase';
const LIST_TIMELINE = '/huiyin.archive.v1.ArchiveService/ListTimeline';
const CASE = newId();
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

let gateway: RunningGateway;
let cookie: string;
let asOf = '2026-03-02T01:00:00.000Z';
beforeAll(async () => {
  gateway = await startGateway();
  gateway.services.behaviours.set(LIST_TIMELINE, () => empty(ArchiveServiceService.listTimeline));
  gateway.services.behaviours.set(GET_CASE, () => ({
    ...empty(ArchiveServiceService.getCase),
    ...{ parentCaseId: asOf, asOf, upToDate: true },
  }));
  ({ cookie } = await logIn(gateway.baseUrl, 'chen-deputy'));
});
afterAll(() => gateway.stop());

/** An answer in which everything is missing. */
function empty(method: { responseDeserialize: (bytes: Buffer) => object }): object {
  return method.responseDeserialize(Buffer.alloc(0));
}

/** An open stream, read event by event. */
async function open(query: string): Promise<{ next(): Promise<string>; close(): void }> {
  const aborted = new AbortController();
  const { signal } = aborted;
  const response = await fetch(`${gateway.baseUrl}/api/v1/stream${query}`, { headers: { cookie }, signal });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let [text, at] = ['', -1];
  const stream = {
    next: async () => {
      while ((at = text.indexOf('\n\n')) === -1) {
        const { done, value } = (await reader?.read()) ?? { done: true };
        if (done) return 'end';
        text += value ?? '';
      }
      const event = text.slice(0, at);
      text = text.slice(at + 2);
      return event;
    },
    close: () => aborted.abort(),
  };
  expect(await stream.next()).toBe('retry: 2000');
  return stream;
}

function published(stream: string, service = 'assignment'): EventEnvelope {
  return {
    ...{ id: newId(), tenant: 'east', service, stream, version: 1, type: 'plan-filed', payload: {} },
    ...{ actor: systemActor(service), occurredAt: new Date(), recordedAt: new Date() },
    ...{ traceparent: '', prevHash: '', hash: 'h' },
  };
}

it('tells who looks at a case that it changed, when the broker carries the news', async () => {
  const part = busPart({ url: inject('nats'), watchers: gateway.watchers, log: gateway.app.log });
  await part.start?.();
  const connection = await connectBus({ url: inject('nats'), name: 'test', log });
  await ensureStream(connection, { service: 'assignment', log });
  const stream = await open(`?case=${CASE}`);
  expect(await stream.next()).toBe(`event: case\ndata: {"caseId":"${CASE}","asOf":"${asOf}"}`);
  asOf = '2026-03-02T02:00:00.000Z';
  await eventPublisher(connection).publish([published(newId()), published(CASE)]);
  expect(await stream.next()).toBe(`event: case\ndata: {"caseId":"${CASE}","asOf":"${asOf}"}`);
  stream.close();
  await connection.close();
  await part.stop?.();
});

it('tells a person alone of new notices, and nobody in another tenant', async () => {
  const stream = await open('');
  const news = { service: 'notification', stream: 'person-chen-deputy', version: 1 };
  gateway.watchers.hear({ ...news, tenant: 'east', stream: 'person-else' });
  gateway.watchers.hear({ ...news, tenant: 'xiling' });
  gateway.watchers.hear({ ...news, tenant: 'east' });
  expect(await stream.next()).toBe('event: notices\ndata: {}');
  stream.close();
});

it('refuses a case that the reader may not read, and ends when that comes to be', async () => {
  const readable = gateway.services.behaviours.get(GET_CASE);
  const stream = await open(`?case=${CASE}`);
  await stream.next();
  gateway.services.behaviours.set(GET_CASE, () => reject('not-found', 'case-not-found', '没有找到'));
  expect((await send(`${gateway.baseUrl}/api/v1/stream?case=${CASE}`, { cookie })).status).toBe(404);
  gateway.watchers.hear({ tenant: 'east', service: 'intake', stream: CASE, version: 2 });
  await expect(stream.next()).rejects.toThrow();
  if (readable !== undefined) gateway.services.behaviours.set(GET_CASE, readable);
});

it('lets go of everything when the gateway stops', async () => {
  const stream = await open(`?case=${CASE}`);
  await stream.next();
  expect(gateway.watchers.wants('east', CASE)).toBe(true);
  stream.close();
  await expect.poll(() => gateway.watchers.wants('east', CASE)).toBe(false);
});
