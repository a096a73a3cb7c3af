import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '@huiyin/deploy/state-directory';
import { ApiRefusal, type ApiSession } from '@huiyin/scripts/api/session';
import { evaluate } from '@huiyin/scripts/road/conclude';
import { contactDeputy, filePlan, giveOpinions, reply } from '@huiyin/scripts/road/handle';
import { Journey } from '@huiyin/scripts/road/journey';
import { confirmBySides } from '@huiyin/scripts/road/meet';
import { acknowledge, handOver, raise } from '@huiyin/scripts/road/raise';
import { furtherCase } from '@huiyin/scripts/road/road-case';
import { describe, expect, it } from 'vitest';
import { cast } from './support/case-of.ts';
import { seen } from './support/seen.ts';

const [LEAD, COSIGNER] = ['deputy-47', 'deputy-60'];
const TIMEOUT = 180_000;
/** What a reader would find of the opinion, wherever it leaked: its word, or that it was given. */
const TRACES = /dissatisfied|cosigner-opinion|联名代表意见|不满意/;

/** Every GET route of the API by its template; files of the letterheads apart, which are composed of what is read here. */
function readRoutes(): readonly string[] {
  const { paths } = JSON.parse(readFileSync(join(REPOSITORY, 'services/gateway/openapi.json'), 'utf8')) as {
    paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
  return Object.keys(paths)
    .filter((path) => paths[path]?.['get'] !== undefined && !path.includes('{kind}'))
    .map((path) => path.replace('/api/v1', ''));
}

/** The routes that can be asked about this case, with its ids; `unasked` have an id of another thing, or need more. */
async function questionsAbout(journey: Journey) {
  const page = await journey.page();
  const { meetings } = await (
    await journey.desk()
  ).get<{ meetings: readonly { meetingId: string }[] }>(`${journey.path}/meetings`);
  const ids: Readonly<Record<string, string | undefined>> = {
    cases: journey.suggestionId,
    suggestions: journey.suggestionId,
    assignments: journey.share(),
    clocks: page.clocks[0]?.clockId,
    meetings: meetings[0]?.meetingId,
  };
  const asked: string[] = [];
  const unasked: string[] = [];
  for (const route of readRoutes()) {
    const id = ids[route.split('/')[1] ?? ''];
    if (!route.includes('{id}')) asked.push(route);
    else if (id === undefined) unasked.push(route);
    else asked.push(route.replace('{id}', id));
  }
  return { asked: asked.filter((route) => route !== '/stream'), unasked };
}

/** What an answer says of the case: of a list only its own items, as others' evaluations are nobody's secret here. */
async function answerAbout(reader: ApiSession, route: string, caseId: string): Promise<string> {
  try {
    const answer = await reader.get<unknown>(route);
    if (answer instanceof Uint8Array) return Buffer.from(answer).toString('utf8');
    const { items } = answer as { items?: readonly unknown[] };
    const own = items?.map((item) => JSON.stringify(item)).filter((item) => item.includes(caseId));
    return own === undefined ? JSON.stringify(answer) : own.join('\n');
  } catch (error) {
    // Not the reader's to ask, or it needs more than an id.
    if (error instanceof ApiRefusal) return '';
    throw error;
  }
}

describe('M21 what a deputy thinks before the evaluation is submitted', () => {
  it('is read by no unit, over any route', { timeout: TIMEOUT }, async (context) => {
    const journey = new Journey(cast, { ...furtherCase('未提交的意见', 61, LEAD), cosigner: COSIGNER });
    await raise(journey);
    await handOver(journey);
    await acknowledge(journey);
    await confirmBySides(journey);
    await filePlan(journey);
    const opinions = await giveOpinions(journey);
    await contactDeputy(journey);
    await reply(journey, { resultClass: 'C', opinions });
    const opinion = { assignmentId: journey.share(), satisfaction: 'dissatisfied' };
    const path = `${journey.path}/evaluations:give-opinion`;
    await journey.step('联名代表意见', cast.person(COSIGNER), path, opinion);

    const { asked, unasked } = await questionsAbout(journey);
    expect(unasked).toEqual([
      ...['/ballots/{id}', '/attachments/{id}', '/attachments/{id}/content', '/batches/{id}/exam'],
    ]);
    const [coUnit = ''] = journey.roadCase.coUnits;
    const readers = [
      ...(['head', 'liaison', 'clerk'] as const).map((part) => journey.unit(part)),
      journey.unit('head', coUnit),
    ];
    let answers = 0;
    for (const reader of await Promise.all(readers)) {
      for (const route of asked) {
        const answer = await answerAbout(reader, route, journey.suggestionId);
        expect([reader.login, route, TRACES.exec(answer)?.[0]]).toEqual([reader.login, route, undefined]);
        answers += answer === '' ? 0 : 1;
      }
    }
    expect(answers).toBeGreaterThan(40);

    const own = `${journey.path}/evaluations`;
    expect(await answerAbout(await journey.lead(), own, journey.suggestionId)).toMatch(TRACES);
    await evaluate(journey, 'dissatisfied');
    expect(await answerAbout(await journey.unit('head'), own, journey.suggestionId)).toMatch(TRACES);
    seen(context, `联名代表的意见提交前：单位四人、${asked.length} 个读取接口都看不到；提交后看得到评价`);
  });
});
