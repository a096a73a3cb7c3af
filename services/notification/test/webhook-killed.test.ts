import { once } from 'node:events';
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
import { runGateway, take, type Gateway, type Heard } from './support/run-gateway.ts';
import { startWorker } from './support/start-worker.ts';
import { webhookTo } from './support/webhook-to.ts';

const BY_WEBHOOK = {
  ...{ email: false, emailAddress: '', webhook: true, digest: true },
  quiet: { from: '22:00', to: '07:00' },
};
const HOUR_MS = 60 * 60 * 1000;

let gateway: Gateway;
let notification: OpenNotification;
/** System time runs ahead by so much. */
let aheadMs = 0;
const clock = { now: () => new Date(Date.now() + aheadMs) };

beforeAll(async () => {
  gateway = await runGateway();
  const senders = { webhook: webhookSender(webhookTo(TENANT, gateway.port), { clock }) };
  notification = await openNotification(UNTOUCHED, { senders, clock });
  accepted(await notification.use.changeSubscription(BY_WEBHOOK, by(WANG)));
});
afterAll(async () => {
  await notification.close();
  gateway.close();
});
beforeEach(() => {
  gateway.heard.length = 0;
  gateway.answer = take;
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

const about = (caseId: string): Heard[] => gateway.heard.filter(({ body }) => body.includes(caseId));

const undecided = async () =>
  accepted(await notification.use.listDeliveries({ limit: 50, cursor: '' }, by(OPERATOR))).deliveries;

it('of a worker killed after the gateway had it is unknown, and goes again only when an operator says so', async () => {
  gateway.answer = () => undefined;
  const caseId = await replyIssued();
  const worker = startWorker(notification, gateway.port, aheadMs);
  await waitFor('the gateway to have it', async () => about(caseId).length === 1, 30_000);
  worker.kill('SIGKILL');
  await once(worker, 'exit');

  gateway.answer = take;
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
  expect(first?.headers['webhook-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  expect(await undecided()).toEqual([]);
});

it('goes to each person once, whichever of three workers has it', { timeout: 120_000 }, async () => {
  const cases: string[] = [];
  for (let n = 0; n < 60; n += 1) cases.push(await replyIssued());
  await waitFor(
    'all sixty to be taken',
    async () => {
      const workers = Array.from({ length: 3 }, () => startWorker(notification, gateway.port, aheadMs));
      await Promise.all(workers.map((worker) => once(worker, 'exit')));
      return cases.every((caseId) => about(caseId).length > 0);
    },
    100_000,
  );
  expect(cases.map((caseId) => about(caseId).length)).toEqual(cases.map(() => 1));
  expect(new Set(gateway.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(cases.length);
});
