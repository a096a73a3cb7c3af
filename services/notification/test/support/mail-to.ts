import type { MailConfig } from '../../src/channels/mail-config.ts';

/** Mail to a server on this machine. */
export function mailTo(port: number): MailConfig {
  return {
    ...{ host: '127.0.0.1', port, secure: false, requireTls: false, login: undefined },
    ...{ from: 'huiyin@example.cn', publicUrl: 'https://huiyin.example.cn' },
  };
}
