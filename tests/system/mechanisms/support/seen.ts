import type { TestContext } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** What a test of a mechanism saw, for the table of `npm run mechanisms`. */
    seen?: string[];
  }
}

/** Notes what was seen, in Chinese, with the numbers and names that were really there. */
export function seen({ task }: TestContext, what: string): void {
  task.meta.seen = [...(task.meta.seen ?? []), what];
}
