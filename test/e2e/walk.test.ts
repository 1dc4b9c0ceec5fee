import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { newCloud } from '../fixtures-cloud/cloud.ts';
import { CLI, cleanEnvironment, itAtOnce, terminal, whenDone, workspace } from './helpers/index.ts';
import type { Terminal, TerminalOptions } from './helpers/index.ts';

function walk(text: string, options: TerminalOptions & { readonly args?: readonly string[] } = {}): { readonly screen: Terminal; readonly folder: ReturnType<typeof workspace> } {
  const folder = workspace({ 'r.md': text });
  return { folder, screen: terminal(['run', 'r.md', ...(options.args ?? [])], { cwd: folder.path, ...options }) };
}

/** Waits for a text, and for the keys to count: what has just come up answers none for a moment. */
async function then(screen: Terminal, wanted: string | RegExp, keys: string): Promise<void> {
  await screen.waitFor(wanted);
  await screen.waitFor(/Enter \w|y yes|a accept|x stop|l leave|Esc close$|Esc back|↑↓ mark|^\$ /m);
  screen.type(keys);
}

/** The framed command, once it can run. */
function framed(command: string): RegExp {
  return new RegExp(`[│|] +${command.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[^]*Enter run`);
}

/** Leaves the ended walk. */
async function end(screen: Terminal): Promise<number> {
  await then(screen, 'Enter leave', '\r');
  return screen.exit();
}

function steps(...codes: string[]): string {
  return `# R\n\n${codes.map((code, i) => `## Step ${i + 1}\n\n\`\`\`bash\n${code}\n\`\`\`\n`).join('\n')}`;
}

describe('the walk on the full screen', () => {
  itAtOnce('rolls production back: a wrong target runs nothing, the value comes from the output, a cell is changed', async () => {
    const cloud = newCloud();
    whenDone(cloud.remove);
    const { screen, folder } = walk(readFileSync('runbooks/rollback.md', 'utf8'), { env: cloud.env, columns: 100, rows: 60, args: ['--operator', 'ana'] });
    await then(screen, 'Enter start', '\r');
    await then(screen, /Which app\?[^]*↑↓ mark/, '\r');
    await then(screen, 'type the name, or mark one with the arrows', 'prod');
    await then(screen, /› prod/, '\u001b[B');
    await then(screen, /❯ raxx-api-prod {2}production/, '\r');
    await then(screen, /Confirm the release[^]*Enter done/, '\r');
    await then(screen, framed('heroku ps -a raxx-api-prod'), '\r');
    await then(screen, framed('heroku releases -a raxx-api-prod'), '\r');
    await then(screen, /▶ Check for a DB[^]*Enter done/, '\r');
    await then(screen, /▶ Verify you are[^]*Enter done/, '\r');
    await then(screen, framed('heroku releases -a raxx-api-prod'), '\r');
    await then(screen, 'known-good-release?', '\r');
    await screen.waitFor('type a value');
    screen.type('\u001b[B\u001b[B');
    await then(screen, /❯ v84/, '\r');
    await then(screen, framed('heroku rollback v84 -a raxx-api-prod'), '\r');
    await then(screen, 'Type raxx-api-prod to run it', 'raxx-api-staging\r');
    await screen.waitFor('“raxx-api-staging” is not raxx-api-prod: nothing was run');
    expect(cloud.calls().filter((call) => call.startsWith('heroku rollback'))).toEqual([]);
    screen.type('\u0015raxx-api-prod\r');
    await then(screen, framed('# Confirm the new release'), '\r');
    await then(screen, framed('# Confirm dynos are up'), 'n');
    await then(screen, /kept in the journal[^]*Enter take/, 'dynos look slow\r');
    await then(screen, framed('# Confirm dynos are up'), '\r');
    await then(screen, framed('# Smoke-check'), '\r');
    await then(screen, 'The history row', 'jjj');
    await then(screen, '❯ Bad release', 'e');
    await then(screen, 'Enter take', 'v85\r');
    await then(screen, 'Bad release: v85', '\r');
    await screen.waitFor(/written to .*r\.md:\d+[^]*Report: runbook runs report/);
    expect(await end(screen)).toBe(0);
    expect(folder.read('r.md')).toMatch(/\| raxx-api-prod \| ana \| v85 \| v84 \| <1 \| Success — .*dynos look slow/);
    expect(screen.scrollback()).toMatch(/written to[^]*Report: runbook runs report/);
  }, 60_000);

  itAtOnce('shows a failed check beside what was seen; tried again, it holds', async () => {
    const { screen } = walk(steps('echo x >> tries; wc -l < tries\n# Expected: 3'));
    await then(screen, 'Enter start', '\r');
    await then(screen, 'Enter run', '\r');
    await screen.waitFor(/Check failed[^]*expected: 3[^]*seen: +1/);
    await then(screen, 'R until it holds', 'R');
    await screen.waitFor('check held: 3');
    expect(await end(screen)).toBe(0);
  });

  itAtOnce('accepts a failure with a reason, and skips with one', async () => {
    const { screen, folder } = walk(`${steps('false', 'touch never')}\n## History\n\n| Date | Operator | Outcome |\n|---|---|---|\n`);
    await then(screen, 'Enter start', '\r');
    await then(screen, 'Enter run', '\r');
    await then(screen, 'Command failed: exit status 1', 'a');
    await then(screen, 'Why is it accepted?', '\r');
    await screen.waitFor('type the reason');
    screen.type('known\r');
    await then(screen, framed('touch never'), 's');
    await then(screen, 'Why is it skipped?', 'not needed\r');
    await then(screen, 'The history row', '\r');
    expect(await end(screen)).toBe(0);
    expect(folder.read('r.md')).toContain('not needed');
  });

  itAtOnce('runs the operator\'s own text after an edit', async () => {
    const { screen, folder } = walk(steps('echo old > out'));
    await then(screen, 'Enter start', '\r');
    await then(screen, 'Enter run', 'e');
    await then(screen, /Change the command[^]*Enter take/, '\u0015echo new > out\r');
    await then(screen, /changed by you[^]*Enter run/, '\r');
    expect(await end(screen)).toBe(0);
    expect(folder.read('out')).toBe('new\n');
  });

  itAtOnce('gives an interactive step the terminal ten times without a lost key', async () => {
    const codes = Array.from({ length: 10 }, (_, i) => `read -r -p "name ${i}? " name; echo "$name" >> names`);
    const { screen, folder } = walk(steps(...codes));
    await then(screen, 'Enter start', '\r');
    for (let i = 0; i < 10; i++) {
      await then(screen, framed(`read -r -p "name ${i}?`), '\r');
      await screen.waitFor(new RegExp(`^name ${i}\\? $`, 'm'));
      screen.type(`abcdefghij${i}\r`);
    }
    expect(await end(screen)).toBe(0);
    expect(folder.read('names').trim().split('\n')).toEqual(Array.from({ length: 10 }, (_, i) => `abcdefghij${i}`));
  }, 60_000);

  itAtOnce('answers keys while output floods, and stops the step', async () => {
    const { screen } = walk(steps('while true; do echo flooooood; done'), { rows: 30 });
    await then(screen, 'Enter start', '\r');
    await then(screen, 'Enter run', '\r');
    await screen.waitFor('lines above: o shows all');
    await then(screen, 'flooooood', '?');
    await then(screen, 'run the framed command', '\u001b');
    await then(screen, 'x stop', 'x');
    await then(screen, /passed|Stopped|ended by/, '\u0003');
    expect([0, 130]).toContain(await screen.exit());
  });

  itAtOnce('never runs what has not been on screen: a long command is read to its end first', async () => {
    const long = Array.from({ length: 60 }, (_, i) => `: line ${i}`).join('\n');
    const { screen, folder } = walk(steps(`${long}\ntouch ran`));
    await then(screen, 'Enter start', '\r');
    await then(screen, /: line 3\b[^]*Enter read on/, '\r');
    await then(screen, /: line 20\b[^]*Enter read on/, '\r');
    expect(() => folder.read('ran')).toThrow();
    await then(screen, /Enter read on/, 'j'.repeat(60));
    await then(screen, /touch ran[^]*Enter run/, '\r');
    expect(await end(screen)).toBe(0);
    expect(folder.read('ran')).toBe('');
  });

  itAtOnce('can be left and resumed', async () => {
    const environment = { ...cleanEnvironment(), NO_COLOR: undefined };
    const folder = workspace({ 'r.md': steps('X=kept', 'echo "still $X" > out') });
    const first = terminal(['run', 'r.md'], { cwd: folder.path, env: environment });
    await then(first, 'Enter start', '\r');
    await then(first, framed('X=kept'), '\r');
    await then(first, framed('echo "still'), 'q');
    await then(first, 'Leave the walk?', 'l');
    expect(await first.exit()).toBe(3);
    expect(first.scrollback()).toContain('Resume with: runbook resume');
    const second = terminal(['resume'], { cwd: folder.path, env: environment });
    await then(second, 'Enter start', '\r');
    await then(second, framed('echo "still'), '\r');
    expect(await end(second)).toBe(0);
    expect(folder.read('out')).toBe('still kept\n');
  });

  for (const [terminal, env] of [['NO_COLOR', { NO_COLOR: '1' }], ['a terminal without UTF-8', { LANG: 'C', LC_ALL: 'C' }]] as const) itAtOnce(`needs neither colour nor marks: ${terminal}`, async () => {
    const { screen } = walk(steps('false'), { env });
    await then(screen, 'Enter start', '\r');
    await then(screen, 'Enter run', '\r');
    await then(screen, 'Command failed', '\u0003');
    if ('LC_ALL' in env) expect(screen.raw).not.toMatch(/[▶✔│╭━]/);
    // eslint-disable-next-line no-control-regex
    else expect(screen.raw).not.toMatch(/\u001b\[3[1-6]m/);
    expect(await screen.exit()).toBe(130);
  });

  itAtOnce('is suspended by Ctrl-Z and comes back with fg', async () => {
    const folder = workspace({ 'r.md': steps('touch ran') });
    const screen = terminal([], { cwd: folder.path, env: { PS1: '$ ' }, command: ['bash', '--norc', '-i'] });
    await then(screen, '$ ', `'${process.execPath}' '${CLI}' run r.md\r`);
    await then(screen, 'Enter start', '\u001a');
    await then(screen, /Stopped[^]*\$ $/, 'fg\r');
    await then(screen, 'Enter start', '\r');
    await then(screen, 'Enter run', '\r');
    await then(screen, 'Enter leave', '\r');
    await screen.waitFor(/Success[^]*\$ $/);
    expect(folder.read('ran')).toBe('');
    screen.type('exit\r');
    await screen.exit();
  });

  for (const [terminal, env] of [['a dumb terminal', { TERM: 'dumb' }], ['a screen reader', { INK_SCREEN_READER: 'true' }]] as const) itAtOnce(`falls to plain lines on ${terminal}`, async () => {
    const { screen } = walk(steps('true'), { env });
    await then(screen, 'Enter begin, q quit >', 'q\r');
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
    await then(screen, 'Enter start', '\r');
    await then(screen, 'Enter run', '\r');
    expect(await screen.exit()).toBe(2);
    expect(screen.scrollback()).toMatch(/runbook: internal error: boom[^]*resume with: runbook resume \S+/);
    expect(screen.scrollback()).not.toContain('    at ');
    expect(folder.read('began')).toBe('');
  });

  itAtOnce('what is pasted while nothing asks for input presses no key', async () => {
    const { screen } = walk(steps('echo one', 'echo two'));
    await then(screen, 'Enter start', '\r');
    await then(screen, 'Enter run', '\u001b[200~\r\rq\u001b[201~');
    await screen.waitFor('paste ignored');
    await then(screen, framed('echo one'), 'n');
    await then(screen, 'Enter take', '\u001b[200~two\nlines\u001b[201~');
    await then(screen, 'two lines', '\u001b');
    await then(screen, framed('echo one'), 'q');
    await then(screen, 'l leave', 'l');
    expect(await screen.exit()).toBe(3);
  });

  itAtOnce('a key that is held down runs one command and no more', async () => {
    const { screen, folder } = walk(steps('echo x >> one', 'echo x >> two'));
    await then(screen, 'Enter start', '\r');
    await screen.waitFor('Enter run');
    for (let i = 0; i < 20; i++) {
      screen.type('\r');
      await new Promise((done) => setTimeout(done, 30));
    }
    await screen.waitFor(/✔ echo x >> one[^]*Enter run/);
    expect(folder.read('one')).toBe('x\n');
    expect(() => folder.read('two')).toThrow();
    screen.type('\u0003');
    expect(await screen.exit()).toBe(130);
  });

  itAtOnce('looks back at a step, runs it again, and goes on where it was', async () => {
    const { screen, folder } = walk(steps('echo one >> log', 'echo two >> log'));
    await then(screen, 'Enter start', '\r');
    await then(screen, framed('echo one'), '\r');
    await then(screen, framed('echo two'), '[');
    await then(screen, 'r make it next', 'r');
    await then(screen, framed('echo one'), '\r');
    await then(screen, framed('echo two'), '\r');
    expect(await end(screen)).toBe(0);
    expect(folder.read('log')).toBe('one\none\ntwo\n');
  });
});
