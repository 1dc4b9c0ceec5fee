import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blocks, runAll, sessionOf } from './helpers.ts';

describe('a shell that does not take the state over runs nothing', () => {
  test.each([
    ['POSIXLY_CORRECT', { POSIXLY_CORRECT: '1' }, 'POSIXLY_CORRECT is set'],
    ['SHELLOPTS with posix', { SHELLOPTS: 'posix' }, 'SHELLOPTS has posix'],
    ['SHELLOPTS with privileged', { SHELLOPTS: 'braceexpand:privileged' }, 'SHELLOPTS has privileged'],
    ['SHELLOPTS with noexec', { SHELLOPTS: 'noexec' }, 'SHELLOPTS has noexec'],
  ])('%s', async (_, env, why) => {
    const made = await sessionOf(blocks('echo ran >> trace; pwd', 'echo ran again'), { env });
    const { results, stdout } = await runAll(made);
    expect(results.map(({ outcome }) => outcome)).toEqual(['failed', 'failed']);
    expect(results[0]?.reason).toBe(`could not start: the shell did not take over the state of the run (${why}: unset it); nothing of the step ran`);
    expect(stdout).toBe('');
  });

  test.each([['0', 'a shell that gave its place to the program'], ['-3', 'nobody'], ['', 'nobody'], ['7', 'a shell in shells']])('over ssh a shell that would read ~/.bashrc instead does take it over: SHLVL=%s, of %s', async (level) => {
    const made = await sessionOf(blocks('x=1; echo ran', 'echo $x'), { env: { SSH_CLIENT: '127.0.0.1 50000 22', SHLVL: level } });
    expect((await runAll(made)).stdout).toBe('ran\n1\n');
  });

  test('also for another program, and in the background', async () => {
    const made = await sessionOf('# D\n\n## S\n\n```bash {interpreter="awk -f"}\nBEGIN { print "ran" }\n```\n\n```bash {background=true}\necho ran\n```\n', { env: { SHELLOPTS: 'posix' } });
    expect((await runAll(made)).stdout).toBe('');
  });

  test('its files are made anew where a step took their folder away', async () => {
    const made = await sessionOf(blocks('x=1; cd /usr; rm -rf "$(dirname "$RUNBOOK_OUTPUT")"', 'pwd; echo $x'));
    const { results, stdout } = await runAll(made);
    // The state goes through no file.
    expect(results.map(({ outcome }) => outcome)).toEqual(['passed', 'passed']);
    expect(stdout).toBe('/usr\n1\n');
  });

  test('a whole state folder that goes in mid-run loses no step silently', async () => {
    const made = await sessionOf(blocks('x=1', 'echo $x'));
    const [first] = made.session.plan.steps;
    await made.session.runPiece(first?.step.id ?? '', 0);
    rmSync(join(made.session.folder, 'shell'), { recursive: true });
    mkdirSync(join(made.session.folder, 'shell'));
    expect((await made.session.runPiece(made.session.plan.steps[1]?.step.id ?? '', 0)).outcome).toBe('passed');
    expect(made.events.flatMap((event) => (event.type === 'output' ? [event.text] : []))).toEqual(['1\n']);
  });
});

describe('no name that a step takes stands before what the shell does for us', () => {
  const names = ['declare', 'trap', 'printf', 'cd', 'set', 'alias', 'shopt', 'umask', 'eval', 'exec', 'unset', 'local', 'exit', 'return', 'read', 'export', 'command', 'source', '.', ':', 'test', '['];

  test('functions', async () => {
    const made = await sessionOf(blocks('x=1; cd /usr', names.map((name) => `${name}() { x=wrong; return 0; }`).join('\n'), 'y=2', 'echo "$x $PWD $y"'));
    const { stdout, results } = await runAll(made);
    expect(results.every(({ outcome }) => outcome === 'passed')).toBe(true);
    expect(stdout).toBe('1 /usr 2\n');
  });

  test.each(['return 0', ':', 'echo wrong', 'false', 'command builtin "$@"'])('a function builtin that does %s', async (body) => {
    const made = await sessionOf(blocks('x=1; cd /usr', `x=2; builtin() { ${body}; }`, 'y=2', 'echo "$x $PWD $y"'));
    expect((await runAll(made)).stdout).toContain('2 /usr 2\n');
  });

  test('aliases', async () => {
    const words = [...names, 'builtin', '__rb_start', '__rb_finish', '__rb_save'].filter((name) => !['.', ':', '[', 'alias'].includes(name));
    const made = await sessionOf(blocks('x=1; cd /usr', `${words.map((name) => `\\alias ${name}='echo wrong #'`).join('\n')}\nalias alias='echo wrong #'`, 'y=2', '\\echo "$x $PWD $y"'));
    expect((await runAll(made)).stdout).toBe('1 /usr 2\n');
  });

  test('exported functions of the environment', async () => {
    const words = [...names, 'builtin'];
    const made = await sessionOf(blocks('x=1; cd /usr', 'echo "$x $PWD"'), { env: Object.fromEntries(words.map((name) => [`BASH_FUNC_${name}%%`, '() { echo wrong; }'])) });
    expect((await runAll(made)).stdout).toBe('1 /usr\n');
    expect(made.session.state.notes).toMatchObject([{ level: 'warning', text: `steps run without the exported functions ${words.join(', ')}: the shell has words of that name` }]);
  });

  test('a trap of its own that takes the place of ours is said', async () => {
    const made = await sessionOf(blocks('x=1', `x=2; builtin trap 'echo mine' EXIT`));
    const { results, stdout } = await runAll(made);
    expect(stdout).toBe('mine\n');
    expect(results[1]).toMatchObject({ outcome: 'failed', reason: 'its shell did not hand over its state' });
  });
});

describe('a state that did not come is said, whatever words the step has', () => {
  test.each([
    ['closed descriptors', 'cd /usr; for i in $(seq 3 255); do eval "exec $i>&-"; done 2> /dev/null'],
    ['a redirection by exec', 'cd /usr; exec 28>&-'],
    ['another program that is called exec', 'kubectl() { :; }; kubectl exec pod; cd /usr; shopt -u expand_aliases; trap - EXIT; builtin trap - EXIT'],
    ['words of a child before it', 'cd /usr; echo ls >&28'],
  ])('%s', async (_, code) => {
    const { results } = await runAll(await sessionOf(blocks(code)));
    expect(results[0]).toMatchObject({ outcome: 'failed', reason: 'its shell did not hand over its state' });
  });

  test.each(['exec true', 'cd /usr && exec true', 'if true; then exec true; fi', 'A=1 exec -a name true', '(true) || :\n  exec  true > /dev/null'])('%s is the end of its shell and no failure', async (code) => {
    const { results } = await runAll(await sessionOf(blocks(code, 'echo on')));
    expect(results).toMatchObject([{ outcome: 'passed' }, { outcome: 'passed' }]);
  });
});

describe('what a step leaves in the place of our files', () => {
  test.each([
    ['a pipe', 'rm "$RUNBOOK_OUTPUT"; mkfifo "$RUNBOOK_OUTPUT"', 'it is a pipe'],
    ['a link', 'ln -sf /dev/zero "$RUNBOOK_OUTPUT"', 'it is a link'],
    ['a folder', 'rm "$RUNBOOK_OUTPUT"; mkdir "$RUNBOOK_OUTPUT"', 'it is a folder'],
    ['a gigabyte', 'truncate -s 1G "$RUNBOOK_OUTPUT"', 'it has 1073741824 bytes; the most that is read is 1000000'],
  ])('%s is said and not read', async (_, code, why) => {
    const made = await sessionOf(blocks(code, 'echo on; test -f "$RUNBOOK_OUTPUT"'));
    const { results, stdout } = await runAll(made);
    expect(results.map(({ outcome }) => outcome)).toEqual(['passed', 'passed']);
    expect(stdout).toBe('on\n');
    expect(made.session.state.notes).toMatchObject([{ level: 'warning', text: `what the step wrote to $RUNBOOK_OUTPUT was not read: ${why}` }]);
  });

  test('a pipe where the process id goes holds nothing up', async () => {
    const made = await sessionOf(blocks('f=$(dirname "$RUNBOOK_OUTPUT")/../../process-group; rm -f "$f"; mkfifo "$f"', 'echo on'));
    expect((await runAll(made)).stdout).toBe('on\n');
  });
});

describe('the end of the run is what a shell would have said', () => {
  test.each([
    ["trap 'echo bye; exit 1' EXIT", 'failed', 'the EXIT trap ended the shell with exit status 1'],
    ["trap 'false' EXIT", 'passed', ''],
    ["trap 'rm -f nothing && false' EXIT", 'passed', ''],
    ["trap 'exit 0' EXIT", 'passed', ''],
  ])('%s: %s', async (code, status, reason) => {
    const made = await sessionOf(blocks(code, 'true'));
    await runAll(made);
    expect(await made.session.finish('passed', '')).toMatchObject({ status, reason });
  });

  test.each([
    ['grep -c [n]othing deploy.md\n# Expected: 0', 'passed'],
    ['cat deploy.md | grep -c [n]othing\n# Expected: 0', 'passed'],
    ['diff deploy.md /dev/null\n# Expected: "# Deploy"', 'passed'],
    ['grep -c [n]othing deploy.md\n# Expected: 1', 'failed'],
    ['grep -c [n]othing deploy.md', 'failed'],
    ['grep -c [n]othing no-such-file\n# Expected: 0', 'failed'],
    ['grep -c [n]othing deploy.md; false\n# Expected: 0', 'failed'],
    ['echo 0; false\n# Expected: 0', 'failed'],
  ])('%j: %s', async (code, outcome) => {
    const made = await sessionOf(blocks(code));
    expect((await runAll(made)).results[0]).toMatchObject({ outcome });
  });
});
