import type { CommandContext } from '@huiyin/kernel/command-context';
import { keepPromise as decide } from '../domain/keep-promise.ts';
import { changePromise } from './change-promise.ts';
import type { EvaluationPorts } from './ports.ts';

/** 已兑现, judged by the deputy or 代表工委. */
export function keepPromise(ports: EvaluationPorts) {
  return (request: { promiseId: string; finding: string }, ctx: CommandContext) =>
    changePromise(ports, ctx, {
      promiseId: request.promiseId,
      action: 'evaluation.judge-promise',
      decide: (file, { today }) => decide(file, { ...request, today }),
    });
}
