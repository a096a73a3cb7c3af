import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import { refuseInGeneral } from '../domain/rights.ts';
import { adviseOn, type Words, type WritingAdvice } from '../domain/writing-advice.ts';

/** Writing help for a text that is stored nowhere: read, answered, forgotten. */
export function adviseOnText() {
  return (request: Words, ctx: QueryContext): Promise<readonly WritingAdvice[] | Rejection> =>
    Promise.resolve(refuseInGeneral(ctx, 'intake.advise') ?? adviseOn(request));
}
