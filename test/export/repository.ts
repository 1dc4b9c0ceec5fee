import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { runbook, workspace, type Workspace } from '../e2e/helpers/index.ts';

/** Whether jobs for all five apps are played: a quarter of a minute for each forge. `npm run drills` does it. */
export const PLAYS_DRILLS = process.env['RUNBOOK_TEST_DRILLS'] === '1';

/** The targets of rollback.md. */
export const APPS = ['raxx-api-prod', 'raxx-api-staging', 'raxx-console-prod', 'raxx-console-staging', 'raxx-velvet-prod'];

/** A repository of runbooks that others can push to. */
export interface Repository {
  readonly folder: Workspace;
  readonly git: (...args: string[]) => string;
  readonly clone: (name: string) => string;
  /** The rows of `rollback.md` that an operator's runs pushed. */
  readonly rowsOf: (operator: string) => readonly string[];
}

/** A repository with rollback.md or other runbooks, locked. */
export async function repository(files: Readonly<Record<string, string>> = { 'work/rollback.md': readFileSync('runbooks/rollback.md', 'utf8') }): Promise<Repository> {
  const folder = workspace(files);
  const git = (...args: string[]): string => execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: folder.at('work'), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  git('init', '-q', '-b', 'main');
  await runbook('lock', ...Object.keys(files).map((name) => name.replace('work/', '')), '--accept-open', '--operator', 'reviewer').in(folder.at('work')).expect({ status: 0 });
  git('add', '-A');
  git('commit', '-qm', 'start');
  git('clone', '-q', '--bare', '.', folder.at('origin.git'));
  const clone = (name: string): string => (git('clone', '-q', folder.at('origin.git'), folder.at(name)), folder.at(name));
  const rowsOf = (operator: string): readonly string[] => git('--git-dir', folder.at('origin.git'), 'show', 'main:rollback.md').split('\n').filter((line) => /^\| \d{4}/.test(line) && line.includes(`| ${operator} |`));
  return { folder, git, clone, rowsOf };
}
