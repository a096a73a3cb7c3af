import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { PLACES } from '@huiyin/demo-city/places';
import { demoRegister } from '@huiyin/demo-city/register';
import { logIn } from './api/session.ts';
import type { ImportReport } from './import-register.ts';

/** As many as one call takes; enough for the likeliest unit of every matter the generator knows. */
const PAST_CASES = 200;

/**
 * Files past sessions' cases of one tenant, so that proposals of units have something to learn from. May be repeated:
 * a row filed already is known.
 */
export async function seedPastCases(
  gatewayUrl: string,
  tenant: string,
): Promise<Pick<ImportReport, 'taken' | 'known'>> {
  const place = PLACES.find((each) => each.tenant === tenant);
  if (place === undefined) throw new Error(`the demo city has no ${tenant}`);
  const desk = await logIn(gatewayUrl, `desk@${tenant}`, DEMO_PASSWORD);
  const past = demoRegister({ seed: 'past cases', place, rows: PAST_CASES });
  const rows = past.map((row, index) => ({ line: index + 1, row }));
  const { results } = await desk.send<{ results: readonly { outcome: string; message: string }[] }>(
    'POST',
    '/imports',
    { source: 'demo-city past cases', rows },
  );
  const refused = results.find(({ outcome }) => outcome === 'refused');
  if (refused !== undefined) throw new Error(`a past case was refused: ${refused.message}`);
  const count = (wanted: string): number => results.filter(({ outcome }) => outcome === wanted).length;
  return { taken: count('taken'), known: count('known') };
}
