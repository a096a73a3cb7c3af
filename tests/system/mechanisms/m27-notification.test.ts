import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { personId } from '@huiyin/demo-city/people';
import { freePortRange } from '@huiyin/deploy/servers/ports';
import { logIn, type ApiSession } from '@huiyin/scripts/api/session';
import { runMailServer, type MailServer } from '@huiyin/testkit/run-mail-server';
import { startRunningSystem, type RunningSystem } from '@huiyin/testkit/running-system';
import { waitFor } from '@huiyin/testkit/wait-for';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMessageGateway, type MessageGateway } from './support/message-gateway.ts';
import { seen } from './support/seen.ts';

const STARTING_MS = 180_000;
const TITLE = '关于在校门口增设斑马线的建议';
const CHOICE = { email: true, emailAddress: 'desk@example.cn', webhook: false, digest: true };
/** No quiet hours: the demo city's clock stands where it stands. */
const ALWAYS = { quietFrom: '00:00', quietTo: '00:00' };

interface Undecided {
  readonly deliveryId: string;
  readonly personId: string;
  readonly state: string;
}

let system: RunningSystem;
let server: MailServer;
let port = 0;
let gateway: MessageGateway;

/** A system of its own: the digest needs a clock that moves. */
beforeAll(async () => {
  port = await freePortRange(1);
  server = await runMailServer(port);
  gateway = await openMessageGateway();
  const messages = {
    ...{ ...gateway.settings, WEBHOOK_URLS: `yunchuan=${gateway.url}` },
    ...{ PUBLIC_URL: 'https://huiyin.example.cn', MAIL_FROM: 'huiyin@example.cn' },
    SMTP_URL: `smtp://127.0.0.1:${port}`,
  };
  system = await startRunningSystem('m27', { messages });
}, STARTING_MS);
afterAll(async () => {
  await system.stop();
  server.close();
  await gateway.close();
});

const as = (login: string): Promise<ApiSession> =>
  logIn(system.gatewayUrl, `${login}@yunchuan`, DEMO_PASSWORD);

/** A deputy invites another to sign: the invited one is told at once. Answers the case. */
async function inviteCosigner(invited = 'deputy-22'): Promise<string> {
  const lead = await as('deputy-21');
  const { id } = await lead.post('/suggestions', {
    text: { title: TITLE, facts: '上下学时学生要横穿主干道。', demands: ['增设一处斑马线'] },
  });
  await lead.post(`/suggestions/${id}/cosigners`, { deputyIds: [personId('yunchuan', invited)] });
  return id;
}

const about = (caseId: string) => server.taken().filter(({ text }) => text.includes(caseId));
const arrives = (caseId: string) => waitFor('the mail', () => Promise.resolve(about(caseId)[0]), 30_000);

describe('M27 notices beside the inbox', () => {
  it('come by mail to who asked, once, without the title', { timeout: 60_000 }, async (context) => {
    const invited = await as('deputy-22');
    expect(await invited.get('/subscriptions')).toMatchObject({
      email: false,
      available: ['e-mail', 'webhook'],
    });
    await invited.send('PUT', '/subscriptions', {
      ...CHOICE,
      ...ALWAYS,
      emailAddress: 'deputy-22@example.cn',
    });
    const caseId = await inviteCosigner();
    const mail = await arrives(caseId);
    expect(mail.to).toEqual(['deputy-22@example.cn']);
    expect(mail.subject).toContain('有代表邀请您联名提出建议');
    expect(mail.raw + mail.text).not.toContain('斑马线');
    seen(context, '订阅邮件的代表收到一封，只写要办的事和链接，不写标题');
  });

  it('are together at eight where they may wait', { timeout: 60_000 }, async (context) => {
    const desk = await as('desk');
    await desk.send('PUT', '/subscriptions', { ...CHOICE, ...ALWAYS });
    const lead = await as('deputy-23');
    const cases: string[] = [];
    for (const n of [1, 2]) {
      const text = { title: `${TITLE}之${n}`, facts: '学生要横穿主干道。', demands: ['增设一处斑马线'] };
      const { id } = await lead.post('/suggestions', { text });
      await lead.post(`/suggestions/${id}:submit`);
      cases.push(id);
    }
    const inInbox = async (): Promise<boolean> => {
      const notices = await desk.all<{ caseId: string }>('/notices');
      return cases.every((id) => notices.some(({ caseId }) => caseId === id));
    };
    await waitFor('both in the inbox', inInbox, 30_000);
    expect(cases.flatMap(about)).toEqual([]);
    const { now } = await desk.get<{ now: string }>('/operations/clock');
    const to = new Date(new Date(now).getTime() + 24 * 60 * 60 * 1000).toISOString();
    await (await as('operator')).post('/operations/clock:advance', { to });
    const digest = await arrives(cases[0] ?? '');
    expect(digest.text).toContain(cases[1]);
    expect(digest.subject).toContain('每日汇总：2 条通知');
    expect(cases.map((id) => about(id).length)).toEqual([1, 1]);
    seen(context, '不急的两条在次日 08:00 汇总成一封');
  });
});

describe.concurrent('M27 what a server does not take at once', { timeout: 120_000 }, () => {
  it('goes to the tenant’s own gateway once more, signed, with the same number', async (context) => {
    const invited = await as('deputy-24');
    await invited.send('PUT', '/subscriptions', { ...CHOICE, ...ALWAYS, email: false, webhook: true });
    gateway.answer(503);
    const caseId = await inviteCosigner('deputy-24');
    const ofCase = () => gateway.told.filter(({ body }) => body.includes(caseId));
    await waitFor('the gateway to refuse it', () => Promise.resolve(ofCase().length > 0), 30_000);
    gateway.answer(204);
    const taken = await waitFor(
      'the gateway to take it',
      () => Promise.resolve(ofCase().find(({ answer }) => answer === 204)),
      // It is tried again after a minute.
      90_000,
    );
    expect(taken).toMatchObject({ isSigned: true, personId: personId('yunchuan', 'deputy-24') });
    expect(taken.subject).toContain('有代表邀请您联名提出建议');
    expect(taken.body).not.toContain('斑马线');
    expect(ofCase().map(({ answer }) => answer)).toEqual([503, 204]);
    expect(new Set(ofCase().map(({ id }) => id)).size).toBe(1);
    seen(context, '政务网关：签名的消息，网关说“稍后”时用同一编号再送，内网自有证书也行');
  });

  it('is not sent again when a mail server died with it', async (context) => {
    await server.become('hang');
    const caseId = await inviteCosigner();
    await arrives(caseId);
    const first = about(caseId)[0];
    server.process.kill('SIGKILL');
    const operator = await as('operator');
    const listed = async (): Promise<Undecided | undefined> =>
      (await operator.all<Undecided>('/deliveries')).find(({ state }) => state === 'unknown');
    const undecided = await waitFor('the operator to see it', listed, 60_000);
    expect(undecided.personId).toBe(personId('yunchuan', 'deputy-22'));
    const again = await runMailServer(port);
    try {
      const other = await inviteCosigner();
      const arrived = () => Promise.resolve(again.taken().some(({ text }) => text.includes(other)));
      // The channel pauses for a minute after an unknown outcome.
      await waitFor('the next mail', arrived, 90_000);
      expect(again.taken().filter(({ text }) => text.includes(caseId))).toEqual([]);
      await operator.post(`/deliveries/${undecided.deliveryId}:resend`, { reason: '本人说没有收到' });
      const resent = await waitFor(
        'the mail sent again',
        () => Promise.resolve(again.taken().find(({ text }) => text.includes(caseId))),
        30_000,
      );
      expect(resent.messageId).toBe(first?.messageId);
      expect(await operator.all('/deliveries')).toEqual([]);
    } finally {
      again.close();
    }
    seen(context, '邮件服务器收下后崩溃：不自动重发，列给运维；运维决定再发一次，编号不变');
  });
});
