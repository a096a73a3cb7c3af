import { encodeEvent } from '@huiyin/contracts/encode-event';
import { systemClock } from '@huiyin/kernel/clock';
import { openDatabase } from '@huiyin/postgres/database';
import { createReferenceReader } from '@huiyin/reference/reader';
import { smtpSender } from '../../src/channels/smtp-sender.ts';
import { webhookSender } from '../../src/channels/webhook-sender.ts';
import { notificationStores, notificationSweeps } from '../../src/notification.ts';
import { mailTo } from './mail-to.ts';
import { webhookTo } from './webhook-to.ts';

/** One worker of notification in a process of its own: sweeps once, to mail and webhook on this machine, and says so. */
const [, , url = '', relayUrl = '', port = '', tenant = '', now = '', aheadMs = ''] = process.argv;
/** System time as the test has it. */
const clock = { now: () => new Date(Date.now() + Number(aheadMs)) };

const database = openDatabase({
  ...{ service: 'notification', url, relayUrl, clock: systemClock },
  encode: (event) => encodeEvent('notification', event),
  onError: (message, error) => console.error(message, error),
});
const sweeps = notificationSweeps({
  ...{ ...notificationStores, uow: database.uow, reference: createReferenceReader(), clock },
  senders: {
    'e-mail': smtpSender(mailTo(Number(port))),
    webhook: webhookSender(webhookTo(tenant, Number(port)), { clock }),
  },
});
for (const sweep of sweeps) await sweep.run(tenant, new Date(now));
await database.close();
process.send?.('swept');
process.disconnect();
