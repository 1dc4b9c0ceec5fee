import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { END_MARK, preludeText } from '../../src/execute/shell/prelude.ts';
import { freshState } from '../../src/execute/shell/shell-state.ts';
import { Shell } from '../../src/execute/shell/shell.ts';

/** How a block ends, and what it wrote, where bash may be 3.2. */
async function ended(code: string, errexit = true): Promise<{ readonly exitCode: number | null; readonly output: string; readonly kept: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'runbook-old-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const shell = new Shell({ folder: join(folder, 'shell'), name: 'r.md', env: { PATH: process.env['PATH'] }, secrecy: { isSecret: () => false, learn: () => undefined, holds: () => false }, pid: join(folder, 'pid'), oldBash: true }, freshState(folder));
  let output = '';
  const { exitCode } = await shell.run({ code, errexit, pipefail: null, cwd: null, exports: {}, interpreter: null, terminal: false, background: false, onOutput: (_, chunk) => void (output += String(chunk)) }).ended;
  shell.keep();
  shell.release();
  return { exitCode, output, kept: shell.state.variables['x'] ?? '' };
}

// `builtin exit 0` leaves the trap what bash 3.2 leaves it after an unset variable: a status of 0, and no end.
test.each([
  ['3.2.57(1)-release', 1],
  ['5.2.15(1)-release', 0],
])('bash %s: a block that ended with 0 before its end', async (version, exitCode) => {
  expect(await ended(`x=1; BASH_VERSION='${version}'; builtin exit 0; x=2`)).toMatchObject({ exitCode, kept: 'declare -- x="1"' });
});

describe('bash 3.2 keeps', () => {
  const old = "BASH_VERSION='3.2.57(1)-release'; x=1; ";
  test.each([
    ['a block that came to its end', 'true', 0],
    ['its last status where that does not stop it', 'false && true', 1],
    ['a failing command', 'false; x=2', 1],
    ['exit 0', 'exit 0; x=2', 0],
    ['exit 4', 'exit 4; x=2', 4],
    ['a heredoc', 'cat <<EOF\nhere\nEOF', 0],
    ['a heredoc that is left open', 'cat <<EOF\nhere', 0],
    ['a last line that goes on', 'true \\', 0],
    ['a comment at the end', 'true # done', 0],
  ])('%s', async (_, code, exitCode) => {
    expect(await ended(`${old}${code}`)).toMatchObject({ exitCode, kept: 'declare -- x="1"', output: expect.not.stringContaining('__rb') });
  });

  test('the last status without errexit, and no trace of the mark', async () => {
    expect(await ended(`${old}trap 'echo seen' ERR; set -x; ! true`, false)).toMatchObject({ exitCode: 1, output: '+ true\n' });
  });
});

test('what is read before a block has nothing that is newer than bash 3.2', () => {
  const text = preludeText({ values: '/v', names: '/n', proof: 'p', ready: '/r', directory: '/d', exitTrap: '', errexit: true, pipefail: null, verbose: true, saves: true, marksEnd: true, pid: '/p', bashEnv: '/b' });
  const newer = /declare -[a-zA-Z]*[Agln]|local -[An]|\bmapfile\b|\breadarray\b|\bcoproc\b|BASHPID|BASH_XTRACEFD|&>>|\|&|\$\{[^}]*(?:@[A-Za-z]|\^|,,)[^}]*\}|\{[A-Za-z_]+\}[<>]|wait -n|printf -v|%\(|;;?&|\[\[ -v|\$\{[^}]*: -\d|inherit_errexit|lastpipe|globstar/;
  expect(`${text}${END_MARK}${readFileSync('src/execute/shell/prelude.ts', 'utf8')}`).not.toMatch(newer);
});
