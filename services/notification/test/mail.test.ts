import { once } from 'node:events';
import { createServer } from 'node:net';
import { newId } from '@huiyin/kernel/ids';
import { rows } from '@huiyin/postgres/query';
import { accepted } from '@huiyin/testkit/accepted';
import { UNTOUCHED } from '@huiyin/testkit/seams';
import { waitFor } from '@huiyin/testkit/wait-for';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LEASE_MS } from '../src/app/send-deliveries.ts';
import { smtpSender } from '../src/channels/smtp-sender.ts';
import type { Subscription } from '../src/domain/subscription.ts';
import {
  AT,
  by,
  LI,
  openNotification,
  OPERATOR,
  TENANT,
  WANG,
  type OpenNotification,
} from './open-notification.ts';
import { mailTo } from './support/mail-to.ts';
import { startWorker } from './support/start-worker.ts';
import { next, runMailServer, type MailServer } from '@huiyin/testkit/run-mail-server';

const BY_MAIL: Subscription = {
  ...{ email: true, emailAddress: 'wang@example.cn', webhook: false, digest: true },
  quiet: { from: '22:00', to: '07:00' },
};
const TITLE = '关于增设过街设施的建议';
const PAGE = { limit: 50, cursor: '' };
const HOUR_MS = 60 * 60 * 1000;

let server: MailServer;
let notification: OpenNotification;
/** System time runs ahead by so much. */
let aheadMs = 0;
const clock = { now: () => new Date(Date.now() + aheadMs) };

beforeAll(async () => {
  server = await runMailServer();
  notification = await open(server.port);
});
afterAll(async () => {
  await notification.close();
  server.close();
});
beforeEach(async () => {
  aheadMs += 24 * HOUR_MS;
  await server.become('take');
  await notification.sweep(AT);
  accepted(await notification.use.changeSubscription(BY_MAIL, by(WANG)));
});

function open(port: number): Promise<OpenNotification> {
  const senders = { 'e-mail': smtpSender(mailTo(port), { silenceMs: 1_000 }) };
  return openNotification(UNTOUCHED, { senders, clock });
}

/** Wang is told, of a case of its own, that something is asked at once. */
async function replyIssued(at = AT): Promise<string> {
  const suggestionId = newId();
  const names = { suggestionId, title: TITLE, leadDeputyId: 'wang', displayNumber: '第30号' };
  await notification.hear('intake', suggestionId, 'suggestion-registered', names, AT);
  await notification.hear('assignment', suggestionId, 'reply-issued', { suggestionId }, at);
  return suggestionId;
}

const about = (caseId: string) => server.taken().filter(({ text }) => text.includes(caseId));

function stateOf(caseId: string, kind: 'single' | 'digest' = 'single'): Promise<string | undefined> {
  return notification.database.uow.read(TENANT, async (tx) => {
    const [row] = await rows<{ state: string }>(
      tx,
      `select d.state from delivery d join delivery_notice n on n.tenant = d.tenant and n.delivery_id = d.id
       where n.case_id = $1 and (d.digest_on is not null) = $2`,
      [caseId, kind === 'digest'],
    );
    return row?.state;
  });
}

const undecided = async (state: string) =>
  accepted(await notification.use.listDeliveries(PAGE, by(OPERATOR))).deliveries.filter(
    (each) => each.state === state,
  );

describe('mail to a person who asked for it', () => {
  it('goes out once, under a stable id, without the title', async () => {
    const caseId = await replyIssued();
    await notification.sweep(AT);
    await notification.sweep(AT);

    const [mail, ...more] = about(caseId);
    expect(more).toEqual([]);
    expect(mail?.to).toEqual(['wang@example.cn']);
    expect(mail?.subject).toBe('【回音】第30号建议：承办单位已签发答复');
    expect(mail?.messageId).toMatch(/^<[0-9a-f-]{36}@donghu\.huiyin\.example\.cn>$/);
    expect(mail?.text).toContain(`https://huiyin.example.cn/cases/${caseId}`);
    expect(mail?.text).not.toContain('过街');
    expect(mail?.raw).toMatch(/^List-Unsubscribe: <https:\/\/huiyin\.example\.cn\/notices#channels>/m);
    expect(await stateOf(caseId)).toBe('sent');
  });

  it('waits for the end of the quiet hours', async () => {
    const night = new Date('2026-01-05T15:30:00Z');
    const caseId = await replyIssued(night);
    await notification.sweep(night);
    await notification.sweep(new Date('2026-01-05T22:59:59Z'));
    expect(about(caseId)).toEqual([]);
    await notification.sweep(new Date('2026-01-05T23:00:00Z'));
    expect(about(caseId)).toHaveLength(1);
  });

  it('comes once a day where it may wait, each notice in one digest', async () => {
    const cases = [await replyIssued(), await replyIssued()];
    await notification.sweep(new Date('2026-01-05T23:59:00Z'));
    for (const caseId of cases) expect(about(caseId)).toHaveLength(1);
    const eight = new Date('2026-01-06T00:00:00Z');
    await notification.sweep(eight);
    await notification.sweep(eight);
    const digests = server.taken().filter(({ text }) => cases.every((id) => text.includes(id)));
    expect(digests).toHaveLength(1);
    expect(digests[0]?.subject).toMatch(/2026-01-06 每日汇总：\d+ 条通知/);

    // What is heard of the day before, when that digest is gone, comes with the next.
    const late = newId();
    const registered = { suggestionId: late, title: TITLE, leadDeputyId: 'wang', displayNumber: '第31号' };
    await notification.hear('intake', late, 'suggestion-registered', registered, AT);
    await notification.sweep(eight);
    expect(about(late)).toEqual([]);
    await notification.sweep(new Date('2026-01-07T00:00:00Z'));
    expect(about(late)).toHaveLength(1);
  });

  it('does not go to somebody who did not ask or has changed their mind', async () => {
    const caseId = await replyIssued();
    accepted(await notification.use.changeSubscription({ ...BY_MAIL, email: false }, by(WANG)));
    await notification.sweep(AT);
    expect(about(caseId)).toEqual([]);
    expect(await stateOf(caseId)).toBe('cancelled');
    expect(server.taken().every(({ to }) => to.includes('wang@example.cn'))).toBe(true);
  });
});

describe('a mail server that does not take it', () => {
  it('is asked again later when it was not there, and takes the same message once', async () => {
    const free = await unusedPort();
    const away = await open(free);
    try {
      accepted(await away.use.changeSubscription(BY_MAIL, by(WANG)));
      const suggestionId = newId();
      const names = { suggestionId, title: TITLE, leadDeputyId: 'wang' };
      await away.hear('intake', suggestionId, 'suggestion-submitted', names);
      await away.hear('assignment', suggestionId, 'reply-issued', { suggestionId });
      await away.sweep(AT);
      await away.sweep(AT);
      const tried = await away.database.uow.read(TENANT, (tx) =>
        rows(tx, 'select state, attempts, failures from delivery', []),
      );
      expect(tried).toEqual([{ state: 'pending', attempts: 1, failures: 1 }]);
    } finally {
      await away.close();
    }
  });

  it('defers: it is sent after the pause; refuses: the operator sees it', async () => {
    await server.become('defer');
    const deferred = await replyIssued();
    await notification.sweep(AT);
    expect(await stateOf(deferred)).toBe('pending');
    await server.become('take');
    await notification.sweep(AT);
    expect(about(deferred)).toEqual([]);
    aheadMs += HOUR_MS;
    await notification.sweep(AT);
    expect(about(deferred)).toHaveLength(1);

    await server.become('refuse');
    const refused = await replyIssued();
    await notification.sweep(AT);
    expect(await stateOf(refused)).toBe('refused');
    const [listed] = await undecided('refused');
    expect(listed).toMatchObject({ personId: 'wang', channel: 'e-mail', attempts: 1 });
    expect(listed?.lastAnswer).toContain('no such person');
    expect(JSON.stringify(listed)).not.toContain('@');
  });

  it('refuses for the last time after eight failures', async () => {
    await server.become('defer');
    const caseId = await replyIssued();
    for (let failure = 1; failure <= 8; failure += 1) {
      expect(await stateOf(caseId)).toBe('pending');
      aheadMs += 7 * HOUR_MS;
      await notification.sweep(AT);
    }
    expect(await stateOf(caseId)).toBe('refused');
  });
});

describe('an outcome that nobody knows', () => {
  it('of a server that took it and fell silent is shown, not sent again, until an operator says so', async () => {
    await server.become('hang');
    const caseId = await replyIssued();
    await notification.sweep(AT);
    expect(await stateOf(caseId)).toBe('unknown');
    await server.become('take');
    aheadMs += 48 * HOUR_MS;
    await notification.sweep(AT);
    expect(about(caseId)).toHaveLength(1);

    const { use } = notification;
    const found = await undecided('unknown');
    const deliveryId = found.at(-1)?.deliveryId ?? '';
    const decision = { deliveryId, reason: '本人说没有收到' };
    expect(await use.resendDelivery(decision, by(LI))).toMatchObject({ code: 'not-permitted' });
    accepted(await use.resendDelivery(decision, by(OPERATOR)));
    await notification.sweep(AT);
    const [first, second, ...more] = about(caseId);
    expect(more).toEqual([]);
    expect(second?.messageId).toBe(first?.messageId);
    expect(await use.settleDelivery(decision, by(OPERATOR))).toMatchObject({ code: 'delivery-decided' });
  });

  it('of a worker that was killed after the server took the message is the same', async () => {
    await server.become('hang');
    const caseId = await replyIssued();
    const worker = startWorker(notification, server.port, aheadMs);
    await next(server.process, 'taken');
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    expect(about(caseId)).toHaveLength(1);
    expect(await stateOf(caseId)).toBe('sending');

    await server.become('take');
    await notification.sweep(AT);
    expect(await stateOf(caseId)).toBe('sending');
    aheadMs += LEASE_MS + HOUR_MS;
    await notification.sweep(AT);
    await notification.sweep(AT);
    expect(await stateOf(caseId)).toBe('unknown');
    expect(about(caseId)).toHaveLength(1);
    const deliveryId = (await undecided('unknown')).at(-1)?.deliveryId ?? '';
    const settled = { deliveryId, reason: '已电话告知本人' };
    accepted(await notification.use.settleDelivery(settled, by(OPERATOR)));
    expect(await stateOf(caseId)).toBe('settled');
    await notification.sweep(AT);
    expect(about(caseId)).toHaveLength(1);
  });
});

describe('three workers at once', () => {
  it('send two hundred notices once each', { timeout: 120_000 }, async () => {
    const cases: string[] = [];
    for (let n = 0; n < 200; n += 1) cases.push(await replyIssued());
    const pending = async (): Promise<number> =>
      (await Promise.all(cases.map((caseId) => stateOf(caseId)))).filter((state) => state === 'pending')
        .length;
    await waitFor(
      'all two hundred to be sent',
      async () => {
        const workers = Array.from({ length: 3 }, () => startWorker(notification, server.port, aheadMs));
        await Promise.all(workers.map((worker) => once(worker, 'exit')));
        return (await pending()) === 0;
      },
      100_000,
    );
    expect(await Promise.all(cases.map((caseId) => stateOf(caseId)))).toEqual(cases.map(() => 'sent'));
    const taken = server.taken();
    const counts = cases.map((caseId) => taken.filter(({ text }) => text.includes(caseId)).length);
    expect(counts).toEqual(cases.map(() => 1));
  });
});

/** A port on which nobody listens. */
async function unusedPort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  listener.close();
  await once(listener, 'close');
  return port;
}
