import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blocks, runAll, sessionOf } from './helpers.ts';

/** What the last of some blocks prints. */
async function carried(...codes: readonly string[]): Promise<string> {
  const session = await sessionOf(blocks(...codes));
  return (await runAll(session)).stdout;
}

test.each([
  ['the directory', 'cd /usr', 'pwd', '/usr\n'],
  ['a plain variable', 'x="a b  c"', 'echo "$x"', 'a b  c\n'],
  ['a variable with line breaks and quotes', `x=$'one\\n\\'two\\' "three" $HOME'`, 'echo "$x"', `one\n'two' "three" $HOME\n`],
  ['an exported variable', 'export y=1', `bash -c 'echo $y'`, '1\n'],
  ['an array', 'a=(one "two 2" three)', 'echo "${#a[@]} ${a[1]}"', '3 two 2\n'],
  ['an associative array', 'declare -A m=([k]=v ["a b"]=c)', 'echo "${m[a b]}${m[k]}"', 'cv\n'],
  ['an integer', 'declare -i n=4', 'n=n+1; echo $n', '5\n'],
  ['a function', 'f() { echo "f $1"; }', 'f x', 'f x\n'],
  ['an exported function', 'f() { echo f; }; export -f f', `bash -c f`, 'f\n'],
  ['a function with an extended pattern', 'shopt -s extglob\nf() { case $1 in !(x)) echo other ;; esac; }', 'f y', 'other\n'],
  ['an alias', 'alias hi="echo hello"', 'hi', 'hello\n'],
  ['pipefail', 'set -o pipefail', 'false | true || echo failed', 'failed\n'],
  ['a shopt', 'shopt -s nullglob', 'echo [x]*none', '\n'],
  ['umask', 'umask 027', 'umask', '0027\n'],
  ['an unset variable of the environment', 'unset LANG', 'echo "${LANG-gone}"', 'gone\n'],
  ['a readonly variable, which may be set again', 'readonly r=1', 'r=2; echo $r', '2\n'],
  ['IFS', 'IFS=,', 'x=a,b; set -- $x; echo $#', '2\n'],
  ['what was done before exit', 'z=1; exit 0; z=2', 'echo $z', '1\n'],
  ['what was done before exit in a function', 'f() { z=1; exit 3; }; f', 'echo $z', '1\n'],
  ['what was done before a failing command', 'z=1; false; z=2', 'echo $z', '1\n'],
  ['what was done before an unset variable', `z=1; set -u; eval 'echo $nope'; z=2`, 'echo $z', '1\n'],
  ['what was done before a syntax error', 'z=1\nfi\nz=2', 'echo $z', '1\n'],
  ['nothing of a shell that was replaced', 'z=1; exec true', 'echo "${z-none}"', 'none\n'],
  ['nothing of a shell that was killed', 'z=1; kill -9 $$', 'echo "${z-none}"', 'none\n'],
])('the next block has %s', async (_, first, second, printed) => {
  expect(await carried(first, second)).toBe(printed);
});

test.each([
  ['errexit off', 'set +e', 'false; echo went on', ''],
  ['nounset', 'set -u', `eval 'echo "[$nope]"'`, '[]\n'],
  ['xtrace', 'set -x; true', 'true', ''],
])('%s is not carried', async (_, first, second, printed) => {
  const session = await sessionOf(blocks(first, second));
  const { stdout } = await runAll(session);
  expect(stdout).toBe(printed);
  const complaints = session.events.filter((event) => event.type === 'output' && event.stream === 'stderr' && event.step.endsWith('2'));
  expect(complaints).toEqual([]);
});

test('a child bash does not save over the state', async () => {
  expect(await carried('x=1', "bash -c 'x=2; cd /'; echo $BASH_ENV", 'echo $x; pwd | grep -c session')).toBe('\n1\n1\n');
});

test('the shell that traces does not trace the saving', async () => {
  const session = await sessionOf(blocks('set -x; x=1'));
  expect((await runAll(session)).stderr).toBe('+ x=1\n');
});

test('messages of the shell have the name and the line of the runbook', async () => {
  const session = await sessionOf(blocks('true', 'echo fine\nno-such-program'));
  const { stderr } = await runAll(session);
  expect(stderr).toBe('deploy.md: line 15: no-such-program: command not found\n');
  expect(blocks('true', 'echo fine\nno-such-program').split('\n')[14]).toBe('no-such-program');
});

test('an EXIT trap waits for the end of the run', async () => {
  const session = await sessionOf(blocks('t=$PWD/trace; trap \'echo bye >> "$t"\' EXIT', 'echo "still $(cat "$t" 2>/dev/null)"; trap'));
  const { stdout } = await runAll(session);
  expect(stdout).toContain('still \ntrap -- ');
  expect(existsSync(join(session.home, 'trace'))).toBe(false);
  await session.session.finish('passed', '');
  expect(readFileSync(join(session.home, 'trace'), 'utf8')).toBe('bye\n');
});

test('a folder that is gone stops the step instead of running it elsewhere', async () => {
  const session = await sessionOf(blocks('mkdir gone; cd gone', 'rmdir ../gone', 'echo ran in $PWD'));
  const { results, stdout, stderr } = await runAll(session);
  expect(results[2]?.outcome).toBe('failed');
  expect(stdout).toBe('');
  expect(stderr).toMatch(/the folder that this step starts in is gone: .*gone/);
});

test('nothing of the state is left when the run has passed', async () => {
  const session = await sessionOf(blocks('x=1'));
  await runAll(session);
  expect(existsSync(join(session.session.folder, 'shell'))).toBe(true);
  await session.session.finish('passed', '');
  await session.session.close();
  expect(existsSync(join(session.session.folder, 'shell'))).toBe(false);
});

test('functions of our own are not among what is kept', async () => {
  const session = await sessionOf(blocks('mine() { echo mine; }'));
  await runAll(session);
  const stored = JSON.parse(readFileSync(join(session.session.folder, 'shell', 'state.json'), 'utf8')) as { functions: string };
  expect(stored.functions.match(/^\S+ \(\)/gm)).toEqual(['mine ()']);
});

test('a function called exit or trap that a block defines is kept', async () => {
  expect(await carried('exit() { echo mine; }', 'exit; echo after')).toBe('mine\nafter\n');
});

test('a secret variable is carried, masked from then on, and never stored', async () => {
  const session = await sessionOf(blocks('export DEPLOY_TOKEN=$(printf "%s" s3cr3t-va; printf lue)', 'echo "[$DEPLOY_TOKEN]"; bash -c \'echo "child ${#DEPLOY_TOKEN}"\''));
  const { stdout } = await runAll(session);
  expect(stdout).toBe('[***]\nchild 12\n');
  expect(readFileSync(join(session.session.folder, 'shell', 'state.json'), 'utf8')).not.toContain('s3cr3t-value');
});
