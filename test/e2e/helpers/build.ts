import { execFileSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';

/** Builds dist/ once before the tests, where a source is newer than it. */
export default function setup(): void {
  const built = modified('dist/cli.js');
  const newest = Math.max(...globSync(['src/**/*.{ts,tsx,json}', 'build/*.mjs', 'package.json']).map(modified));
  if (built < newest) execFileSync(process.execPath, ['build/build.mjs'], { stdio: 'inherit' });
}

function modified(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
