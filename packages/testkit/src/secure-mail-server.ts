import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail server that asks who sends, and remembers what it heard in the clear and what through TLS. */
export interface SecureMailServer {
  readonly port: number;
  readonly logins: readonly { readonly user: string; readonly pass: string; readonly secure: boolean }[];
  readonly mails: readonly { readonly secure: boolean }[];
  close(): Promise<void>;
}

/** Listens on a free port of this machine and takes mail from who logs in as `login`. */
export async function listenForMail(
  login: { readonly user: string; readonly pass: string },
  options: SMTPServerOptions,
): Promise<SecureMailServer> {
  const logins: SecureMailServer['logins'][number][] = [];
  const mails: SecureMailServer['mails'][number][] = [];
  const server = new SMTPServer({
    authMethods: ['PLAIN', 'LOGIN'],
    disableReverseLookup: true,
    onAuth: ({ username, password }, { secure }, answer) => {
      logins.push({ user: username ?? '', pass: password ?? '', secure });
      const isRight = username === login.user && password === login.pass;
      answer(isRight ? null : new Error('who is that'), isRight ? { user: login.user } : undefined);
    },
    onData: (stream, { secure }, answer) => {
      stream.resume().on('end', () => {
        mails.push({ secure });
        answer();
      });
    },
    ...options,
  });
  // A client that does not trust it ends the connection in the middle of the handshake.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return { port, logins, mails, close: () => new Promise((done) => server.close(done)) };
}
