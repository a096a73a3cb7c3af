import { findProgram } from './find-program.ts';

/** The first is Chromium without windows of its own: the same engine at half the work. */
const PROGRAMS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/** The system's Chromium, in which `npm test` looks at pages. */
export function findChromium(): string | undefined {
  return PROGRAMS.map(findProgram).find((path) => path !== undefined);
}
