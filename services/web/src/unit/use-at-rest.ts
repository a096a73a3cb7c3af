import { useEffect, useEffectEvent, useState } from 'react';
import { Refused } from '../api/client.ts';

/** Typing rests this long before the server is asked about it, milliseconds. */
const REST_MS = 1_500;
/** A server that is busy or cannot be reached is asked again after this, milliseconds. */
const RETRY_MS = 10_000;

/** The last answer stays until there is a newer one. */
export interface AtRest<Answer> {
  readonly answer: Answer | undefined;
  /** The answer is to what stands on the page now. */
  readonly isCurrent: boolean;
  /** Why the present question has no answer; undefined while nothing went wrong. */
  readonly error: unknown;
}

interface State<Answer> {
  readonly answer: Answer | undefined;
  readonly answered: string;
  readonly failed: { readonly key: string; readonly error: unknown } | undefined;
}

/** Asks about what is being written whenever typing rests; undefined asks nothing. */
export function useAtRest<Question, Answer>(
  question: Question | undefined,
  ask: (question: Question) => Promise<Answer>,
): AtRest<Answer> {
  const key = question === undefined ? '' : JSON.stringify(question);
  const [{ answer, answered, failed }, setState] = useState<State<Answer>>({
    answer: undefined,
    answered: '',
    failed: undefined,
  });
  const askNow = useEffectEvent(async (isWanted: () => boolean) => {
    if (question === undefined) return;
    try {
      const found = await ask(question);
      if (isWanted()) setState({ answer: found, answered: key, failed: undefined });
    } catch (error) {
      if (isWanted()) setState((now) => ({ ...now, failed: { key, error } }));
    }
  });
  const failure = failed?.key === key ? failed : undefined;
  const hasAnswer = answer !== undefined;
  useEffect(() => {
    if (key === '' || key === answered || (failure !== undefined && isForGood(failure.error)))
      return undefined;
    let isWanted = true;
    const wait = failure !== undefined ? RETRY_MS : hasAnswer ? REST_MS : 0;
    const timer = setTimeout(() => void askNow(() => isWanted), wait);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [key, answered, failure, hasAnswer]);
  return { answer, isCurrent: hasAnswer && key === answered, error: failure?.error };
}

/** The same words will be refused again, unless the server was only busy. */
function isForGood(error: unknown): boolean {
  return error instanceof Refused && error.problem.status < SERVER_SIDE && error.problem.status !== TOO_MANY;
}

const SERVER_SIDE = 500;
const TOO_MANY = 429;
