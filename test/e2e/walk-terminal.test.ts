import { describe, expect } from 'vitest';
import { called, CLI, cleanEnvironment, itAtOnce, type Terminal, terminal, workspace } from './helpers/index.ts';
import { end, framed, press, steps, walk } from './walking.ts';

describe('the terminal of a walk', () => {
  itAtOnce('gives an interactive step the terminal ten times without a lost key', async () => {
    const codes = Array.from({ length: 10 }, (_, i) => `read -r -p "name ${i}? " name; echo "$name" >> names`);
    const { screen, folder } = walk(steps(...codes));
    await press(screen, 'Enter start', '\r');
    for (let i = 0; i < 10; i++) {
      await press(screen, framed(`read -r -p "name ${i}?`), '\r');
      await screen.waitFor(new RegExp(`^name ${i}\\? $`, 'm'));
      screen.type(`abcdefghij${i}\r`);
      await screen.waitFor(new RegExp(`abcdefghij${i}\\n+Enter: back to the runbook`));
      screen.type('\r');
    }
    expect(await end(screen)).toBe(0);
    expect(folder.read('names').trim().split('\n')).toEqual(Array.from({ length: 10 }, (_, i) => `abcdefghij${i}`));
  }, 60_000);

  itAtOnce('stays with what an interactive step wrote until Enter, and how it ended is on disk before', async () => {
    const environment = { ...cleanEnvironment(), NO_COLOR: undefined };
    const folder = workspace({ 'r.md': steps('read -r -p "name? " name; echo "the answer is 42"; false', 'echo second') });
    const screen = terminal(['run', 'r.md'], { cwd: folder.path, env: environment });
    await press(screen, 'Enter start', '\r');
    await press(screen, framed('read -r -p'), '\r');
    await screen.waitFor(/^this step has the terminal until it ends:\n {4}read -r -p[^]*^name\? $/m);
    // The second Enter is a slip of the hand, and hides nothing.
    screen.type('me\r\r');
    await screen.waitFor(/the answer is 42\n\nexit status 1; Enter: back to the runbook/);
    const listed = await called('runs', '--json').in(folder).withEnv(environment).expect({ status: 0 });
    const [{ id }] = JSON.parse(listed.stdout) as [{ id: string }];
    await called('runs', 'show', id, '--json').in(folder).withEnv(environment).expect({ status: 0, stdout: /step-finished/ });
    screen.type('\r');
    // A terminal is nothing to try again by itself.
    await screen.waitFor(/Command failed: exit status 1[^]*r retry {2}a accept/);
    await press(screen, /exit status 1 · output not kept/, 'o');
    await screen.waitFor('It had the terminal; what it showed there was not kept.');
    screen.type('\u001b');
    await press(screen, 'Command failed', '\u0003');
    expect(await screen.exit()).toBe(130);
  });

  for (const [signal, code] of [['SIGINT', 130], ['SIGQUIT', 131], ['SIGHUP', 129]] as const) itAtOnce(`that stays with what a step wrote heeds a ${signal} from elsewhere, and the step has passed`, async () => {
    const { screen, folder } = walk(`${steps('read -r -p "name? " name', 'echo second')}\n## History\n\n| Date | Operator | Outcome |\n|---|---|---|\n`);
    await press(screen, 'Enter start', '\r');
    await press(screen, framed('read -r -p'), '\r');
    await screen.waitFor(/^name\? $/m);
    screen.type('me\r');
    await screen.waitFor('Enter: back to the runbook');
    screen.kill(signal);
    expect(await screen.exit()).toBe(code);
    expect(folder.read('r.md')).toContain(`Aborted — stopped by ${signal}${signal === 'SIGHUP' ? ' (as when a terminal closes)' : ''} after "Step 1: read"`);
  });

  itAtOnce('says of an interactive step that it ran out of time, and asks for Enter again where it was stopped meanwhile', async () => {
    const { screen } = walk('# R\n\n```bash {timeout=1s}\nread -r -p "name? " name\n```\n');
    await press(screen, 'Enter start', '\r');
    await press(screen, framed('read -r -p'), '\r');
    await screen.waitFor('timed out; Enter: back to the runbook');
    screen.kill('SIGSTOP');
    screen.kill('SIGCONT');
    await screen.waitFor(/(?:timed out; Enter: back to the runbook\s+){2}/);
    screen.type('\r');
    await press(screen, 'Timed out', '\u0003');
    expect(await screen.exit()).toBe(130);
  });

  itAtOnce('tells a second run of the same runbook who runs it, and is no fault', async () => {
    const environment = { ...cleanEnvironment(), NO_COLOR: undefined };
    const folder = workspace({ 'r.md': steps('echo one') });
    const [first, second] = [0, 1].map(() => terminal(['run', 'r.md', '--operator', 'ann'], { cwd: folder.path, env: environment })) as [Terminal, Terminal];
    await press(first, 'Enter start', '\r');
    await first.waitFor('Enter run');
    await press(second, 'Enter start', '\r');
    expect(await second.exit()).toBe(2);
    expect(second.scrollback()).toMatch(/runbook: cannot run r\.md: it is being run by ann \(process \d+\)[^]*wait for that run to end/);
    expect(second.scrollback()).not.toContain('internal error');
    first.type('\u0003');
    expect(await first.exit()).toBe(130);
  });

  itAtOnce('is there on a terminal whose environment has a CI variable that says nothing', async () => {
    const { screen } = walk(steps('echo one'), { env: { CI: '', CONTINUOUS_INTEGRATION: 'x' } });
    await press(screen, 'Enter start', '\r');
    await press(screen, framed('echo one'), '\r');
    expect(await end(screen)).toBe(0);
  });

  itAtOnce('is left with Ctrl-C at the question about the row, which is written as it stands', async () => {
    const { screen, folder } = walk(`${steps('echo one')}\n## Execution history\n\n| Date | Outcome | Ticket |\n|---|---|---|\n`);
    await press(screen, 'Enter start', '\r');
    await press(screen, framed('echo one'), '\r');
    await press(screen, /❯ Ticket: —[^]*Enter write the row/, 'e');
    await screen.waitFor('Enter take');
    screen.type('INC-7\r');
    await press(screen, 'Ticket: INC-7', '\u0003');
    expect(await screen.exit()).toBe(130);
    expect(folder.read('r.md')).toMatch(/\| Success \| INC-7 \|\n$/);
  });

  itAtOnce('can be left and resumed', async () => {
    const environment = { ...cleanEnvironment(), NO_COLOR: undefined };
    const folder = workspace({ 'r.md': steps('X=kept; echo noted', 'echo "still $X" > out') });
    const first = terminal(['run', 'r.md'], { cwd: folder.path, env: environment });
    await press(first, 'Enter start', '\r');
    await press(first, framed('X=kept'), '\r');
    await press(first, framed('echo "still'), 'q');
    await press(first, 'Leave the walk?', 'l');
    expect(await first.exit()).toBe(3);
    expect(first.scrollback()).toContain('Resume with: runbook resume');
    const second = terminal(['resume'], { cwd: folder.path, env: environment });
    await press(second, /✔ X=kept[^]*│ noted[^]*resumed at step 2 of 2, 1 done[^]*Enter resume/, '\r');
    await press(second, framed('echo "still'), '\r');
    expect(await end(second)).toBe(0);
    expect(folder.read('out')).toBe('still kept\n');
  });

  itAtOnce('can be left while a step runs; resumed, the step that was cut off can be tried again without reading all from the start', async () => {
    const environment = { ...cleanEnvironment(), NO_COLOR: undefined };
    const folder = workspace({ 'r.md': `# T\n\nOwner: me\n\n## Steps\n\n${'A line of prose.\n\n'.repeat(12)}\`\`\`bash\necho begun; test -f go || sleep 1000\n\`\`\`\n\n\`\`\`bash\necho second\n\`\`\`\n` });
    const first = terminal(['run', 'r.md'], { cwd: folder.path, env: environment });
    await press(first, 'Enter start', '\r');
    await press(first, 'Enter read on', '\r');
    await press(first, 'Enter run', '\r');
    await press(first, '│ begun', 'q');
    await press(first, /What is running is stopped\.[^]*l leave/, 'l');
    expect(await first.exit()).toBe(3);
    folder.write('go', '');
    const second = terminal(['resume'], { cwd: folder.path, env: environment });
    await press(second, 'Enter resume', '\r');
    await press(second, /Interrupted:[^]*r retry/, 'r');
    await press(second, /attempt 2[^]*Enter run/, '\r');
    await press(second, framed('echo second'), '\r');
    expect(await end(second)).toBe(0);
  });

  for (const [name, env] of [['NO_COLOR', { NO_COLOR: '1' }], ['a terminal without UTF-8', { LANG: 'C', LC_ALL: 'C' }]] as const) itAtOnce(`needs neither colour nor marks: ${name}`, async () => {
    const { screen } = walk(steps('false'), { env });
    await press(screen, 'Enter start', '\r');
    await press(screen, 'Enter run', '\r');
    await press(screen, 'Command failed', '\u0003');
    if ('LC_ALL' in env) expect(screen.raw).not.toMatch(/[▶✔│╭━]/);
    // eslint-disable-next-line no-control-regex
    else expect(screen.raw).not.toMatch(/\u001b\[3[1-6]m/);
    expect(await screen.exit()).toBe(130);
  });

  for (const stop of ['Ctrl-Z', 'SIGTSTP', 'SIGSTOP'] as const) itAtOnce(`is suspended by ${stop} and comes back whole with fg`, async () => {
    const folder = workspace({ 'r.md': steps('touch ran') });
    const screen = terminal([], { cwd: folder.path, env: { PS1: '$ ' }, command: ['bash', '--norc', '-i'] });
    // The shell gives way to the program, so that it can be told by its process id.
    await press(screen, '$ ', `bash -c 'echo $$ > pid; exec "$@"' - '${process.execPath}' '${CLI}' run r.md\r`);
    await screen.waitFor('Enter start');
    if (stop === 'Ctrl-Z') screen.type('\u001a');
    else process.kill(Number(folder.read('pid')), stop);
    await press(screen, /Stopped[^]*\$ $/, 'fg\r');
    await screen.waitFor(/^(?![^]*\$ fg)[^]*Enter start/);
    // A key that is not echoed, and not sent by the line: the terminal is the screen's again.
    await press(screen, 'Enter start', '?');
    await press(screen, 'Esc close', '\u001b');
    await press(screen, /^(?![^]*Esc close)[^]*Enter start/, '\r');
    await press(screen, 'Enter run', '\r');
    await press(screen, 'Enter leave', '\r');
    await screen.waitFor(/Success[^]*\$ $/);
    expect(folder.read('ran')).toBe('');
    screen.type('exit\r');
    await screen.exit();
  });

  for (const [name, env] of [['a dumb terminal', { TERM: 'dumb' }], ['a screen reader', { INK_SCREEN_READER: 'true' }]] as const) itAtOnce(`falls to plain lines on ${name}`, async () => {
    const { screen } = walk(steps('true'), { env });
    await press(screen, 'Enter start, q quit >', 'q\r');
    expect(await screen.exit()).toBe(3);
  });

  itAtOnce('falls to plain lines on a terminal that does not tell its size', async () => {
    const folder = workspace({ 'r.md': steps('true') });
    const screen = terminal([], { cwd: folder.path, command: ['bash', '-c', `stty rows 0 cols 0; exec '${process.execPath}' '${CLI}' run r.md`] });
    await press(screen, 'Enter start, q quit >', 'q\r');
    expect(await screen.exit()).toBe(3);
  });

  itAtOnce('gives the terminal back on SIGTERM', async () => {
    const { screen } = walk(steps('true'));
    await screen.waitFor('Enter start');
    screen.kill('SIGTERM');
    expect(await screen.exit()).toBe(143);
    expect(screen.raw.lastIndexOf('\u001b[?1049l')).toBeGreaterThan(screen.raw.lastIndexOf('\u001b[?1049h'));
    expect(screen.raw.lastIndexOf('\u001b[?7h')).toBeGreaterThan(screen.raw.lastIndexOf('\u001b[?7l'));
  });

  itAtOnce('gives the terminal back after a fault of its own, without a stack, and can be resumed', async () => {
    const faults = workspace({ 'fault.mjs': "import { watch } from 'node:fs';\nconst w = watch('.', () => { w.close(); setImmediate(() => { throw new Error('boom'); }); });\n" });
    const { screen, folder } = walk(steps('touch began; sleep 60', 'echo never'), { env: { NODE_OPTIONS: `--import=${faults.at('fault.mjs')}` } });
    await press(screen, 'Enter start', '\r');
    await press(screen, 'Enter run', '\r');
    expect(await screen.exit()).toBe(2);
    expect(screen.scrollback()).toMatch(/runbook: internal error: boom[^]*resume with: runbook resume \S+/);
    expect(screen.scrollback()).not.toContain('    at ');
    expect(folder.read('began')).toBe('');
  });
});
