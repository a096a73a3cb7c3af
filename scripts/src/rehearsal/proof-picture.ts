import type { Random } from '@huiyin/demo-city/random';
import { encode } from 'fast-png';

const WIDTH = 320;
const HEIGHT = 240;
const CHANNELS = 3;

/** A picture that stands for a photograph of the place: sky over ground in colours of the case's own. PNG. */
export function proofPicture(random: Random): Buffer {
  const sky = [random.int(120, 200), random.int(170, 220), random.int(200, 250)];
  const ground = [random.int(70, 150), random.int(90, 150), random.int(60, 110)];
  const horizon = random.int(90, 150);
  const data = new Uint8Array(WIDTH * HEIGHT * CHANNELS);
  for (let y = 0; y < HEIGHT; y += 1) {
    const colour = y < horizon ? sky : ground;
    for (let x = 0; x < WIDTH; x += 1) data.set(colour, (y * WIDTH + x) * CHANNELS);
  }
  return Buffer.from(encode({ width: WIDTH, height: HEIGHT, channels: CHANNELS, depth: 8, data }));
}
