import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { demoCity } from '@huiyin/demo-city/city';
import { DEFAULT_STATE_ROOT } from '@huiyin/deploy/state-directory';
import { logIn } from '@huiyin/scripts/api/session';
import type { Look, LookFault } from '@huiyin/scripts/screenshots/look';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, gatewayUrl, logInAs, openPage, PHONE, useBrowser } from '../browser/support/open-page.ts';
import { lookOverPage } from './support/look-over-page.ts';
import { sightsOf, type Sight } from './support/page-addresses.ts';
import { answerManyRows } from './support/many-rows.ts';
import { provideState, SHOWN_UNITS, STATES, type DataState } from './support/states.ts';

const FOLDER = join(DEFAULT_STATE_ROOT, 'screenshots');
const REPORT = process.env['HUIYIN_SCREENSHOTS_REPORT'] ?? join(FOLDER, 'looks.json');
/** Ten thousand rows, or the whole year's cases with everything that happened. Milliseconds. */
const FILL_TIMEOUT_MS = 900_000;
const ROLE_TIMEOUT_MS = 900_000;
/** Ten thousand rows come in fifty answers, one after the other. */
const DRAWN_TIMEOUT_MS = 60_000;
/** A page that looks the same after this is drawn: nothing more comes. Milliseconds. */
const SETTLE_MS = 400;
/** What is further down is more of the same. */
const TALLEST_PX = 5_000;
const DEVICES = { desktop: DESKTOP, phone: PHONE } as const;

const CITY = demoCity();
const ACCOUNTS = CITY.flatMap(({ accounts }) => accounts);
const OF_SHOWN_UNITS: ReadonlySet<string> = new Set(
  CITY.flatMap(({ people, units }) => {
    const shown = units.filter(({ code }) => SHOWN_UNITS.includes(code)).map(({ unitId }) => unitId);
    const isTheirs = ({ unitId }: { readonly unitId?: string }): boolean =>
      unitId !== undefined && shown.includes(unitId);
    return people.filter(({ memberships }) => memberships.some(isTheirs)).map(({ personId }) => personId);
  }),
);
const only = (variable: string): ((name: string) => boolean) => {
  const wanted = process.env[variable]?.split(',');
  return (name) => wanted === undefined || wanted.includes(name);
};
const isWanted = {
  state: only('HUIYIN_SCREENSHOTS_STATE'),
  role: only('HUIYIN_SCREENSHOTS_ROLE'),
  page: only('HUIYIN_SCREENSHOTS_PAGE'),
};
const looks: Look[] = [];

useBrowser();
afterAll(() => writeFile(REPORT, JSON.stringify(looks)));

describe.each(STATES.filter(({ name }) => isWanted.state(name)))('$name data', (state) => {
  const ofTenant = ACCOUNTS.filter(({ tenant, role }) => tenant === state.tenant && isWanted.role(role));
  const people = [...Map.groupBy(ofTenant, ({ role }) => role).values()].flatMap(
    (ofRole) => ofRole.find(({ personId }) => OF_SHOWN_UNITS.has(personId)) ?? ofRole[0] ?? [],
  );

  beforeAll(() => provideState(gatewayUrl, state), FILL_TIMEOUT_MS);

  it.each(people)(
    'of $role stands on a phone and a desktop',
    async ({ role, login }) => {
      const reader = await logIn(gatewayUrl, login, DEMO_PASSWORD);
      const sights = (await sightsOf(role, reader)).filter(({ name }) => isWanted.page(name));
      await mkdir(join(FOLDER, state.name), { recursive: true });
      const own: Look[] = [];
      for (const device of ['desktop', 'phone'] as const) {
        const { page, complaints } = await openPage(DEVICES[device]);
        if (state.hasManyRows) await answerManyRows(page, state.tenant);
        await logInAs(page, login);
        for (const sight of sights) {
          if (device === 'phone' && sight.isForDesktop) continue;
          const common = { state: state.name, role, page: sight.name, device };
          const picture = `${state.name}/${role}-${sight.name}-${device}.png`;
          const faults = await look(page, sight, join(FOLDER, picture), device === 'phone');
          const said = complaints.splice(0).filter(isOfPresent(sight)).map(complaint);
          const missing = isExpected(sight, role, state) ? [] : [NOTHING_TO_SHOW];
          own.push({ ...common, picture, faults: [...missing, ...faults, ...said] });
        }
      }
      looks.push(...own);
      const faults = own.flatMap(({ page, device, faults: found }) =>
        found
          .filter(({ kind }) => kind !== 'advice')
          .map(({ kind, what }) => `${page} ${device} ${kind}: ${what}`),
      );
      expect(faults).toEqual([]);
    },
    ROLE_TIMEOUT_MS,
  );
});

const NOTHING_TO_SHOW: LookFault = { kind: 'missing', what: 'the reader has nothing that it could show' };

/** Who reads no case stands before what it says then; of everybody else a state without one shows too little. */
function isExpected({ name, isMissing }: Sight, role: string, { lacks, inSession }: DataState): boolean {
  if (!isMissing || lacks.includes(name) || READS_NO_CASE.has(role)) return true;
  // Those of the session are all under way; nothing of it has ended.
  return role === 'session-registrar' && (!inSession || name === 'case-ended');
}

/** docs/glossary.md, roles: no column of a case. */
const READS_NO_CASE: ReadonlySet<string> = new Set([
  ...['city-congress', 'delegation-clerk', 'pre-reviewer', 'trainer', 'operator', 'administrator'],
]);

/** That an id is nobody's is an error to the browser; the page says it in words. */
function isOfPresent({ isMissing }: Sight): (complaint: string) => boolean {
  return (complaint) => !(isMissing && complaint.includes('status of 404'));
}

async function untilSettled(page: Page): Promise<void> {
  let before = '';
  await expect
    .poll(
      async () => {
        const now = await page.evaluate<string>(
          'document.documentElement.scrollHeight + document.body.innerText',
        );
        const isSame = now === before;
        before = now;
        return isSame;
      },
      { interval: SETTLE_MS, timeout: DRAWN_TIMEOUT_MS },
    )
    .toBe(true);
}

/** A page that asks for what its reader may not have says so in words; that it asks at all could be better. */
function complaint(what: string): LookFault {
  return { kind: what.includes('status of 403') ? 'advice' : 'console', what };
}

/** Goes there, waits until everything is drawn, keeps a picture and looks the page over. */
async function look(page: Page, { address }: Sight, file: string, phone: boolean): Promise<LookFault[]> {
  await page.goto(`${gatewayUrl}${address}`);
  await page.locator('main').first().waitFor();
  const waiting = page.locator('[aria-busy=true], .ant-skeleton-active');
  await expect
    .poll(() => waiting.count(), { timeout: DRAWN_TIMEOUT_MS, message: `${address} is drawn` })
    .toBe(0);
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await untilSettled(page);
  const faults = await lookOverPage(page, phone);
  const window = phone ? PHONE : DESKTOP;
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  // A window as high as the page: what sticks to its lower edge stands at the page's end, not in the middle of its text.
  await page.setViewportSize({ ...window, height: Math.max(window.height, Math.min(height, TALLEST_PX)) });
  await page.screenshot({ path: file });
  await page.setViewportSize(window);
  return faults;
}
