import { StartupFailure } from '@huiyin/deploy/servers/startup-failure';

const isTerminal = process.stdout.isTTY;
const RED = '\u001b[31m';
const YELLOW = '\u001b[33m';
const PLAIN = '\u001b[0m';

/** One line of progress. */
export function say(line: string): void {
  process.stdout.write(`huiyin: ${line}\n`);
}

/** One line about something that is wrong. */
export function complain(line: string): void {
  process.stderr.write(`${paint(`huiyin: ${line}`, RED)}\n`);
}

/** A warning or error of one process. */
export function showFrom(name: string, line: string): void {
  process.stderr.write(`${paint(name.padEnd(12), YELLOW)} ${line}\n`);
}

/** The one line for a failure a person can act on; anything unforeseen is shown with its stack. */
export function describeFailure(error: unknown): string {
  if (error instanceof StartupFailure) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function paint(text: string, colour: string): string {
  return isTerminal ? `${colour}${text}${PLAIN}` : text;
}
