import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';

/** The folders whose code decides what a runbook comes to. */
const READER = ['model', 'shell-syntax', 'parse', 'plan', 'plan-lock'];

/** Which reader the sources are: a digest of them, so that no changed word list passes for the one that was locked with. */
export function readerVersion() {
  return digestOf(READER.flatMap((folder) => globSync(`src/${folder}/**/*.ts`))).slice(0, 12);
}

/** A digest of all that the program is built from, with its libraries: what an earlier program kept is not taken for this one's. */
export function builtFrom() {
  return digestOf([...globSync('src/**/*.{ts,tsx}'), ...globSync('build/*.mjs'), 'package.json', 'package-lock.json']);
}

function digestOf(files) {
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}
