import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Timed } from './measure.ts';

/** The built program. */
export const CLI = resolve('dist/cli.js');
export const ROLLBACK = resolve('runbooks/rollback.md');

const scratch = mkdtempSync(join(tmpdir(), 'runbook-bench-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** A state folder of the bench's own, so that nothing of the user's is touched. */
export const ENVIRONMENT: Readonly<Record<string, string>> = { XDG_STATE_HOME: join(scratch, 'state'), XDG_CACHE_HOME: join(scratch, 'cache'), NO_COLOR: '1' };

let texts = 0;

/** A call of the same runbook with a text that no call has read, each time another: readings are kept from call to call. */
export function unread(path: string, call: (path: string) => Timed): Timed {
  return () => call(file('unread.md', `${readFileSync(path, 'utf8')}\n<!-- ${++texts} -->\n`))();
}

/** A file in the bench's scratch folder. */
export function file(name: string, text: string): string {
  const path = join(scratch, name);
  mkdirSync(resolve(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

/** A folder with so many copies of rollback.md, no two alike. */
export function manyRunbooks(count: number): string {
  const text = readFileSync(ROLLBACK, 'utf8');
  for (let i = 0; i < count; i++) file(`many-${count}/runbooks/r${i}.md`, text.replace('# Rollback a production release', `# Rollback release train ${i}`));
  return join(scratch, `many-${count}`);
}

/** A runbook with so many steps that run this code. */
export function withSteps(count: number, code: string): string {
  const steps = Array.from({ length: count }, (_, i) => `## Step ${i + 1}\n\n\`\`\`bash\n${code}\n\`\`\`\n`);
  return file(`steps-${count}-${Buffer.from(code).toString('hex').slice(0, 40)}.md`, `# Steps\n\n${steps.join('\n')}`);
}

/** A runbook of one block with so many lines that act. */
export function withLines(count: number): string {
  const lines = Array.from({ length: count }, (_, i) => `kubectl delete pod web-${i} -n shop`);
  return file(`lines-${count}.md`, `# Clean up\n\n## Steps\n\nDelete the pods:\n\n\`\`\`bash\n${lines.join('\n')}\n\`\`\`\n`);
}

/** A runbook whose history table has so many rows. */
export function withHistory(rows: number): string {
  const row = '| 2026-05-14 21:24:25 UTC | raxx-api-staging | operator | v431 | v430 | <1 | Success — dyno up |';
  const text = readFileSync(ROLLBACK, 'utf8');
  const at = text.indexOf('| 2026-05-14');
  return file(`history-${rows}.md`, `${text.slice(0, at)}${Array.from({ length: rows }, () => row).join('\n')}\n`);
}

/** A state folder with so many runs: copies of one that the program made. */
export function keptRuns(count: number): string {
  const state = join(scratch, `kept-${count}`);
  if (existsSync(state)) return state;
  execFileSync(process.execPath, [CLI, 'run', withSteps(3, ':'), '--yes', '--no-history'], { env: { ...process.env, ...ENVIRONMENT, XDG_STATE_HOME: state } });
  const runs = join(state, 'runbook', 'runs');
  const [made = ''] = readdirSync(runs);
  for (let i = 1; i < count; i++) {
    const id = `20260101-${String(i).padStart(9, '0')}-${i.toString(16).padStart(4, '0')}`;
    cpSync(join(runs, made), join(runs, id), { recursive: true });
    const journal = join(runs, id, 'events.ndjson');
    writeFileSync(journal, readFileSync(journal, 'utf8').replaceAll(made, id));
  }
  return state;
}

/** A Markdown text of about so many bytes. */
export function ofSize(bytes: number): string {
  const text = readFileSync(ROLLBACK, 'utf8');
  return file(`size-${bytes}.md`, bytes < text.length ? `${text.slice(0, bytes)}\n` : text.repeat(Math.ceil(bytes / text.length)).slice(0, bytes));
}
