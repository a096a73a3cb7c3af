import { createHash } from 'node:crypto';
import type { CommandReply } from '@huiyin/contracts/gen/common/v1/common';
import { AssignmentServiceService } from '@huiyin/contracts/gen/assignment/v1/service';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { idempotencyKeyOf, requireIdempotencyKey } from '../http/command-headers.ts';
import { problem } from '../http/problem.ts';
import { registerRoute } from '../http/route.ts';
import { id } from '../http/schemas.ts';
import type { Session } from '../session/session.ts';
import { assignBody, classifyBody } from './assignment-schemas.ts';

/** Suggestions in one batch: a page of the board. */
const MAX_ITEMS = 50;

const itemResult = z
  .object({
    suggestionId: z.string(),
    outcome: z.enum(['done', 'refused']).describe('已办、未办'),
    version: z.int().describe('办后的版本；未办的为0'),
    code: z.string().describe('未办的原因代码'),
    message: z.string(),
    field: z.string(),
  })
  .meta({ id: 'BatchItemResult' });

type ItemResult = z.output<typeof itemResult>;

/**
 * The single commands, one after the other, with a result for each. Each item has a key of its own, derived from the
 * batch's: a batch that is sent again does nothing twice, however far it came.
 */
export function assignmentBatchRoutes(api: Api): void {
  batch(api, {
    url: '/suggestions:batch-classify',
    operationId: 'batchClassify',
    summary: '批量分类，逐件给出结果',
    bodyId: 'BatchClassify',
    item: classifyBody.extend({ suggestionId: id }),
    send: ({ peers }, item, command) =>
      peers.call(AssignmentServiceService, 'classifySuggestion', item, command),
  });
  batch(api, {
    url: '/suggestions:batch-assign',
    operationId: 'batchAssign',
    summary: '批量交办，逐件给出结果',
    bodyId: 'BatchAssign',
    item: assignBody.extend({ suggestionId: id }),
    send: ({ peers }, item, command) =>
      peers.call(AssignmentServiceService, 'assignSuggestion', item, command),
  });
}

interface Batch<Item extends { readonly suggestionId: string }> {
  readonly url: '/suggestions:batch-classify' | '/suggestions:batch-assign';
  readonly operationId: string;
  readonly summary: string;
  readonly bodyId: string;
  readonly item: z.ZodType<Item>;
  readonly send: (
    api: Api,
    item: Item,
    command: { readonly as: Session; readonly idempotencyKey: string },
  ) => Promise<CommandReply | Rejection>;
}

function batch<Item extends { readonly suggestionId: string }>(api: Api, route: Batch<Item>): void {
  const { url, operationId, summary, bodyId, item, send } = route;
  registerRoute(api.app, {
    method: 'POST',
    url,
    operationId,
    tag: 'assignment',
    summary,
    body: z
      .strictObject({ items: z.array(item).min(1).max(MAX_ITEMS) })
      .refine(
        ({ items }) => new Set(items.map(({ suggestionId }) => suggestionId)).size === items.length,
        '同一件建议不能出现两次',
      )
      .meta({ id: bodyId }),
    status: 200,
    response: z.object({ results: z.array(itemResult) }),
    check: requireIdempotencyKey,
    handle: async ({ session, body, request }) => {
      const key = idempotencyKeyOf(request);
      if (key === undefined)
        throw problem('idempotency-key-missing', { in: 'header', field: '/idempotency-key' });
      const results: ItemResult[] = [];
      for (const each of body.items) {
        const idempotencyKey = keyOfItem(key, each.suggestionId);
        results.push(resultOf(each.suggestionId, await send(api, each, { as: session, idempotencyKey })));
      }
      return { results };
    },
  });
}

function keyOfItem(batchKey: string, suggestionId: string): string {
  return createHash('sha256').update(`${batchKey}\n${suggestionId}`).digest('hex');
}

function resultOf(suggestionId: string, answer: CommandReply | Rejection): ItemResult {
  if (!isRejection(answer)) {
    return {
      suggestionId,
      outcome: 'done',
      version: Number(answer.version),
      code: '',
      message: '',
      field: '',
    };
  }
  const { code, message, field = '' } = answer;
  return { suggestionId, outcome: 'refused', version: 0, code, message, field };
}
