/** A process with real parts, for lifecycle.test.ts. argv[2] chooses what goes wrong. */
import { Lifecycle, type Part, type Phase } from '../../src/lifecycle.ts';
import { createLogger } from '../../src/logger.ts';

const trouble = process.argv[2];
const say = (what: string): void => void process.stdout.write(`${what}\n`);

function part(phase: Phase): Part {
  return {
    name: phase,
    phase,
    start: async () => {
      if (trouble === 'start-fails' && phase === 'http') throw new Error('port is taken');
      say(`start ${phase}`);
    },
    stop: async () => {
      say(`stop ${phase}`);
      if (trouble === 'stop-fails' && phase === 'http') throw new Error('socket is stuck');
      if (trouble === 'stop-hangs' && phase === 'http') await new Promise(() => undefined);
    },
  };
}

const lifecycle = new Lifecycle({
  log: createLogger({ service: 'test', level: 'fatal' }),
  watchParent: process.env['HUIYIN_PARENT_WATCH'] === '1',
  stopCapMs: 500,
});
setInterval(() => undefined, 1_000);
await lifecycle.start(
  (['readiness', 'consumers', 'rpc', 'http', 'relay', 'broker', 'storage'] as const).map(part),
);
say('ready');
if (trouble === 'rejection') void Promise.reject(new Error('nobody cares'));
