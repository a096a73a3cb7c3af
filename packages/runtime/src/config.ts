import type { z } from 'zod';

/** The environment does not hold what the process needs. `problems` has one line per variable, without values. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`wrong configuration: ${problems.join('; ')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/**
 * Reads the environment once by a zod schema whose keys are variable names. Throws ConfigError with every problem at
 * once. An empty variable counts as absent; a malformed one never falls back to a default.
 */
export function parseConfig<Schema extends z.ZodType>(
  schema: Schema,
  env: Readonly<Record<string, string | undefined>>,
): z.output<Schema> {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given, { reportInput: false });
  if (parsed.success) return parsed.data;
  throw new ConfigError(
    parsed.error.issues.map((issue) => {
      const name = issue.path.join('.') || 'environment';
      return `${name}: ${given[name] === undefined && name !== 'environment' ? 'is missing' : issue.message}`;
    }),
  );
}

/** Exit code of a process whose configuration is wrong; the starter tells it from a crash and does not restart. */
export const CONFIG_EXIT_CODE = 78;

/** Runs `main`; a wrong configuration ends the process with one clear line per problem instead of a stack. */
export async function runConfigured(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const problem of error.problems) process.stderr.write(`configuration: ${problem}\n`);
    process.exit(CONFIG_EXIT_CODE);
  }
}
