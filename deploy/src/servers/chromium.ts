import { findProgram } from './find-program.ts';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The system's Chromium, in which `npm test` looks at pages. */
export function findChromium(): string | undefined {
  return PROGRAMS.map(findProgram).find((path) => path !== undefined);
}
