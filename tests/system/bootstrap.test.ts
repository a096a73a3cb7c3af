import { join } from 'node:path';
import { runProgram } from '@huiyin/deploy/servers/run-program';
import { REPOSITORY } from '@huiyin/deploy/state-directory';
import { describe, expect, it } from 'vitest';

const BOOTSTRAP = join(REPOSITORY, 'scripts/bootstrap.mjs');

describe('the entry of every npm command', () => {
  it('refuses a Node that is too old, before it installs anything', async () => {
    const older = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'18.20.0'})`;
    const { code, output } = await runProgram(process.execPath, ['--import', older, BOOTSTRAP, 'doctor']);
    expect(code).toBe(1);
    expect(output.trim()).toBe('huiyin: Node 18.20.0 is too old: 20 or newer is needed');
  });

  it.each(['', 'nonsense', '../start', 'Start'])('refuses the command %j', async (command) => {
    const { code, output } = await runProgram(process.execPath, [BOOTSTRAP, command]);
    expect(code).toBe(1);
    expect(output.trim().split('\n').at(-1)).toBe(`huiyin: there is no command ${JSON.stringify(command)}`);
  });
});
