import { AssignmentServiceService } from '@huiyin/contracts/gen/assignment/v1/service';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { text } from '../http/schemas.ts';
import { draftCoOpinionBody, giveCoOpinionBody } from './assignment-schemas.ts';

const forService = { tag: 'assignment', client: AssignmentServiceService, method: 'POST' } as const;

/** 协办意见: prepared by the unit, signed by its head, judged by the lead. */
export function coOpinionRoutes(api: Api): void {
  api.command({
    ...forService,
    url: '/assignments/{id}/co-opinions:draft',
    operationId: 'draftCoOpinion',
    summary: '起草协办意见',
    body: draftCoOpinionBody,
    rpc: 'draftCoOpinion',
    toRequest: ({ id: assignmentId }, body) => ({ assignmentId, ...body }),
  });
  api.command({
    ...forService,
    url: '/assignments/{id}/co-opinions',
    operationId: 'giveCoOpinion',
    summary: '签发协办意见（单位负责人）',
    body: giveCoOpinionBody,
    status: 201,
    rpc: 'giveCoOpinion',
    toRequest: ({ id: assignmentId }, body) => ({ assignmentId, ...body }),
  });
  api.command({
    ...forService,
    url: '/co-opinions/{id}:send-back',
    operationId: 'sendBackCoOpinion',
    summary: '退回协办意见（一次）',
    body: z.strictObject({ reason: text(1_000) }).meta({ id: 'SendBackCoOpinion' }),
    rpc: 'sendBackCoOpinion',
    toRequest: ({ id: opinionId }, body) => ({ opinionId, ...body }),
  });
  api.command({
    ...forService,
    url: '/co-opinions/{id}:accept',
    operationId: 'acceptCoOpinion',
    summary: '采纳协办意见',
    rpc: 'acceptCoOpinion',
    toRequest: ({ id: opinionId }) => ({ opinionId }),
  });
}
