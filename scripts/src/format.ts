import { runCommand } from './run-check.ts';

const { code } = await runCommand('prettier', ['--write', '--log-level', 'warn', '.'], { show: true });
process.exit(code);
