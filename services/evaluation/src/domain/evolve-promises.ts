import type { EvaluationEvent } from './events.ts';
import type { OpenPromise, PromiseItem } from './promise-item.ts';

/** The promises of a case after an event. */
export function evolvePromises(
  promises: readonly PromiseItem[],
  event: EvaluationEvent,
): readonly PromiseItem[] {
  if (event.type === 'promise-opened') {
    const { promiseId, assignmentId, unitId, text, dueOn } = event;
    return [...promises, { status: 'open', promiseId, assignmentId, unitId, text, dueOn, reports: [] }];
  }
  if (!('promiseId' in event)) return promises;
  return promises.map((promise) =>
    promise.promiseId === event.promiseId && promise.status === 'open'
      ? evolvePromise(promise, event)
      : promise,
  );
}

function evolvePromise(promise: OpenPromise, event: EvaluationEvent): PromiseItem {
  switch (event.type) {
    case 'promise-progressed':
      return {
        ...promise,
        reports: [...promise.reports, { on: event.progressedOn, progress: event.progress }],
      };
    case 'promise-kept':
      return { ...promise, status: 'kept', keptOn: event.keptOn, finding: event.finding };
    case 'promise-broken':
      return { ...promise, status: 'broken', brokenOn: event.brokenOn, explanation: event.explanation };
    default:
      return promise;
  }
}
