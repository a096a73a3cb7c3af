import { DirectoryServiceService } from '@huiyin/contracts/gen/directory/v1/service';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { line } from '../http/schemas.ts';

const LONGEST_NAME = 40;
const name = line(LONGEST_NAME);

const savedView = z
  .object({
    viewId: z.string(),
    list: z.string().describe('哪个列表'),
    name: z.string(),
    filters: z.string().describe('列表地址的查询串'),
  })
  .meta({ id: 'SavedView' });

const forService = { tag: 'directory', client: DirectoryServiceService } as const;

/** 常用筛选 of who is logged in, in the present membership. */
export function savedViewRoutes(api: Api): void {
  api.list({
    ...forService,
    url: '/me/views',
    operationId: 'listSavedViews',
    summary: '我的常用筛选',
    item: savedView,
    rpc: 'listSavedViews',
    toRequest: () => ({}),
    toPage: ({ views }) => ({ items: views, nextCursor: '' }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/me/views',
    operationId: 'addSavedView',
    summary: '存为常用筛选',
    body: z
      .strictObject({
        list: z.string().regex(/^[a-z][a-z-]{0,39}$/),
        name,
        filters: line(1_000),
      })
      .meta({ id: 'AddSavedView' }),
    status: 201,
    rpc: 'addSavedView',
    toRequest: (_params, body) => body,
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/me/views/{id}:rename',
    operationId: 'renameSavedView',
    summary: '常用筛选改名',
    body: z.strictObject({ name }).meta({ id: 'RenameSavedView' }),
    rpc: 'renameSavedView',
    toRequest: ({ id: viewId }, body) => ({ viewId, ...body }),
  });
  api.command({
    ...forService,
    method: 'DELETE',
    url: '/me/views/{id}',
    operationId: 'removeSavedView',
    summary: '删除常用筛选',
    rpc: 'removeSavedView',
    toRequest: ({ id: viewId }) => ({ viewId }),
  });
}
