import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { PLACES } from '@huiyin/demo-city/places';
import { demoRegister } from '@huiyin/demo-city/register';
import { logIn } from '@huiyin/scripts/api/session';
import { startRunningSystem, type RunningSystem } from '@huiyin/testkit/running-system';
import { sharedFile } from '@huiyin/testkit/shared-file';
import { waitFor } from '@huiyin/testkit/wait-for';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesIn, countsIn, deskOf, expectKnown, titles, type Case } from '../support/imported-register.ts';
import { runImport } from '../support/import-command.ts';
import {
  countRegister,
  readRegister,
  writeRegister,
  writeSheet,
  type Row,
} from '../support/register-file.ts';

interface Found {
  readonly caseId: string;
  readonly title: string;
  readonly origin: string;
  readonly words: readonly string[];
}

/** Each register has tenants of its own: one it is imported into, two more for the killed and the clean run. */
const REGISTERS = [
  {
    name: 'the real register',
    path: sharedFile('data/real-suggestions.jsonl'),
    tenants: ['donghu', 'xiling'],
  },
  { name: 'a generated register', path: undefined, tenants: ['beiyuan', 'yunchuan'] },
] as const;
const GENERATED_ROWS = 300;
const SETUP_TIMEOUT_MS = 300_000;

let system: RunningSystem;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huiyin-import-'));
  system = await startRunningSystem('import', { only: ['directory', 'intake', 'archive', 'gateway'] });
}, SETUP_TIMEOUT_MS);
afterAll(async () => {
  await system?.stop();
  await rm(folder, { recursive: true, force: true });
});

const imported = (file: string, tenant: string, ...more: string[]) =>
  runImport(system.gatewayUrl, file, '--tenant', tenant, ...more).ended;

/** A register of rows in the test's folder. */
async function registerOf(name: string, rows: readonly object[]): Promise<string> {
  const file = join(folder, name);
  await writeRegister(file, rows);
  return file;
}

describe.each(REGISTERS)('$name', ({ name, path, tenants }) => {
  const [tenant, other] = tenants;
  const place = PLACES.find((each) => each.tenant === tenant);
  let file: string;
  let rows: readonly Row[];

  describe.skipIf(path === undefined && name === 'the real register')('imported', () => {
    beforeAll(async () => {
      if (place === undefined) throw new Error(`the demo city has no ${tenant}`);
      file =
        path ??
        (await registerOf(`${tenant}.jsonl`, demoRegister({ seed: name, place, rows: GENERATED_ROWS })));
      rows = await readRegister(file);
    });

    it('counts as the file does, by year, category and lead unit', async () => {
      const run = runImport(system.gatewayUrl, file, '--tenant', tenant);
      expect(await run.ended).toEqual({
        code: 0,
        lines: [`huiyin: ${rows.length} taken, 0 known already, 0 refused`],
      });
      expect(run.progress()).toContain(`${rows.length}/${rows.length} rows`);
      expect(await countsIn(system.gatewayUrl, tenant)).toEqual(countRegister(rows));
    });

    it('is found again by who writes on the like matter, with the words that match', async () => {
      const [row] = rows.filter((each) => String(each.title).includes('公交'));
      if (row === undefined) throw new Error('no row speaks of buses');
      const deputy = await logIn(system.gatewayUrl, `deputy@${tenant}`, DEMO_PASSWORD);
      const words = { title: String(row.title), facts: '', demands: ['由区交通运输局在2026年增设站点'] };
      const { cases } = await deputy.send<{ cases: Found[] }>('POST', '/suggestions:similar', words);
      expect(cases.length).toBeLessThanOrEqual(5);
      expect(cases[0]).toMatchObject({ title: row.title, origin: 'register' });
      expect(cases[0]?.words.length).toBeGreaterThan(0);

      const text = { ...words, facts: '沿线每天早高峰候车40分钟。', title: '关于增加公交站点的建议' };
      const { id } = await deputy.send<{ id: string }>('POST', '/suggestions', { text });
      const own = await deputy.get<{ cases: Found[] }>(`/suggestions/${id}/similar`);
      expect(own.cases.length).toBeGreaterThan(0);
      expect(own.cases.map(({ caseId }) => caseId)).not.toContain(id);
      const { advice } = await deputy.send<{ advice: object[] }>('POST', '/suggestions:advise', {
        ...words,
        demands: ['进一步高度重视'],
      });
      expect(advice).toMatchObject([
        { code: 'too-general', passage: { field: 'demands', start: 0, end: 7 } },
      ]);
    });

    it('again, or as a sheet with the same columns, changes nothing', async () => {
      const before = await casesIn(system.gatewayUrl, tenant);
      const sheet = join(folder, `${tenant}.xlsx`);
      await writeSheet(sheet, rows);
      for (const again of [file, sheet]) {
        expect(await imported(again, tenant)).toEqual({
          code: 0,
          lines: [`huiyin: 0 taken, ${rows.length} known already, 0 refused`],
        });
      }
      expect(await casesIn(system.gatewayUrl, tenant)).toEqual(before);
      expect(await countsIn(system.gatewayUrl, tenant)).toEqual(countRegister(rows));
    });

    it('is found by number, by part of the title, by year, by category and by lead unit', async () => {
      const leadUnits = (row: Row) => (row['main_unit'] ?? []) as readonly string[];
      const sample = rows.find((row) => row['number'] !== undefined && leadUnits(row).length > 0);
      const [unit = ''] = sample === undefined ? [] : leadUnits(sample);
      const word = String(sample?.['title']).slice(2, 6);
      const filters: readonly (readonly [Record<string, string>, (row: Row) => boolean])[] = [
        [{ number: String(sample?.['number']) }, (row) => row['number'] === sample?.['number']],
        [{ title: word }, (row) => String(row['title']).includes(word)],
        [{ title: '100%_' }, (row) => String(row['title']).includes('100%_')],
        [{ year: String(sample?.['year']) }, (row) => row['year'] === sample?.['year']],
        [{ category: String(sample?.['category']) }, (row) => row['category'] === sample?.['category']],
        [{ leadUnit: unit }, (row) => leadUnits(row).includes(unit)],
        [
          { leadUnit: unit, category: String(sample?.['category']), title: '的' },
          (row) =>
            leadUnits(row).includes(unit) &&
            row['category'] === sample?.['category'] &&
            String(row['title']).includes('的'),
        ],
      ];
      for (const [filter, matches] of filters) {
        const expected = rows.filter(matches);
        expect(titles(await casesIn(system.gatewayUrl, tenant, filter)), JSON.stringify(filter)).toEqual(
          titles(expected),
        );
      }
    });

    it('killed in the middle and run again, is as if imported in one go', async () => {
      const run = runImport(system.gatewayUrl, file, '--tenant', other, '--batch', '1');
      await waitFor('some rows', async () => (await countsIn(system.gatewayUrl, other)).total >= 20);
      run.child.kill('SIGKILL');
      expect((await run.ended).code).toBeNull();
      const { total } = await countsIn(system.gatewayUrl, other);
      expect(total).toBeLessThan(rows.length);

      const again = await imported(file, other);
      expect(again.code).toBe(0);
      expectKnown(again.lines[0], { rows: rows.length, known: total, refused: 0 });
      const withoutUnits = (cases: readonly Case[]) => cases.map(({ leadUnits: _, ...rest }) => rest);
      expect(withoutUnits(await casesIn(system.gatewayUrl, other))).toEqual(
        withoutUnits(await casesIn(system.gatewayUrl, tenant)),
      );
      expect(await countsIn(system.gatewayUrl, other)).toEqual(countRegister(rows));
    });

    it('names units that the tenant has, and calls the others historical', async () => {
      const desk = await deskOf(system.gatewayUrl, tenant);
      const { items } = await desk.get<{ items: { unitId: string; name: string }[] }>('/units?limit=200');
      const own = new Map(items.map((unit) => [unit.name, unit.unitId]));
      const shown = (await casesIn(system.gatewayUrl, tenant)).flatMap(({ leadUnits }) => leadUnits);
      for (const { kind, id, name: unitName } of shown) {
        const unitId = own.get(unitName);
        const expected = unitId === undefined ? ['historical', ''] : ['unit', unitId];
        expect([kind, id], unitName).toEqual(expected);
      }
    });
  });
});

describe('wrong rows', () => {
  it('are told with line, code and reason, and the rest goes on', async () => {
    const good = { title: '关于整治河道的建议', year: 2018, number: '1' };
    const file = join(folder, 'wrong.jsonl');
    const { writeFile } = await import('node:fs/promises');
    const lines = [
      JSON.stringify({ ...good, source: '坏行' }),
      '{"title": "没有写完',
      '["不是","对象"]',
      '',
      JSON.stringify({ number: '5' }),
      JSON.stringify({ ...good, year: '二〇一八' }),
      JSON.stringify({ ...good, main_unit: '区水务局' }),
      JSON.stringify({ ...good, category: '城建\u0000环保' }),
      JSON.stringify({ ...good, note: '无\u0007声' }),
      '{"title":"关于原型的建议","__proto__":{"title":"别的"}}',
      JSON.stringify({ ...good, note: '长'.repeat(30_000) }),
      JSON.stringify({ ...good, source: '坏行', number: '12' }),
    ];
    await writeFile(file, `\uFEFF${lines.join('\r\n')}\r\n`);

    const { code, lines: said } = await imported(file, 'donghu');

    expect(code).toBe(2);
    expect(said).toEqual([
      expect.stringMatching(/^line 2: row-malformed: 这一行不是一个 JSON 对象$/),
      expect.stringMatching(/^line 3: row-malformed: /),
      expect.stringMatching(/^line 5: row-without-title \(title\): 缺少标题$/),
      expect.stringMatching(/^line 6: row-value-malformed \(year\): /),
      expect.stringMatching(/^line 7: row-value-malformed \(main_unit\): /),
      expect.stringMatching(/^line 8: control-character \(category\): \S/),
      expect.stringMatching(/^line 9: control-character \(note\): \S/),
      expect.stringMatching(/^line 10: reserved-name/),
      expect.stringMatching(/^line 11: \S+: \S/),
      'huiyin: 2 taken, 0 known already, 9 refused',
    ]);
  });

  it('are told in one line when it is the whole file or the caller', async () => {
    const file = await registerOf('one.jsonl', [{ title: '关于一件事的建议' }]);
    const broken = join(folder, 'broken.xlsx');
    await writeRegister(broken, [{ title: '不是表格' }]);
    for (const args of [
      [join(folder, 'none.jsonl'), '--tenant', 'donghu'],
      [broken, '--tenant', 'donghu'],
      [file, '--tenant', 'nowhere'],
      [file, '--tenant', 'donghu', '--batch', '0'],
      [file],
    ]) {
      const run = runImport(system.gatewayUrl, ...args);
      expect((await run.ended).code, args.join(' ')).toBe(1);
      expect(run.progress().trim().split('\n'), args.join(' ')).toHaveLength(1);
    }
  });
});

describe('a live register', () => {
  const live = (rows: number) => {
    const place = PLACES.find(({ tenant }) => tenant === 'donghu');
    if (place === undefined) throw new Error('the demo city has no donghu');
    return demoRegister({ seed: 'live', place, rows });
  };
  const queue = async (): Promise<readonly string[]> => {
    const desk = await deskOf(system.gatewayUrl, 'donghu');
    const page = await desk.get<{ items: { title: string }[] }>('/registration-queue?limit=200');
    return titles(page.items);
  };

  it('enters the road of the session in progress, once however often it is brought', async () => {
    const rows = live(25).map((row, index) => (index < 3 ? { ...row, lead_deputy: '没有这个人' } : row));
    const file = await registerOf('live.jsonl', rows);
    const killed = runImport(system.gatewayUrl, file, '--tenant', 'donghu', '--live', '--batch', '1');
    await waitFor('some suggestions', async () => (await queue()).length >= 3);
    killed.child.kill('SIGKILL');
    await killed.ended;
    const before = (await queue()).length;

    const first = await imported(file, 'donghu', '--live');
    const second = await imported(file, 'donghu', '--live');

    const refused = [4, 5, 6].map((_, index) =>
      expect.stringMatching(new RegExp(`^line ${index + 1}: deputy-unknown \\(lead_deputy\\): `)),
    );
    expect(first.code).toBe(2);
    expect(first.lines.slice(0, 3)).toEqual(refused);
    expectKnown(first.lines[3], { rows: 22, known: before, refused: 3 });
    expect(second.lines[3]).toBe('huiyin: 0 taken, 22 known already, 3 refused');
    expect(await queue()).toEqual(titles(rows.slice(3)));
  });

  it('is refused when no session takes suggestions any more', async () => {
    const operator = await logIn(system.gatewayUrl, 'operator@donghu', DEMO_PASSWORD);
    await operator.post('/operations/clock:advance', { to: '2026-01-08T19:00:00+08:00' });
    const file = await registerOf('late.jsonl', live(1));
    const run = runImport(system.gatewayUrl, file, '--tenant', 'donghu', '--live');
    expect((await run.ended).code).toBe(1);
    expect(run.progress()).toMatch(/no congress session of donghu takes suggestions on 2026-01-08/);
  });
});
