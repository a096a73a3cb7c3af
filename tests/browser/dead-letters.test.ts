import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { databaseUrl } from '@huiyin/deploy/servers/server-urls';
import { databaseOf } from '@huiyin/deploy/topology';
import { logIn } from '@huiyin/scripts/api/session';
import { waitFor } from '@huiyin/testkit/wait-for';
import pg from 'pg';
import { expect, inject, it } from 'vitest';
import {
  DESKTOP,
  enterAs,
  gatewayUrl,
  openPage,
  overflowsSideways,
  screenshot,
  useBrowser,
} from './support/open-page.ts';

useBrowser();

/** Ten attempts with growing pauses take up to 82 s. Milliseconds. */
const UNTIL_DEAD_MS = 150_000;
const TEST_MS = 240_000;
const TEXT = {
  title: '关于档案一时收不下的建议',
  facts: '这一件的第二个事件，档案试了十次都没有收下。',
  demands: ['建议原因排除以后重新处理。'],
};

it(
  'an operator sees what could not be handled and why, and handles it again in order once the cause is gone',
  { timeout: TEST_MS },
  async () => {
    const archive = new pg.Client(databaseUrl(inject('postgresAdmin'), databaseOf('archive').database));
    await archive.connect();
    try {
      const deputy = await logIn(gatewayUrl, 'deputy-10@xiling', DEMO_PASSWORD);
      const { id } = await deputy.post('/suggestions', { text: TEXT });
      await archive.query(
        `alter table case_fact add constraint poison
         check (case_id <> '${id}' or service <> 'intake' or version <> 2) not valid`,
      );
      await deputy.patch(`/suggestions/${id}`, { ...TEXT, facts: `${TEXT.facts}请尽快。` }, 1);
      await deputy.post(`/suggestions/${id}:submit`);
      const operator = await logIn(gatewayUrl, 'operator@xiling', DEMO_PASSWORD);
      await waitFor(
        'the dead letter and the one behind it',
        async () =>
          (await operator.get<{ items: readonly unknown[] }>('/operations/dead-letters?service=archive'))
            .items.length === 2,
        UNTIL_DEAD_MS,
      );

      const { page, complaints } = await openPage(DESKTOP);
      await enterAs(page, 'operator@xiling', '/operations?tab=dead-letters');
      const row = page.getByRole('row').filter({ hasText: `${id} 第 2 版` });
      await page
        .getByRole('row')
        .filter({ hasText: `${id} 第 3 版` })
        .getByText(/waits behind version 2|version 2 could not be applied/)
        .waitFor();
      await row.getByText(/poison/).waitFor();
      await row.getByText('试了 10 次').waitFor();
      await screenshot(page, 'operations-dead-letters');
      await row.getByRole('button', { name: /^重新处理/ }).click();
      await row.getByText(/还是没有成功：.*poison/).waitFor();
      expect(await overflowsSideways(page)).toBe(false);

      await archive.query('alter table case_fact drop constraint poison');
      await row.getByRole('button', { name: /^重新处理/ }).click();
      await page.getByText('archive 没有未能处理的事件。').waitFor();
      const { rows } = await archive.query<{ version: string }>(
        `select version from case_fact where case_id = $1 and service = 'intake' order by version`,
        [id],
      );
      expect(rows.map(({ version }) => Number(version))).toEqual([1, 2, 3]);
      expect(complaints).toEqual([]);
    } finally {
      await archive.query('alter table case_fact drop constraint if exists poison');
      await archive.end();
    }
  },
);
