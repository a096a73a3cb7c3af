/** The task `seed` of deploy/compose.yaml: the demo city, once, by the same steps as `npm start`. */
import { SHOWN_TENANT } from '@huiyin/demo-city/accounts';
import { say } from './console.ts';
import { seedDemoCity } from './seed.ts';
import { seedOnce } from './seed-once.ts';
import { seedPastCases } from './seed-past-cases.ts';

const { DATABASE_URL = '', GATEWAY_URL = '', IDENTITY_KEY_FILE = '', PEER_DIRECTORY = '' } = process.env;

const seeded = await seedOnce(DATABASE_URL, async () => {
  await seedDemoCity({
    gatewayUrl: GATEWAY_URL,
    target: () => PEER_DIRECTORY,
    identity: { keyFile: () => IDENTITY_KEY_FILE, jwksFile: '' },
    say,
  });
  await seedPastCases(GATEWAY_URL, SHOWN_TENANT);
});
say(seeded ? 'the demo city is in place' : 'the demo city was in place already');
