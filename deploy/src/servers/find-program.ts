import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where system packages put servers although an ordinary user's PATH leaves it out. */
const MORE_DIRECTORIES = ['/usr/local/sbin', '/usr/sbin', '/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

/** The full path of an executable, or undefined. */
export function findProgram(name: string): string | undefined {
  return findPrograms(name)[0];
}

/** Every executable of that name, the one that a shell would run first. */
export function findPrograms(name: string): readonly string[] {
  const directories = [...(process.env['PATH'] ?? '').split(delimiter), ...MORE_DIRECTORIES];
  return directories
    .filter((directory) => directory !== '')
    .map((directory) => join(directory, name))
    .filter((path, index, paths) => paths.indexOf(path) === index && isExecutable(path));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
