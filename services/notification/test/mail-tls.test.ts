import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { certificateFor, type TestCertificate } from '@huiyin/testkit/certificate';
import { listenForMail, type SecureMailServer } from '@huiyin/testkit/secure-mail-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MailConfig } from '../src/channels/mail-config.ts';
import { smtpSender } from '../src/channels/smtp-sender.ts';
import type { DeliveryOutcome } from '../src/domain/delivery-outcome.ts';
import { mailTo } from './support/mail-to.ts';
import { MESSAGE } from './support/message.ts';

const LOGIN = { user: 'huiyin', pass: 'told to nobody' };
const trustedBefore = getCACertificates('default');

let trusted: TestCertificate;
let stranger: TestCertificate;
let server: SecureMailServer;

beforeAll(async () => {
  trusted = await certificateFor('localhost');
  stranger = await certificateFor('localhost');
  setDefaultCACertificates([...trustedBefore, trusted.authority]);
});
afterEach(() => server.close());
afterAll(() => setDefaultCACertificates(trustedBefore));

function send(config: Partial<MailConfig>): Promise<DeliveryOutcome> {
  const common = { ...mailTo(server.port), host: 'localhost', login: LOGIN };
  return smtpSender({ ...common, ...config }, { silenceMs: 2_000 }).send(MESSAGE);
}

describe('mail over TLS', () => {
  it.each([
    ['from the first byte', true],
    ['after STARTTLS', false],
  ])('%s: nothing is said outside of it', async (_when, secure) => {
    server = await listenForMail(LOGIN, { secure, cert: trusted.cert, key: trusted.key });
    expect(await send({ secure, requireTls: !secure })).toMatchObject({ kind: 'sent' });
    expect(server.logins).toEqual([{ ...LOGIN, secure: true }]);
    expect(server.mails).toEqual([{ secure: true }]);
  });

  it('is not given up for a server that offers none: it is tried again, and nobody hears the password', async () => {
    server = await listenForMail(LOGIN, { disabledCommands: ['STARTTLS'], allowInsecureAuth: true });
    expect(await send({ requireTls: true })).toMatchObject({ kind: 'failed', serverAway: true });
    expect(server).toMatchObject({ logins: [], mails: [] });
  });

  it.each([
    ['by an authority that nobody trusts', true],
    ['by an authority that nobody trusts', false],
    ['for another name', true],
    ['for another name', false],
  ])('with a certificate %s is tried again, and nobody hears the password', async (wrong, secure) => {
    const isForAnother = wrong === 'for another name';
    const { cert, key } = isForAnother ? trusted : stranger;
    server = await listenForMail(LOGIN, { secure, cert, key });
    const host = isForAnother ? '127.0.0.1' : 'localhost';
    const outcome = await send({ host, secure, requireTls: !secure });
    expect(outcome).toMatchObject({ kind: 'failed', serverAway: true });
    expect(server).toMatchObject({ logins: [], mails: [] });
  });
});

describe('what is refused for every message', () => {
  it('is the operator’s to mend: a login, and the answer holds no password', async () => {
    server = await listenForMail(LOGIN, { secure: true, cert: trusted.cert, key: trusted.key });
    const outcome = await send({ secure: true, login: { ...LOGIN, pass: 'an old one' } });
    expect(outcome).toMatchObject({ kind: 'failed', serverAway: true });
    expect(outcome.answer).toContain('who is that');
    expect(outcome.answer).not.toContain('an old one');
    expect(server.mails).toEqual([]);
  });

  it('is the operator’s to mend: our own address', async () => {
    server = await listenForMail(LOGIN, {
      authOptional: true,
      onMailFrom: (_from, _session, answer) =>
        answer(Object.assign(new Error('not one of ours'), { responseCode: 553 })),
    });
    const outcome = await send({ login: undefined });
    expect(outcome).toMatchObject({ kind: 'failed', serverAway: true });
    expect(outcome.answer).toContain('not one of ours');
  });
});
