import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment, oldNode, runProgram } from './programs.ts';
import type { Place, Ran } from './programs.ts';

/** `npm run test:install`: packs the program, installs it as a user does, and uses it from a folder without the sources. */
const NODES = ['22', '24', '26'];

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const root = realpathSync(mkdtempSync(join(tmpdir(), 'runbook-install-')));
const counts = { passed: 0, failed: 0 };

function check(name: string, ran: Ran, wanted: { readonly status?: number; readonly stdout?: RegExp; readonly stderr?: RegExp }): void {
  const { status = 0, stdout = /(?:)/, stderr = /^$/ } = wanted;
  const held = ran.status === status && stdout.test(ran.stdout) && stderr.test(ran.stderr);
  counts[held ? 'passed' : 'failed']++;
  process.stdout.write(`${held ? 'passed' : 'FAILED'}  ${name} (${(ran.durationMs / 1000).toFixed(1)} s)\n`);
  if (!held) process.stdout.write(`  expected status ${status}, stdout ${stdout}, stderr ${stderr}\n${indent(`status ${ran.status}\n${ran.stdout}${ran.stderr}`)}\n`);
}

function indent(text: string): string {
  return text.trimEnd().split('\n').slice(0, 30).map((line) => `  | ${line}`).join('\n');
}

function folder(...names: readonly string[]): string {
  const path = join(root, ...names);
  mkdirSync(path, { recursive: true });
  return path;
}

function pack(): string | null {
  const place = { cwd: process.cwd(), env: environment(folder('home'), [join(process.execPath, '..')]) };
  const ran = runProgram('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder('packed')], place);
  check('npm pack', ran, { stdout: /^runbook-.+\.tgz\n$/, stderr: /(?:)/ });
  return ran.status === 0 ? join(root, 'packed', ran.stdout.trim()) : null;
}

/** The folder of a Node of this version, from npm. */
function fetchNode(major: string): string | null {
  const prefix = folder(`node-${major}`);
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  // The package that `node` itself would fetch when its install script ran.
  const ran = runProgram('npm', ['install', '--prefix', prefix, '--no-audit', '--no-fund', '--loglevel=error', `node-bin@npm:${name}@${major}`], { cwd: prefix, env: environment(folder('home'), [join(process.execPath, '..')]) });
  const bin = join(prefix, 'node_modules', 'node-bin', 'bin');
  check(`Node ${major} from npm`, ran.status === 0 ? runProgram(join(bin, 'node'), ['--version'], { cwd: prefix, env: {} }) : ran, { stdout: new RegExp(`^v${major}\\.`) });
  return ran.status === 0 ? bin : null;
}

function install(tarball: string, major: string, node: string): Place {
  const prefix = folder(`prefix-${major}`);
  const env = environment(folder(`home-${major}`), [join(prefix, 'bin'), node]);
  const place = { cwd: folder(`work-${major}`), env };
  check(`Node ${major}: npm i -g into an empty prefix`, runProgram('npm', ['install', '--global', '--prefix', prefix, '--no-audit', '--no-fund', '--offline', tarball], place), { stderr: /^(?:npm (?:warn|notice).*\n)*$/i });
  return place;
}

function use(major: string, place: Place): void {
  const call = (args: readonly string[], wanted: Parameters<typeof check>[2]): void => check(`Node ${major}: ${['runbook', ...args].join(' ')}`, runProgram('runbook', args, place), wanted);
  check(`Node ${major}: is the one that runs it`, runProgram('node', ['--version'], place), { stdout: new RegExp(`^v${major}\\.`) });
  call(['--version'], { stdout: new RegExp(`^${version.replaceAll('.', '\\.')}\n$`) });
  call(['--help'], { stdout: /^Usage: runbook <command>/m });
  call(['init', 'ops/first.md', '--owner', 'ada'], { stdout: /^wrote ops\/first\.md\n/ });
  call([], { stdout: /runbook (?:show|run) ops\/first\.md/ });
  call(['lint', 'ops', '--shellcheck=off'], {});
  call(['show', 'ops/first.md', '--json'], { stdout: /"steps": \[\s*\{/ });
  call(['run', 'ops/first.md', '--dry-run'], { stdout: /^First\n/m });
  call(['run', 'ops/first.md', '--yes'], { stdout: /^status: ok$/m });
  call(['list'], { stdout: /ops\/first\.md/ });
  call(['history', 'ops'], { stdout: /success/ });
  call(['explain', 'example-value'], { stdout: /^example-value/ });
  call(['show', 'nowhere.md'], { status: 2, stderr: /^runbook: cannot read nowhere\.md: no such file\n {2}\S.*\n$/ });
  check(`Node ${major}: man page`, runProgram('cat', [join(root, `prefix-${major}`, 'share', 'man', 'man1', 'runbook.1')], place), { stdout: /^\.TH RUNBOOK 1/ });
}

/** `man` finds the page by the PATH on which the program is. */
function manual(place: Place): void {
  const shown = runProgram('man', ['-P', 'cat', 'runbook'], place);
  if (shown.status === null) process.stdout.write('skipped man is not on this machine\n');
  else check('man runbook', shown, { stdout: /^RUNBOOK\(1\)[^]*EXIT STATUS/, stderr: /(?:)/ });
}

/** Each shell loads the script of the installed program and knows the command after it. */
function completion(place: Place): void {
  const scripts: Readonly<Record<string, readonly [readonly string[], RegExp]>> = {
    bash: [['--norc', '-c', 'source <(runbook completion bash); COMP_LINE="runbook expl" COMP_POINT=12; _runbook runbook; echo "${COMPREPLY[@]}"'], /^explain\n$/],
    zsh: [['-f', '-c', 'autoload -U compinit; compinit -D -u; source <(runbook completion zsh); print $_comps[runbook]'], /^_runbook\n$/],
    fish: [['--no-config', '-c', 'runbook completion fish | source; complete -C "runbook expl"'], /^explain\t/],
  };
  for (const [shell, [args, stdout]] of Object.entries(scripts)) {
    if (runProgram(shell, ['-c', 'true'], place).status === null) process.stdout.write(`skipped ${shell} is not on this machine\n`);
    else check(`completion in ${shell}`, runProgram(shell, args, place), { stdout });
  }
}

function old(place: Place): void {
  const node = oldNode(place);
  if (node === null) return void process.stdout.write('skipped no Node older than 22 on this machine\n');
  const cli = join(root, 'prefix-24', 'lib', 'node_modules', 'runbook', 'dist', 'cli.js');
  check(`an old Node says what it needs`, runProgram(node, [cli, '--version'], place), { status: 2, stdout: /^$/, stderr: /^runbook: needs Node 22\.12 or newer, this is \S+\n  \S.*\n$/ });
}

try {
  const tarball = pack();
  for (const major of NODES) {
    const node = tarball === null ? null : fetchNode(major);
    if (tarball === null || node === null) continue;
    const place = install(tarball, major, node);
    use(major, place);
    if (major === '24') {
      completion(place);
      manual(place);
      old(place);
    }
  }
} finally {
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
}
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`);
process.exitCode = counts.failed === 0 ? 0 : 1;
