import type { Cast } from '@huiyin/scripts/road/cast';
import { handOver } from '@huiyin/scripts/road/raise';
import { expect } from 'vitest';
import { newJourney, refusal, registered } from './bends.ts';

const UNIT = 'wenlv';

interface Matrix {
  readonly rows: readonly {
    readonly unitId: string;
    readonly cells: readonly {
      readonly topic: string;
      readonly state: string;
      readonly validUntil: string;
    }[];
  }[];
}

/** 培训: without a certificate a key item's 交办 warns; batch, exam, certificate; it ends after a year. */
export async function training(cast: Cast): Promise<void> {
  const trainer = cast.person('trainer');
  const liaison = cast.ofUnit('liaison', UNIT);
  const unitId = cast.unitId(UNIT);
  const procedure = async (): Promise<{ state: string; validUntil: string } | undefined> => {
    const { rows } = await (await cast.person('desk')).get<Matrix>(`/training-matrix?unitId=${unitId}`);
    return rows[0]?.cells.find(({ topic }) => topic === 'procedure');
  };
  const warned = async (name: string) => {
    const journey = newJourney(cast, name, { leadUnit: UNIT, coUnits: [], isKey: true });
    await registered(journey);
    await handOver(journey);
    const { shares } = await journey.page();
    const kept = (await journey.timeline()).filter(({ type }) => type === 'score-fact-kept');
    return { journey, warning: shares[0]?.liaisonUntrained, kept: kept.map(({ facts }) => facts['fact']) };
  };

  expect((await procedure())?.state).toBe('missing');
  const before = await warned('未培训');
  expect([before.warning, before.kept]).toEqual([true, ['liaison-untrained']]);
  // Only a warning: 签收 goes through (decisions 4).
  await before.journey.step('签收', liaison, `/assignments/${before.journey.share(UNIT)}:acknowledge`);

  const dates = { startsOn: await before.journey.day(), endsOn: await before.journey.day(10) };
  const batch = { topic: 'procedure', title: '联络员办理程序培训', ...dates };
  expect(await refusal(liaison, '/batches', batch)).toMatch(/^403 /);
  const { id: batchId } = await (await trainer).post('/batches', batch);
  const sitting = { batchId, answers: await answers(cast, batchId) };
  expect(await refusal(liaison, '/exams', sitting)).toMatch(/^409 /);
  await (await liaison).post('/enrolments', { batchId });
  await before.journey.look('报名');
  expect((await procedure())?.state).toBe('enrolled');
  await (await liaison).post('/exams', { batchId, answers: [] });
  expect((await procedure())?.state).toBe('enrolled');
  const { label } = await (await liaison).post('/exams', sitting);
  expect(label).toMatch(/^培\d{4}-\d{4}$/);
  await before.journey.look('考试合格');
  const valid = await procedure();
  expect(valid?.state).toBe('valid');

  const after = await warned('已培训');
  expect([after.warning, after.kept]).toEqual([false, []]);

  await after.journey.waitUntil(valid?.validUntil ?? '');
  expect((await procedure())?.state).toBe('expiring');
  await after.journey.wait(1);
  await after.journey.look('合格证到期');
  expect((await procedure())?.state).toBe('expired');
  expect((await warned('合格证已到期')).warning).toBe(true);
}

/** What a liaison who has learned the procedure answers (domain law and practice §2). */
const LEARNED: readonly (readonly [RegExp, RegExp])[] = [
  [/多长时间内答复/, /3个月/],
  [/从哪一天起算/, /交办之日的次日/],
  [/最迟多久答复/, /交办之日起6个月/],
  [/不属于本单位职责/, /申退/],
  [/签收的含义/, /确认收到/],
  [/五个一/, /新闻发布会/],
  [/协办单位的意见/, /主办单位/],
  [/由谁签发/, /主要负责人/],
  [/B类答复/, /计划和解决时限/],
  [/征询意见表/, /代表本人/],
];

async function answers(
  cast: Cast,
  batchId: string,
): Promise<readonly { questionId: string; option: number }[]> {
  const { questions } = await (
    await cast.ofUnit('liaison', UNIT)
  ).get<{
    questions: readonly { questionId: string; text: string; options: readonly string[] }[];
  }>(`/batches/${batchId}/exam`);
  return questions.map(({ questionId, text, options }) => {
    const known = LEARNED.find(([question]) => question.test(text))?.[1];
    if (known === undefined) throw new Error(`nobody learned the answer to ${text}`);
    return { questionId, option: options.findIndex((option) => known.test(option)) };
  });
}
