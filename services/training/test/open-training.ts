import { encodeEvent } from '@huiyin/contracts/encode-event';
import type { Actor, Role } from '@huiyin/kernel/actor';
import { systemClock } from '@huiyin/kernel/clock';
import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import type { Database } from '@huiyin/postgres/database';
import { referenceReactions } from '@huiyin/reference/reactions';
import { createReferenceReader } from '@huiyin/reference/reader';
import { freshDatabase } from '@huiyin/testkit/fresh-database';
import { hearing } from '@huiyin/testkit/hearing';
import { UNTOUCHED, type Seams } from '@huiyin/testkit/seams';
import type { TrainingUseCases } from '../src/app/use-cases.ts';
import { trainingStores, trainingSweeps, trainingUseCases } from '../src/training.ts';

/** Training over a database of its own. */
export interface OpenTraining {
  readonly use: TrainingUseCases;
  readonly database: Database;
  /** The sweeps run at a business time. */
  sweep(now: Date): Promise<void>;
  close(): Promise<void>;
}

const TENANT = 'donghu';

/** Nine o'clock in the morning of a day in Shanghai. */
export const morning = (day: string): Date => new Date(`${day}T01:00:00Z`);

/** The use cases over a fresh database; the liaison 李敏 of 区交通运输局 is known. */
export async function openTraining(seams: Seams = UNTOUCHED): Promise<OpenTraining> {
  const target = await freshDatabase('training');
  const database = seams.openDatabase({
    service: 'training',
    url: target.appUrl,
    relayUrl: target.relayUrl,
    encode: (event) => encodeEvent('training', event),
    clock: systemClock,
    onError: seams.complain,
  });
  const ports = { ...trainingStores, uow: database.uow, reference: createReferenceReader() };
  const memberships = [{ role: 'unit-liaison', unitId: 'jiaotong', active: true }];
  await hearing(database, [referenceReactions])('directory', {
    ...{ tenant: TENANT, stream: 'li', type: 'person-changed', at: morning('2026-01-05') },
    payload: { personId: 'li', memberships },
  });
  const sweeps = seams.sweeps(trainingSweeps(ports));
  return {
    use: seams.useCases(trainingUseCases(ports)),
    database,
    async sweep(now) {
      for (const sweep of sweeps) await sweep.run(TENANT, now);
    },
    close: async () => {
      await database.close();
      await target.drop();
    },
  };
}

function someone(personId: string, role: Role, unitId?: string): Actor {
  const person = { accountId: `account-${personId}`, personId, roles: [role] };
  return unitId === undefined ? person : { ...person, unitId };
}

export const TRAINER = someone('trainer', 'trainer');
export const LI = someone('li', 'unit-liaison', 'jiaotong');

/** A command of somebody on a day, with its own key. */
export function by(actor: Actor, day: string): CommandContext {
  return {
    ...{ tenant: TENANT, actor, at: morning(day), idempotencyKey: newId(), method: '/test' },
    ...{ requestHash: 'a', traceparent: '' },
  };
}
