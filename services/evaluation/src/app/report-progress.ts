import type { CommandContext } from '@huiyin/kernel/command-context';
import { reportProgress as decide } from '../domain/keep-promise.ts';
import { changePromise } from './change-promise.ts';
import type { EvaluationPorts } from './ports.ts';

/** The unit tells how far a promise is. */
export function reportProgress(ports: EvaluationPorts) {
  return (request: { promiseId: string; progress: string }, ctx: CommandContext) =>
    changePromise(ports, ctx, {
      promiseId: request.promiseId,
      action: 'evaluation.report-promise',
      decide: (file, { today, rules }) => decide(file, { ...request, today, rules }),
    });
}
