import { isTimeOfDay, USUAL_QUIET_HOURS, type QuietHours } from './quiet-hours.ts';

/** Ways out of the house; the inbox is no choice. */
export const CHANNELS = ['e-mail', 'webhook'] as const;
export type Channel = (typeof CHANNELS)[number];

/** How a person wants to be told. */
export interface Subscription {
  readonly email: boolean;
  /** Empty when none was given. */
  readonly emailAddress: string;
  /** 短信、政务钉钉等: the tenant's own gateway knows where to reach a person. */
  readonly webhook: boolean;
  /** What may wait comes once a day, together. */
  readonly digest: boolean;
  readonly quiet: QuietHours;
}

/** Nobody is written to without having asked for it. */
export const INBOX_ONLY: Subscription = {
  email: false,
  emailAddress: '',
  webhook: false,
  digest: true,
  quiet: USUAL_QUIET_HOURS,
};

/** Longest address that a mail server must take, RFC 5321 §4.5.3.1.3. */
const LONGEST_ADDRESS = 254;
/** One plain address: no display name, no list, no quoted local part, nothing that could end a header. */
const ADDRESS =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/;

export function isMailAddress(text: string): boolean {
  return text.length <= LONGEST_ADDRESS && ADDRESS.test(text);
}

/** The field that makes a subscription impossible; undefined when it is fine. */
export function wrongField(wished: Subscription): 'emailAddress' | 'quietFrom' | 'quietTo' | undefined {
  const { email, emailAddress, quiet } = wished;
  if ((email || emailAddress !== '') && !isMailAddress(emailAddress)) return 'emailAddress';
  if (!isTimeOfDay(quiet.from)) return 'quietFrom';
  return isTimeOfDay(quiet.to) ? undefined : 'quietTo';
}

export function wants(subscription: Subscription, channel: Channel): boolean {
  return channel === 'e-mail' ? subscription.email : subscription.webhook;
}
