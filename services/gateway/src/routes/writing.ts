import { IntakeServiceService } from '@huiyin/contracts/gen/intake/v1/service';
import { isRejection } from '@huiyin/kernel/rejection';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { rejectionProblem } from '../http/rejection-problem.ts';
import { registerRoute } from '../http/route.ts';
import { toAdvice, wordsBody, writingAdvice } from './intake-schemas.ts';

/** Help while a suggestion is being written: kept nowhere, so no command, although the text comes in a body. */
export function writingRoutes({ app, peers }: Api): void {
  registerRoute(app, {
    method: 'POST',
    url: '/suggestions:advise',
    operationId: 'adviseOnText',
    tag: 'intake',
    summary: '写作提示',
    description: '不保存,不阻止提交。',
    body: wordsBody,
    status: 200,
    response: z.object({ advice: z.array(writingAdvice) }),
    handle: async ({ session, body }) => {
      const answer = await peers.call(IntakeServiceService, 'adviseOnText', body, { as: session });
      if (isRejection(answer)) throw rejectionProblem(answer);
      return { advice: answer.advice.map(toAdvice) };
    },
  });
}
