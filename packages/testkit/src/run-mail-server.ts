import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One mail that the server has taken. */
interface TakenMail {
  readonly to: readonly string[];
  readonly messageId: string;
  readonly subject: string;
  /** Decoded. */
  readonly text: string;
  readonly raw: string;
}

/** A mail server in its own process. */
export interface MailServer {
  readonly port: number;
  readonly process: ChildProcess;
  taken(): readonly TakenMail[];
  /** From now on it takes mail, or hangs, refuses or defers. */
  become(mood: 'take' | 'hang' | 'refuse' | 'defer'): Promise<void>;
  close(): void;
}

const START_WITHIN_MS = 20_000;

/** Starts it on a port, or on a free one. */
export async function runMailServer(port = 0): Promise<MailServer> {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-mail-'));
  const file = join(folder, 'taken.jsonl');
  writeFileSync(file, '');
  const child = fork(new URL('mail-server.ts', import.meta.url), [file, String(port)], { execArgv: [] });
  const said = await next(child, 'port ');
  return {
    port: Number(said.slice('port '.length)),
    process: child,
    taken: () => readFileSync(file, 'utf8').split('\n').filter(Boolean).map(parsed),
    become: async (mood) => {
      const done = next(child, `now ${mood}`);
      child.send(mood);
      await done;
    },
    close: () => {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true });
    },
  };
}

/** The next message of a child that begins so. */
export async function next(child: ChildProcess, beginning: string): Promise<string> {
  const signal = AbortSignal.timeout(START_WITHIN_MS);
  for (;;) {
    const [message] = (await once(child, 'message', { signal })) as [string];
    if (message.startsWith(beginning)) return message;
  }
}

function parsed(line: string): TakenMail {
  const { to, mail } = JSON.parse(line) as { to: string[]; mail: string };
  const [head = '', ...body] = mail.split('\r\n\r\n');
  const header = (name: string): string =>
    new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(head)?.[1]?.replaceAll(/\r\n[ \t]/g, ' ') ??
    '';
  const encoded = body.join('\r\n\r\n');
  const text = /base64/i.test(header('content-transfer-encoding'))
    ? Buffer.from(encoded, 'base64').toString('utf8')
    : quotedPrintable(encoded);
  return { to, messageId: header('message-id'), subject: words(header('subject')), text, raw: mail };
}

function quotedPrintable(text: string): string {
  const bytes = text
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** RFC 2047 encoded words. */
function words(text: string): string {
  return text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, kind: string, coded: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(coded, 'base64').toString('utf8')
        : quotedPrintable(coded.replaceAll('_', ' ')),
    );
}
