import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '@huiyin/runtime/config';
import { certificateFor } from '@huiyin/testkit/certificate';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const BASE = {
  ...{ DATABASE_URL: 'postgres://a', RELAY_DATABASE_URL: 'postgres://b', NATS_URL: 'nats://c' },
  ...{
    GRPC_ADDRESS: 'localhost:1',
    IDENTITY_KEY_FILE: 'k',
    IDENTITY_JWKS_FILE: 'j',
    HUIYIN_MODE: 'rehearsal',
  },
};
const MAIL = { MAIL_FROM: 'huiyin@example.cn', PUBLIC_URL: 'https://huiyin.example.cn/' };
const HOOK = {
  ...{ PUBLIC_URL: 'https://huiyin.example.cn', WEBHOOK_HOSTS: 'gateway.example.cn, 127.0.0.1' },
  WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
};

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig({ ...BASE, ...env });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('the configuration of messages', () => {
  it('is none by default', () => {
    expect(readConfig(BASE)).toMatchObject({ mail: undefined, webhooks: undefined });
  });

  it('asks for TLS of a mail server that is not on this machine', () => {
    const mail = (SMTP_URL: string, more = {}) => readConfig({ ...BASE, ...MAIL, SMTP_URL, ...more }).mail;
    expect(mail('smtps://user:p%40ss@mail.example.cn')).toEqual({
      ...{ host: 'mail.example.cn', port: 465, secure: true, requireTls: false },
      ...{ login: { user: 'user', pass: 'p@ss' }, from: 'huiyin@example.cn' },
      publicUrl: 'https://huiyin.example.cn',
    });
    expect(mail('smtp://mail.example.cn')).toMatchObject({ port: 587, requireTls: true });
    expect(mail('smtp://mail.example.cn', { SMTP_TLS: 'none' })).toMatchObject({ requireTls: false });
    expect(mail('smtp://127.0.0.1:2525')).toMatchObject({ port: 2525, requireTls: false, login: undefined });
  });

  it('names what is missing, and never a value', () => {
    const problems = problemsOf({ SMTP_URL: 'smtps://user:secret@mail.example.cn' });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['MAIL_FROM', 'PUBLIC_URL']);
    expect(problemsOf({ ...MAIL, SMTP_URL: 'imap://user:secret@mail' }).join()).not.toContain('secret');
  });

  it('lets webhooks go to the hosts of the list alone, over https', () => {
    const urls = (WEBHOOK_URLS: string) => problemsOf({ ...HOOK, WEBHOOK_URLS }).length;
    expect(urls('donghu=https://gateway.example.cn/notify,beiyuan=http://127.0.0.1:9/n')).toBe(0);
    for (const wrong of [
      'donghu=https://169.254.169.254/latest',
      'donghu=http://gateway.example.cn/notify',
      'donghu=https://user@gateway.example.cn/notify',
      'https://gateway.example.cn/notify',
    ]) {
      expect(urls(wrong), wrong).toBe(1);
    }
    expect(problemsOf({ ...HOOK, WEBHOOK_SECRET: 'whsec_c2hvcnQ=', WEBHOOK_URLS: '' })).toHaveLength(1);
  });

  it('trusts authorities of its own only from a file that holds a certificate', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'huiyin-authority-'));
    try {
      const { authority } = await certificateFor('localhost');
      const der = new X509Certificate(authority).raw;
      const problems = async (content: string | Uint8Array): Promise<readonly string[]> => {
        const file = join(folder, 'authority.pem');
        await writeFile(file, content);
        return problemsOf({ MESSAGE_CA_FILE: file });
      };
      expect(await problems(authority)).toEqual([]);
      expect(await problems(`the town’s own\n${authority}\n${authority}`)).toEqual([]);
      const broken = `${authority}\n${authority.replace(/\n[A-Za-z0-9+/]{40}/, '\n')}`;
      for (const wrong of [
        '',
        authority.slice(0, 100),
        der,
        broken,
        `${authority}\n${authority.slice(0, 100)}`,
      ]) {
        expect(await problems(wrong)).toEqual([
          'MESSAGE_CA_FILE: must name a readable file of PEM certificates and nothing else',
        ]);
      }
      expect(problemsOf({ MESSAGE_CA_FILE: join(folder, 'none') })).toHaveLength(1);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
