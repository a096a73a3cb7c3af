import type { CommandContext } from '@huiyin/kernel/command-context';
import { breakPromise as decide } from '../domain/keep-promise.ts';
import { changePromise } from './change-promise.ts';
import type { EvaluationPorts } from './ports.ts';

/** 未兑现, judged and explained. */
export function breakPromise(ports: EvaluationPorts) {
  return (request: { promiseId: string; explanation: string }, ctx: CommandContext) =>
    changePromise(ports, ctx, {
      promiseId: request.promiseId,
      action: 'evaluation.judge-promise',
      decide: (file, { today }) => decide(file, { ...request, today }),
    });
}
