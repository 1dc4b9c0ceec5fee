import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RULES } from '../../src/lint/index.ts';

interface Packed {
  readonly files: readonly { readonly path: string; readonly mode: number }[];
}

/** What `npm pack` would put into the tarball. */
function packed(): Packed['files'] {
  const told = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--offline'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  // By package name in newer npm, a list in older.
  const [one] = Object.values(JSON.parse(told) as Record<string, Packed>);
  return one?.files ?? [];
}

it('the package holds what runs, and nothing else', () => {
  const files = packed();
  const chunks = files.filter(({ path }) => /^dist\/chunks\/[\w-]+-[A-Z0-9]{8}\.cjs$/.test(path));
  expect(chunks.length).toBeGreaterThan(5);
  // The pages that findings and editors link to.
  const pages = files.filter(({ path }) => /^dist\/rules\/[\w-]+\.md$/.test(path));
  expect(pages.map(({ path }) => path.replace(/^dist\/rules\/|\.md$/g, '')).sort()).toEqual([...RULES.map(({ id }) => id), 'pins'].sort());
  expect(files.filter((file) => !chunks.includes(file) && !pages.includes(file)).map(({ path }) => path).sort()).toEqual([
    'LICENSE',
    'README.md',
    'dist/cli.js',
    'dist/config.schema.json',
    'dist/runbook.1',
    'dist/temporal-workflow.js',
    'dist/third-party-licences.txt',
    'dist/thread.js',
    'package.json',
  ]);
  expect(files.find(({ path }) => path === 'dist/cli.js')?.mode).toBe(0o755);
});

it('the package installs with one other package, an optional one, and without running anything', () => {
  const about = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown> & { scripts: Record<string, string> };
  expect(Object.keys(about).filter((key) => /dependencies$/i.test(key))).toEqual(['devDependencies', 'optionalDependencies']);
  expect(Object.keys(about['optionalDependencies'] ?? {})).toEqual(['satteri']);
  expect(Object.keys(about.scripts).filter((name) => /^(?:pre|post)?install$/.test(name))).toEqual([]);
  expect(about).toMatchObject({ bin: { runbook: 'dist/cli.js' }, man: ['dist/runbook.1'], type: 'module', engines: { node: '>=22.12' } });
});

it('the licences of all bundled packages go with it', () => {
  const text = readFileSync('dist/third-party-licences.txt', 'utf8');
  for (const name of ['execa', 'ink', 'react', 'unified', 'remark-parse', 'yaml', 'unbash']) expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
  expect(text).not.toContain(process.cwd());
});
