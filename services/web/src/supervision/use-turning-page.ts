import { useEffect, useState } from 'react';

/** How long a page stands before the next one. */
const STANDS_MS = 20_000;

/** Which page is shown, from 0. */
export interface TurningPage {
  readonly page: number;
  readonly pages: number;
}

/**
 * Turns the pages of a screen that nobody works on, by itself. Any key stops it where it is, and the next one lets it go
 * on.
 */
export function useTurningPage(pages: number): TurningPage {
  const [turned, setTurned] = useState(0);
  const [isStopped, setStopped] = useState(false);
  useEffect(() => {
    const change = (): void => setStopped((before) => !before);
    window.addEventListener('keydown', change);
    return () => window.removeEventListener('keydown', change);
  }, []);
  useEffect(() => {
    if (isStopped || pages < 2) return undefined;
    const timer = setInterval(() => setTurned((before) => before + 1), STANDS_MS);
    return () => clearInterval(timer);
  }, [isStopped, pages]);
  return { page: pages === 0 ? 0 : turned % pages, pages };
}
