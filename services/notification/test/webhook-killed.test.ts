import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@huiyin/kernel/ids';
import { accepted } from '@huiyin/testkit/accepted';
import { UNTOUCHED } from '@huiyin/testkit/seams';
import { waitFor } from '@huiyin/testkit/wait-for';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { LEASE_MS } from '../src/app/send-deliveries.ts';
import { webhookSender } from '../src/channels/webhook-sender.ts';
import {
  AT,
  by,
  OPERATOR,
  openNotification,
  TENANT,
  WANG,
  type OpenNotification,
} from './open-notification.ts';
import { webhookTo } from './support/webhook-to.ts';

const BY_WEBHOOK = {
  ...{ email: false, emailAddress: '', webhook: true, digest: true },
  quiet: { from: '22:00', to: '07:00' },
};
const HOUR_MS = 60 * 60 * 1000;

/** What the gateway took: the id by which it can tell that it had it, and the text. */
interface Taken {
  readonly id: string;
  readonly body: string;
}

let gateway: Server;
let port: number;
let taken: Taken[];
let answer: (response: ServerResponse) => void;
let notification: OpenNotification;
/** System time runs ahead by so much. */
let aheadMs = 0;
const clock = { now: () => new Date(Date.now() + aheadMs) };

beforeAll(async () => {
  gateway = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      taken.push({ id: String(request.headers['webhook-id']), body: Buffer.concat(pieces).toString('utf8') });
      answer(response);
    });
  }).listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  ({ port } = gateway.address() as AddressInfo);
  const senders = { webhook: webhookSender(webhookTo(TENANT, port), { clock }) };
  notification = await openNotification(UNTOUCHED, { senders, clock });
  accepted(await notification.use.changeSubscription(BY_WEBHOOK, by(WANG)));
});
afterAll(async () => {
  await notification.close();
  gateway.closeAllConnections();
  gateway.close();
});
beforeEach(() => {
  taken = [];
  answer = (response) => response.writeHead(204).end();
});

/** Wang is told, of a case of its own, that something is asked at once. */
async function replyIssued(): Promise<string> {
  const suggestionId = newId();
  const names = {
    ...{ suggestionId, title: '关于增设过街设施的建议', leadDeputyId: 'wang' },
    displayNumber: '第30号',
  };
  await notification.hear('intake', suggestionId, 'suggestion-registered', names, AT);
  await notification.hear('assignment', suggestionId, 'reply-issued', { suggestionId });
  return suggestionId;
}

const about = (caseId: string): Taken[] => taken.filter(({ body }) => body.includes(caseId));

const undecided = async () =>
  accepted(await notification.use.listDeliveries({ limit: 50, cursor: '' }, by(OPERATOR))).deliveries;

/** Another worker over the same database; it sweeps once. */
function startWorker(): ChildProcess {
  const { app, relay } = notification.urls;
  const args = [app, relay, String(port), TENANT, AT.toISOString(), String(aheadMs)];
  return fork(new URL('support/worker.ts', import.meta.url), args, { execArgv: [] });
}

it('of a worker killed after the gateway had it is unknown, and goes again only when an operator says so', async () => {
  answer = () => undefined;
  const caseId = await replyIssued();
  const worker = startWorker();
  await waitFor('the gateway to have it', async () => about(caseId).length === 1, 30_000);
  worker.kill('SIGKILL');
  await once(worker, 'exit');

  answer = (response) => response.writeHead(204).end();
  await notification.sweep(AT);
  expect(await undecided()).toEqual([]);
  aheadMs += LEASE_MS + HOUR_MS;
  await notification.sweep(AT);
  await notification.sweep(AT);
  const [lost, ...others] = await undecided();
  expect(others).toEqual([]);
  expect(lost).toMatchObject({ channel: 'webhook', state: 'unknown', personId: 'wang', attempts: 1 });
  expect(about(caseId)).toHaveLength(1);

  const decision = { deliveryId: lost?.deliveryId ?? '', reason: '短信平台查无此条' };
  accepted(await notification.use.resendDelivery(decision, by(OPERATOR)));
  await notification.sweep(AT);
  await notification.sweep(AT);
  const [first, second, ...more] = about(caseId);
  expect(more).toEqual([]);
  expect(second?.id).toBe(first?.id);
  expect(await undecided()).toEqual([]);
});

it('goes to each person once, whichever of three workers has it', { timeout: 120_000 }, async () => {
  const cases: string[] = [];
  for (let n = 0; n < 60; n += 1) cases.push(await replyIssued());
  await waitFor(
    'all sixty to be taken',
    async () => {
      const workers = Array.from({ length: 3 }, startWorker);
      await Promise.all(workers.map((worker) => once(worker, 'exit')));
      return cases.every((caseId) => about(caseId).length > 0);
    },
    100_000,
  );
  expect(cases.map((caseId) => about(caseId).length)).toEqual(cases.map(() => 1));
  expect(new Set(taken.map(({ id }) => id)).size).toBe(cases.length);
});
