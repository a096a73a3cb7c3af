import { existsSync } from 'node:fs';
import { untilQuiet } from '@huiyin/scripts/api/quiet';
import { Cast } from '@huiyin/scripts/road/cast';
import { startRunningSystem } from './running-system.ts';
import { keepCity, seededCityFolder } from './seeded-city.ts';

const TENANT = 'donghu';
/** Eight services hear of a thousand people and units. */
const SEEDED_WITHIN_MS = 300_000;

/**
 * Before the first project of a whole run that needs the demo city: lets one system be seeded and everybody hear of it,
 * and keeps what it stored. Each system of the run then begins with a copy of its own instead of minutes of seeding.
 */
export async function setup(): Promise<void> {
  const folder = seededCityFolder();
  if (folder === undefined || existsSync(folder)) return;
  const system = await startRunningSystem('seeding');
  try {
    const operator = await new Cast(system.gatewayUrl, TENANT).person('operator');
    await untilQuiet(operator, '', SEEDED_WITHIN_MS);
  } catch (error) {
    await system.stop();
    throw error;
  }
  await system.stop((state) => keepCity(state, folder));
}
