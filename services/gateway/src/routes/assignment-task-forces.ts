import { AssignmentServiceService } from '@huiyin/contracts/gen/assignment/v1/service';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { day, id, line, text } from '../http/schemas.ts';

const forService = { tag: 'assignment', client: AssignmentServiceService, method: 'POST' } as const;
const workPackage = z.strictObject({ unitId: id, task: line(500), dueOn: day });

/** 专班 and its 工作包. */
export function taskForceRoutes(api: Api): void {
  api.command({
    ...forService,
    url: '/task-forces',
    operationId: 'formTaskForce',
    summary: '成立专班',
    body: z
      .strictObject({
        suggestionId: id,
        convenerId: id,
        leaderName: line(50).describe('组长'),
        leaderRank: z
          .enum(['standing-committee-vice-chair', 'government-deputy-head'])
          .describe('常委会副主任，或政府副职'),
        workPackages: z.array(workPackage).max(50).default([]),
      })
      .meta({ id: 'FormTaskForce' }),
    status: 201,
    rpc: 'formTaskForce',
    toRequest: (_params, { workPackages, ...body }) => ({
      ...body,
      workPackages: workPackages.map((one) => ({ ...one, packageId: '' })),
    }),
  });
  api.command({
    ...forService,
    url: '/task-forces/{id}/work-packages',
    operationId: 'addWorkPackage',
    summary: '增加工作包',
    body: workPackage.meta({ id: 'AddWorkPackage' }),
    status: 201,
    rpc: 'addWorkPackage',
    toRequest: ({ id: taskForceId }, body) => ({ taskForceId, ...body }),
  });
  api.command({
    ...forService,
    url: '/work-packages/{id}:amend',
    operationId: 'amendWorkPackage',
    summary: '调整工作包',
    body: workPackage.extend({ reason: text(1_000) }).meta({ id: 'AmendWorkPackage' }),
    rpc: 'amendWorkPackage',
    toRequest: ({ id: packageId }, body) => ({ packageId, ...body }),
  });
  api.command({
    ...forService,
    url: '/work-packages/{id}:complete',
    operationId: 'completeWorkPackage',
    summary: '报告工作包完成',
    body: z.strictObject({ summary: text(2_000) }).meta({ id: 'CompleteWorkPackage' }),
    rpc: 'completeWorkPackage',
    toRequest: ({ id: packageId }, body) => ({ packageId, ...body }),
  });
}
