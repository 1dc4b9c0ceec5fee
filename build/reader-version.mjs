import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';

/** The folders whose code decides what a runbook comes to. */
const READER = ['model', 'shell-syntax', 'parse', 'plan', 'plan-lock'];

/** Which reader the sources are: a digest of them, so that no changed word list passes for the one that was locked with. */
export function readerVersion() {
  const hash = createHash('sha256');
  for (const file of READER.flatMap((folder) => globSync(`src/${folder}/**/*.ts`)).sort()) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 12);
}
