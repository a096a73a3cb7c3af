import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { clamdServer, EICAR, type ClamdServer } from '../../test/clamd-server.ts';
import { clamdScanner } from './clamd-scanner.ts';

let clamd: ClamdServer;
beforeAll(async () => {
  clamd = await clamdServer();
});
beforeEach(() => {
  clamd.manner = 'honest';
});
afterAll(() => clamd.close());

it('tells a clean file from one with malware, however many pieces it takes', async () => {
  const scanner = clamdScanner(clamd.address);
  const large = Buffer.alloc(200_000, 7);
  expect(await scanner.scan(large)).toBe('clean');
  expect(await scanner.scan(Buffer.concat([large, Buffer.from(EICAR)]))).toBe('refused');
});

it.each(['garbage', 'cut', 'silent'] as const)('takes a %s answer for no verdict', async (manner) => {
  clamd.manner = manner;
  await expect(clamdScanner(clamd.address, 300).scan(Buffer.from('%PDF-'))).rejects.toThrow(/scanner/);
});

it('has no verdict when nobody listens', async () => {
  const gone = await clamdServer();
  await gone.close();
  await expect(clamdScanner(gone.address).scan(Buffer.from('%PDF-'))).rejects.toThrow();
});
