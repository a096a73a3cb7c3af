import { DirectoryServiceService } from '@huiyin/contracts/gen/directory/v1/service';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { instant } from '../http/schemas.ts';

const businessClock = z
  .object({
    now: z.string().describe('业务时间'),
    offsetMs: z.int().describe('业务时间减系统时间，毫秒'),
    rehearsal: z.boolean().describe('演练模式下可以向前拨'),
  })
  .meta({ id: 'BusinessClock' });

const advanceClock = z
  .strictObject({ to: instant.describe('拨到哪一刻，只能向前') })
  .meta({ id: 'AdvanceClock' });

/** The rehearsal clock (M29). `afterAdvance` makes the gateway ask for the new business time at once. */
export function clockRoutes(api: Api, afterAdvance: () => Promise<void>): void {
  api.query({
    url: '/operations/clock',
    operationId: 'getBusinessClock',
    tag: 'operations',
    summary: '业务时钟',
    client: DirectoryServiceService,
    rpc: 'getBusinessClock',
    response: businessClock,
    toRequest: () => ({}),
    toAnswer: ({ now, offsetMs, rehearsal }) => ({ now, offsetMs: Number(offsetMs), rehearsal }),
  });

  api.command({
    method: 'POST',
    url: '/operations/clock:advance',
    operationId: 'advanceBusinessClock',
    tag: 'operations',
    summary: '向前拨动业务时钟（仅演练）',
    body: advanceClock,
    client: DirectoryServiceService,
    rpc: 'advanceClock',
    toRequest: (_params, { to }) => ({ to }),
    afterwards: afterAdvance,
  });
}
