import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { OutgoingMessage, Sender } from '../app/ports.ts';
import { judgeSmtp, type DeliveryOutcome } from '../domain/delivery-outcome.ts';
import { messageText, settingsPage } from '../domain/message-text.ts';
import type { MailConfig } from './mail-config.ts';

/** Bounds of one attempt. */
const CONNECT_WITHIN_MS = 10_000;
const SILENCE_MS = 20_000;
const SEND_WITHIN_MS = 60_000;
const LONGEST_ANSWER = 200;

/** How one attempt ended without an acceptance. */
interface SmtpError {
  readonly message: string;
  readonly responseCode?: number | undefined;
  /** What the answer was to. */
  readonly command?: string | undefined;
}

/**
 * Mail over SMTP, one connection a message. Not nodemailer's pool: that puts a message whose connection broke back into
 * its own queue and sends it again, whether or not the server had taken it. And its errors do not say how far it came,
 * so the message is handed over as a stream that knows whether it was read.
 */
export function smtpSender(
  config: MailConfig,
  bounds: { silenceMs: number } = { silenceMs: SILENCE_MS },
): Sender {
  return {
    serves: () => true,
    send: async (message) => {
      const bytes = await compose(config, message);
      return attempt(config, bounds, { to: message.address, bytes });
    },
  };
}

/** `<id@tenant.host>`: the same however often it is tried. */
function messageIdOf({ publicUrl }: MailConfig, { deliveryId, tenant }: OutgoingMessage): string {
  return `<${deliveryId}@${tenant}.${new URL(publicUrl).hostname}>`;
}

function compose(config: MailConfig, message: OutgoingMessage): Promise<Buffer> {
  const { subject, body } = messageText(message, config.publicUrl);
  const composer = new MailComposer({
    from: { name: '回音', address: config.from },
    to: { name: '', address: message.address },
    subject,
    text: body,
    messageId: messageIdOf(config, message),
    headers: {
      'auto-submitted': 'auto-generated',
      'list-unsubscribe': `<${settingsPage(config.publicUrl)}>`,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Promise((resolve, fail) => {
    composer.compile().build((error, built) => {
      if (error === null && built !== undefined) resolve(built);
      else fail(error ?? new Error('the message is empty'));
    });
  });
}

function attempt(
  config: MailConfig,
  { silenceMs }: { silenceMs: number },
  { to, bytes }: { to: string; bytes: Buffer },
): Promise<DeliveryOutcome> {
  const connection = new SMTPConnection({
    ...{ host: config.host, port: config.port, secure: config.secure, requireTLS: config.requireTls },
    ...{ ignoreTLS: !config.secure && !config.requireTls, logger: false },
    ...{ connectionTimeout: CONNECT_WITHIN_MS, greetingTimeout: silenceMs, socketTimeout: silenceMs },
    ...{ dnsTimeout: CONNECT_WITHIN_MS },
  });
  let isOpen = false;
  let begun = false;
  const message = new Readable({
    read() {
      begun = true;
      this.push(bytes);
      this.push(null);
    },
  });
  return new Promise((resolve) => {
    const end = (outcome: DeliveryOutcome): void => {
      // First of all: closing is told as an end of its own.
      resolve(outcome);
      clearTimeout(deadline);
      message.destroy();
      connection.close();
    };
    const fail = ({ command, responseCode, message: answer }: SmtpError): void =>
      end(
        judgeSmtp({
          replyCode: responseCode,
          hitsAll: !isOpen || command === 'MAIL FROM',
          begun,
          answer: shortened(answer, to),
        }),
      );
    const deadline = setTimeout(() => fail({ message: 'the server took too long' }), SEND_WITHIN_MS);
    connection.on('error', fail);
    connection.on('end', () => fail({ message: 'the server closed the connection' }));
    const send = (): void => {
      isOpen = true;
      connection.send({ from: config.from, to: [to] }, message, (error, info) => {
        if (error !== null) return fail(error);
        end({ kind: 'sent', answer: shortened(info?.response ?? '', to) });
      });
    };
    connection.connect((error) => {
      if (error !== undefined) return fail(error);
      if (config.login === undefined) return send();
      connection.login({ credentials: config.login }, (refused) =>
        refused === null ? send() : fail(refused),
      );
    });
  });
}

/** Servers like to repeat whom it was for; that is not for the operator's list. */
function shortened(answer: string, address: string): string {
  return answer
    .replaceAll(address, '…')
    .replaceAll(/[\p{Cc}]+/gu, ' ')
    .slice(0, LONGEST_ANSWER);
}
