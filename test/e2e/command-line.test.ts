import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { declaredCommands } from '../../src/commands/command-line/index.ts';
import { called, CLI, cleanEnvironment, runbook, terminal, workspace } from './helpers/index.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

describe('the command line', () => {
  it('answers --version', () => called('--version').expect({ status: 0, stdout: `${version}\n`, stderr: '' }));

  it('lists every command in --help', async () => {
    const { stdout } = await called('--help').expect({ status: 0, stderr: '' });
    for (const command of declaredCommands()) expect(stdout).toContain(`  ${command.name()} `);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it.each(declaredCommands().map((command) => ({ name: command.name(), examples: command.about.examples })))('explains $name with two examples or more in 80 columns', async ({ name, examples }) => {
    const { stdout } = await called(name, '--help').expect({ status: 0, stderr: '' });
    expect(examples.length).toBeGreaterThanOrEqual(2);
    for (const { what } of examples) expect(stdout).toContain(`# ${what}`);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('says what an unknown command may have meant', () =>
    called('rnu').expect({ status: 2, stdout: '', stderr: 'runbook: unknown command rnu: did you mean run?\n  runbook --help lists the commands\n' }));

  it('says what an unknown option may have meant', () =>
    called('run', 'x.md', '--tarrget', 'a').expect({ status: 2, stdout: '', stderr: 'runbook: unknown option --tarrget: did you mean --target?\n  runbook run --help lists what it takes\n' }));

  it('does not take the next option for a value', () =>
    called('run', 'x.md', '--target', '--yes').expect({ status: 2, stderr: /^runbook: --target needs a value: expected --target <name>\n {2}\S.*\n$/ }));

  it('wants an equals sign in --set', () => called('run', 'x.md', '--set', 'release').expect({ status: 2, stderr: /^runbook: --set release: expected <name>=<value>, with an equals sign\n {2}\S.*\n$/ }));

  it('wants its argument', () => called('show').expect({ status: 2, stderr: 'runbook: show needs <file>\n  runbook show --help lists what it takes\n' }));

  it('keeps what Node warns of to itself', () =>
    runbook('run', 'r.md', '--yes').in(workspace({ 'r.md': '# R\n\n```bash\nls\n```\n' })).withEnv({ NO_COLOR: '1', FORCE_COLOR: '1' }).expect({ status: 0, stderr: '' }));

  it.skipIf(process.platform !== 'linux')('says that its output could not be written', () => {
    const { status, stderr } = spawnSync('bash', ['-c', `exec "${process.execPath}" "${CLI}" --help > /dev/full`], { env: cleanEnvironment(), encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/^runbook: cannot write the output: ENOSPC/) });
  });

  it('loads neither the parser nor the view for --help', () => {
    const trace = execFileSync(process.execPath, ['--experimental-loader', loaderThatNames(), CLI, '--help'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_NO_WARNINGS: '1' } });
    const loaded = trace.split('\n').filter((line) => line.startsWith('loaded '));
    expect(loaded.length).toBeGreaterThan(0);
    // The bin, the dispatcher, the model, and the bundler's own helpers: together smaller than the parser alone.
    expect(loaded.reduce((size, line) => size + statSync(fileURLToPath(line.replace('loaded ', ''))).size, 0)).toBeLessThan(40_000);
  });
});

/** A module hook that prints the path of each file of ours that is loaded. */
function loaderThatNames(): string {
  const source = "import { writeSync } from 'node:fs'; export async function load(url, context, next) { if (url.includes('/dist/')) writeSync(1, `loaded ${url}\\n`); return next(url, context); }";
  return `data:text/javascript,${encodeURIComponent(source)}`;
}

describe('on a Node that is too old', () => {
  const system = oldNode();
  it.skipIf(system === null)('says which it needs and which this is, in one line', () => {
    let status = 0;
    let stderr = '';
    try {
      execFileSync(system ?? '', [CLI, '--version'], { encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      ({ status, stderr } = error as { status: number; stderr: string });
    }
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/^runbook: needs Node 22\.12 or newer, this is \d+\.\d+\.\d+\n {2}\S.*\n$/) });
  });
});

/** The system's Node where it is older than what we need, else `null`. */
function oldNode(): string | null {
  for (const path of ['/usr/bin/node', '/usr/local/bin/node']) {
    try {
      const major = Number(execFileSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8' }).split('.')[0]);
      if (major < 22) return path;
    } catch {
      // Not there.
    }
  }
  process.stdout.write('skipped: no Node older than 22 on this machine to show the message of an old Node\n');
  return null;
}

it('is driven in a pseudo-terminal', async () => {
  const screen = terminal(['--help'], { columns: 100, rows: 40 });
  await screen.waitFor('Usage: runbook <command> [options]');
  expect(await screen.exit()).toBe(0);
});
