import { accepted } from '@huiyin/testkit/accepted';
import { BackendKiller, KILLING_TIMEOUT_MS } from '@huiyin/testkit/backend-killer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { examOf } from '../src/domain/question.ts';
import { by, LI, morning, openTraining, TRAINER, type OpenTraining } from './open-training.ts';

const killer = new BackendKiller();
let training: OpenTraining;

beforeAll(async () => {
  training = await openTraining(killer);
});
afterAll(async () => {
  await killer.close();
  await training.close();
});

const DAY = '2026-01-10';

it(
  'keeps all or nothing of every use case and sweep, wherever its backend is killed',
  async () => {
    const { use, sweep } = training;
    const days = { startsOn: '2026-01-05', endsOn: '2026-01-31' };
    const batch = { batchId: '', topic: 'procedure', title: '办理程序一期', ...days };
    const batchId = accepted(await use.openBatch(batch, by(TRAINER, DAY))).id;
    accepted(await use.enrol({ batchId, personId: '' }, by(LI, DAY)));
    accepted(await use.listBatches({ limit: 50, cursor: '' }, by(LI, DAY)));
    accepted(await use.getExam({ batchId }, by(LI, DAY)));
    const answers = examOf('procedure').map(({ id, right }) => ({ questionId: id, option: right }));
    const passed = accepted(await use.sitExam({ batchId, answers }, by(LI, DAY)));
    expect(passed.label).toBe('培2026-0001');
    const page = { personId: '', limit: 50, cursor: '' };
    expect(accepted(await use.listCertificates(page, by(LI, DAY)))).toHaveLength(1);
    accepted(await use.getTrainingMatrix({ unitId: '' }, by(TRAINER, DAY)));
    await sweep(morning('2027-02-01'));
    expect(killer.spared).toEqual([]);
    expect(await killer.forgottenTransactions()).toBe(0);
  },
  KILLING_TIMEOUT_MS,
);
