import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { called, CLI, runbook, workspace } from './helpers/index.ts';
import type { Workspace } from './helpers/index.ts';

/** Call, exit code, what and why, what to do. */
type Message = readonly [call: string, status: number, says: RegExp, advice: RegExp];

const MISTYPED: readonly Message[] = [
  ['rnu', 2, /unknown command rnu: did you mean run\?/, /--help/],
  ['rollback.md', 2, /unknown command rollback\.md: that is a runbook/, /runbook run rollback\.md/],
  ['rollbak.md', 2, /unknown command rollbak\.md: no such file either/, /runbook list/],
  ['run rollback.md --yes --allow-destructive --target raxx-api-staging --set known-good-release=v84 --record Bda=v85', 2, /no column is called "Bda"/, /the columns are "Date \(UTC\)"/],
  ['help shw', 2, /unknown command shw: did you mean show\?/, /--help/],
  ['run rollback.md --taget x', 2, /unknown option --taget: did you mean --target\?/, /run --help/],
  ['run rollbak.md', 2, /cannot read rollbak\.md: no such file/, /did you mean rollback\.md\?/],
  ['run rollback.md --dry-run --target raxx-api-prd', 2, /--target raxx-api-prd: no such target/, /did you mean raxx-api-prod\?/],
  ['run rollback.md --dry-run --from slug-pth', 2, /--from slug-pth: no such step/, /did you mean slug-path-1\?/],
  ['run rollback.md --dry-run --only verify-recovry-1', 2, /--only verify-recovry-1: no such step/, /did you mean verify-recovery-1\?/],
  ['run rollback.md --dry-run --skip pre-fligth-2', 2, /--skip pre-fligth-2: no such step/, /did you mean pre-flight-2\?/],
  ['show rollback.md --section Slug-pth', 2, /--section "?Slug-pth"?: no such section/, /did you mean Slug path\?/],
  ['run rollback.md --dry-run --set known-good-relese=v84', 2, /--set known-good-relese: no such parameter/, /did you mean known-good-release\?/],
  ['run rollback.md --dry-run --set-file known-good-release', 2, /--set-file known-good-release: expected <name>=<path>, with an equals sign/, /for example --set-file release=release\.txt/],
  ['run rollback.md --yes --format ndjsn', 2, /--format ndjsn: expected text, ndjson or github/, /did you mean ndjson\?/],
  ['lint rollback.md --format jsn', 2, /--format jsn: expected text, json, sarif, github, gitlab or junit/, /did you mean json\?/],
  ['lint rollback.md --rule exmple-value=off', 2, /no rule is called "exmple-value"; "example-value" is one/, /explain/],
  ['lint rollback.md --shellcheck requird', 2, /--shellcheck requird: expected auto, required or off/, /did you mean required\?/],
  ['explain exmple-value', 2, /no rule is called "exmple-value"/, /did you mean example-value\?/],
  ['run rollback.md --yes --allow-destructive --target raxx-api-staging --set known-good-release=v84 --record Date=soon', 2, /the cell "Date \(UTC\)": "soon" is no date/, /nothing was run: give the cell again/],
  ['run rollback.md --no-history --push', 2, /--push: with --no-history there is no row/, /leave out one of them/],
  ['record rollback.md --record Bd=v85', 2, /no column is called "Bd"/, /the columns are "Date \(UTC\)"/],
  ['completion bsh', 2, /completion bsh: expected bash, zsh or fish/, /did you mean bash\?/],
  ['runs rport 1', 2, /runs rport: expected show, watch, report or pack/, /did you mean report\?/],
];

const WRONG: readonly Message[] = [
  ['show', 2, /show needs <file>/, /show --help/],
  ['run a.md b.md', 2, /run takes \[file\]: got 2: a\.md b\.md/, /run --help/],
  ['show .', 2, /cannot read \.: it is a folder/, /runbook list \./],
  ['show empty.md', 2, /cannot read empty\.md: it is empty/, /runbook init/],
  ['show binary.md', 2, /cannot read binary\.md: it is no text/, /Markdown/],
  ['show long.md', 2, /cannot read long\.md: the file has more than 3,000 lines of shell/, /split the file/],
  ['run long.md --yes', 2, /cannot read long\.md: the file has more than 3,000 lines of shell/, /split the file/],
  ['show latin1.md', 2, /cannot read latin1\.md: it is not UTF-8/, /iconv/],
  ['show nowhere/rollback.md', 2, /cannot read nowhere\/rollback\.md: no such file/, /runbook list/],
  ['run prose.md --yes', 2, /prose\.md/, /\S/],
  ['run rows.md --yes', 2, /rows\.md:\d+:\d+: cannot read rows\.md: the file has more than 60,000 lines, cells and links/, /split the file/],
  ['run rows.md --dry-run', 2, /cannot read rows\.md: the file has more than 60,000/, /move old rows/],
  ['history rows.md', 2, /cannot read rows\.md: the file has more than 60,000/, /move old rows/],
  ['history rows.md rollback.md', 0, /rows\.md:\d+:\d+: cannot read rows\.md: the file has more than 60,000/, /it is left out/],
  ['list', 0, /rows\.md:\d+:\d+: cannot read rows\.md: the file has more than 60,000/, /it is left out/],
  ['run rollback.md --yes', 2, /\S/, /--target|--set/],
  ['run rollback.md --yes --target raxx-api-prod --set known-good-release=v84', 2, /destr|rollback/, /--allow-destructive/],
  ['run rollback.md', 2, /terminal/, /--yes/],
  ['run rollback.md --dry-run --set known-good-release', 2, /--set known-good-release: expected <name>=<value>/, /for example/],
  ['run rollback.md --dry-run --target raxx-api-prod --set known-good-release=$(id)', 2, /the value of known-good-release/, /one plain word/],
  ['run rollback.md --target --yes', 2, /--target needs a value/, /run --help/],
  ['run rollback.md --yes=1', 2, /--yes takes no value/, /run --help/],
  ['run rollback.md --yes --timeout abc', 2, /--timeout abc: expected a duration/, /for example --timeout 90s/],
  ['run rollback.md --yes --timeout -5', 2, /--timeout -5: expected a duration/, /for example/],
  ['run rollback.md --yes --follow-for 3x', 2, /--follow-for 3x: expected a duration/, /for example/],
  ['run rollback.md --format ndjson', 2, /only an unattended run prints events/, /add --yes/],
  ['run rollback.md --allow-destructive', 2, /unattended runs/, /--yes/],
  ['resume nosuch', 2, /no run nosuch on this machine/, /runbook runs/],
  ['resume', 2, /\S/, /\S/],
  ['runs -o x.txt', 2, /--output is for runs report and runs pack/, />/],
  ['history rollback.md -o x.txt', 2, /--output is for a page: the format is text/, /--format html/],
  ['runs show', 2, /runs show needs <id>/, /runbook runs/],
  ['runs show nosuch', 2, /no run nosuch/, /runbook runs/],
  ['record prose.md --record Outcome=Success', 2, /prose\.md has no history table/, /--add-history/],
  ['record rollback.md', 2, /missing .*there is no terminal to ask in/, /--record/],
  ['lint nowhere.md', 2, /cannot lint nowhere\.md: no such file or folder/, /globs/],
  ["lint nowhere/*.md", 2, /the glob matches no Markdown file/, /quoted globs/],
  ['lint folder', 2, /cannot lint folder: there is no Markdown file in it/, /\.gitignore/],
  ['lint rollback.md --max-warnings x', 2, /--max-warnings x: expected a whole number/, /lint --help/],
  ['lint rollback.md --now yesterday', 2, /--now yesterday: expected a day such as 2026-05-14/, /lint --help/],
  ['lint rollback.md --baseline nope.json', 2, /cannot read the baseline nope\.json: no such file/, /--update-baseline/],
  ['lint rollback.md --changed-since nope', 2, /cannot tell what changed since nope/, /fetch/],
  ['history rollback.md --since abc', 2, /--since abc: expected a day or an age/, /for example/],
  ['history nowhere', 2, /nowhere: no such file or folder/, /globs/],
  ['list nowhere', 2, /nowhere: no such file or folder/, /globs/],
  ['init rollback.md', 2, /cannot write rollback\.md: it already exists/, /choose another name/],
  ['init empty.md/new.md', 2, /cannot write empty\.md\/new\.md/, /\S/],
  ['run pin.md --yes', 2, /pin\.md:3:\d+: a pin is not understood: timeout=soon/, /fix it/],
];

/** Files that none of the calls changes. */
function files(): Workspace {
  const folder = workspace({
    'empty.md': '',
    'rows.md': '# Rows\n\n```bash\ntrue\n```\n\n' + '| a | b |\n'.repeat(20_000),
    'prose.md': '# Notes\n\nNothing to run here.\n',
    'pin.md': '# Pins\n\n```bash {timeout=soon}\ntrue\n```\n',
  });
  copyFileSync('runbooks/rollback.md', folder.at('rollback.md'));
  writeFileSync(folder.at('binary.md'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2]));
  writeFileSync(folder.at('long.md'), `# Long\n\n\`\`\`bash\n${'acmectl look\n'.repeat(3001)}\`\`\`\n`);
  writeFileSync(folder.at('latin1.md'), Buffer.from('# Caf\u00e9\n', 'latin1'));
  mkdirSync(folder.at('folder'));
  return folder;
}

/** One line of what and why, one line of what to do, nothing else, no stack, and nothing on stdout. */
async function judge(folder: Workspace, [call, status, says, advice]: Message): Promise<void> {
  const outcome = await called(...call.split(' ')).in(folder).finish();
  expect({ call, ...outcome }).toEqual({ call, status, stdout: expect.any(String), stderr: expect.stringMatching(/^runbook: \S.*\n {2}\S.*\n/) });
  expect(outcome.stderr).toMatch(says);
  expect(outcome.stderr.slice(outcome.stderr.indexOf('\n'))).toMatch(advice);
  expect(outcome.stderr).not.toMatch(/\n {4}at |undefined|\[object|NaN|Error:/);
}

describe('a mistyped word is met with what was probably meant', () => {
  it.each(MISTYPED)('runbook %s', async (...message) => judge(files(), message));
});

describe('an error says what, where and what to do, with the exit code of the table', () => {
  it.each(WRONG)('runbook %s', async (...message) => judge(files(), message));
});

it('a fault of its own is one line, without a stack where nobody asks for it', async () => {
  const folder = workspace({ 'r.md': '# R\n\n```bash\ntouch began; sleep 1\n```\n', 'fault.mjs': "import { watch } from 'node:fs';\nconst w = watch('.', () => { w.close(); setImmediate(() => { throw new Error('boom'); }); });\n" });
  const call = (env: Readonly<Record<string, string>>): Promise<unknown> => runbook('run', 'r.md', '--yes').in(folder).withNode(`--import=${folder.at('fault.mjs')}`).withEnv(env).expect({ status: 2, stderr: env['RUNBOOK_DEBUG'] === undefined ? /^runbook: internal error: boom\n {2}\S.*\n$/ : /boom[^]*\n {4}at / });
  await call({});
  await call({ RUNBOOK_DEBUG: '1' });
});

it.skipIf(process.getuid?.() !== 0 || process.platform !== 'linux')('a user without an account and without HOME is told what to set; lint goes without its cache', ({ skip }) => {
  const folder = workspace({ 'r.md': '# R\n' });
  chmodSync(folder.path, 0o755);
  const another = { cwd: folder.path, uid: 54_321, gid: 54_321, env: { PATH: process.env['PATH'] }, encoding: 'utf8' } as const;
  skip(spawnSync(process.execPath, [CLI, '--version'], another).status !== 0, 'another user cannot reach this checkout: its folder is closed to others');
  const nobody = (...args: readonly string[]): { readonly status: number | null; readonly stderr: string } => spawnSync(process.execPath, [CLI, ...args], another);
  expect(nobody('runs')).toMatchObject({ status: 2, stderr: 'runbook: nobody knows where your home folder is: HOME is not set to a full path, and this user has no account here\n  set HOME, or XDG_STATE_HOME for what is kept of runs\n' });
  expect(nobody('lint', 'r.md', '--no-shellcheck')).toMatchObject({ status: 0 });
});
