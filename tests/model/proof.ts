import { readFileSync } from 'node:fs';
import type { Proof } from './transition.ts';

const services = new URL('../../services/', import.meta.url);

/** The words of one test: from its name to the next test of the file. Undefined when there is none of that name. */
function bodyOf({ file, test }: Proof): string | undefined {
  const text = readFileSync(new URL(file, services), 'utf8');
  const start = text.indexOf(`'${test}'`);
  if (start < 0) return undefined;
  const next = text.slice(start).search(/\n {2}it[.(]/);
  // A table of cases stands before the name of its test.
  const table = text.lastIndexOf('\n  it', start);
  return text.slice(table, next < 0 ? undefined : start + next);
}

/** A test that may not run proves nothing. */
const SKIPPED = /^\s*it\.(?:skip|todo|only|fails|runIf)/;

/** What is wrong with a proof; undefined when its test is there, is run, and refuses with the code it names. */
export function problem(proof: Proof): string | undefined {
  const body = bodyOf(proof);
  if (body === undefined) return `${proof.file} has no test "${proof.test}"`;
  if (SKIPPED.test(body)) return `"${proof.test}" may be skipped`;
  const { code } = proof;
  return code === undefined || body.includes(`'${code}'`)
    ? undefined
    : `"${proof.test}" does not refuse with ${code}`;
}
