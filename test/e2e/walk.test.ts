import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newCloud } from '../fixtures-cloud/cloud.ts';
import { CLI, cleanEnvironment, terminal, workspace } from './helpers/index.ts';
import type { Terminal, TerminalOptions } from './helpers/index.ts';

function walk(text: string, options: TerminalOptions & { readonly args?: readonly string[] } = {}): { readonly screen: Terminal; readonly folder: ReturnType<typeof workspace> } {
  const folder = workspace({ 'r.md': text });
  return { folder, screen: terminal(['run', 'r.md', ...(options.args ?? [])], { cwd: folder.path, ...options }) };
}

/** Waits for a text, and for the keys to count: what has just come up answers none for a moment. */
async function then(screen: Terminal, wanted: string | RegExp, keys: string): Promise<void> {
  await screen.waitFor(wanted);
  await screen.waitFor(/Enter \w|m done|y it holds|a accept|x stop|l leave|Esc back|^\$ /m);
  screen.type(keys);
}

function steps(...codes: string[]): string {
  return `# R\n\n${codes.map((code, i) => `## Step ${i + 1}\n\n\`\`\`bash\n${code}\n\`\`\`\n`).join('\n')}`;
}

describe('the walk on the full screen', () => {
  it('rolls production back: a wrong target runs nothing, the value comes from the output, a cell is changed', async () => {
    const cloud = newCloud();
    onTestFinished(cloud.remove);
    const { screen, folder } = walk(readFileSync('runbooks/rollback.md', 'utf8'), { env: cloud.env, columns: 100, rows: 40, args: ['--operator', 'ana'] });
    await then(screen, 'Which target?', 'prod');
    await then(screen, 'filter: prod', '\r');
    await then(screen, 'Enter go', '\r');
    for (const title of ['Confirm the release', 'Check dyno health']) await then(screen, new RegExp(`[▶>] ${title}`), title.startsWith('Confirm') ? 'm' : '\r');
    await then(screen, /▶ List the recent/, '\r');
    await then(screen, /▶ Check for a DB/, 'm');
    await then(screen, /▶ Verify you are/, 'm');
    await then(screen, /▶ This is the canonical/, '\r');
    await then(screen, 'known-good-release?', '\r');
    expect(screen.screen()).toContain('known-good-release?');
    screen.type('\u001b[B\u001b[B');
    await then(screen, /> v84/, '\r');
    await then(screen, /heroku rollback v84[^]*Enter run/, '\r');
    await then(screen, 'This changes production', 'raxx-api-staging\r');
    await screen.waitFor('nothing was run');
    expect(cloud.calls().filter((call) => call.startsWith('heroku rollback'))).toEqual([]);
    screen.type('\r');
    await then(screen, 'This changes production', 'raxx-api-prod\r');
    await then(screen, /Confirm the new release[^]*Enter run/, '\r');
    await then(screen, /heroku ps -a raxx-api-prod[^]*Enter run/, 'n');
    await then(screen, 'Note', 'dynos look slow\r');
    await then(screen, /heroku ps -a raxx-api-prod[^]*Enter run/, '\r');
    await then(screen, /curl[^]*Enter run/, '\r');
    await then(screen, 'The history row', 'jjj');
    await then(screen, '> Bad release', 'e');
    await then(screen, 'Enter answer', 'v85\r');
    await then(screen, 'Bad release: v85', '\r');
    expect(await screen.exit()).toBe(0);
    expect(folder.read('r.md')).toMatch(/\| raxx-api-prod \| ana \| v85 \| v84 \| <1 \| Success — .*dynos look slow/);
    expect(screen.scrollback()).toContain('written to');
  }, 60_000);

  it('shows a failed check beside what was seen; tried again, it holds', async () => {
    const { screen } = walk(steps('echo x >> tries; wc -l < tries\n# Expected: 3'));
    await then(screen, 'Enter go', '\r');
    await then(screen, 'Enter run', '\r');
    await screen.waitFor('expected: 3');
    await then(screen, /seen: +1/, 'r');
    await then(screen, 'R until it holds', 'R');
    expect(await screen.exit()).toBe(0);
  });

  it('accepts a failure with a reason, and skips with one', async () => {
    const { screen, folder } = walk(`${steps('false', 'touch never')}\n## History\n\n| Date | Operator | Outcome |\n|---|---|---|\n`);
    await then(screen, 'Enter go', '\r');
    await then(screen, 'Enter run', '\r');
    await then(screen, 'did not come out', 'a');
    await then(screen, 'Why is it accepted?', 'known\r');
    await then(screen, /touch never[^]*Enter run/, 's');
    await then(screen, 'Why is it skipped?', 'not needed\r');
    await then(screen, 'The history row', '\r');
    expect(await screen.exit()).toBe(0);
    expect(folder.read('r.md')).toContain('not needed');
  });

  it('runs the operator\'s own text after an edit', async () => {
    const { screen, folder } = walk(steps('echo old > out'));
    await then(screen, 'Enter go', '\r');
    await then(screen, 'Enter run', 'e');
    await then(screen, 'Change the command', '\u0015echo new > out\r');
    await then(screen, 'changed by you', '\r');
    expect(await screen.exit()).toBe(0);
    expect(folder.read('out')).toBe('new\n');
  });

  it('gives an interactive step the terminal twenty times without a lost key', async () => {
    const codes = Array.from({ length: 20 }, (_, i) => `read -r -p "name ${i}? " name; echo "$name" >> names`);
    const { screen, folder } = walk(steps(...codes));
    await then(screen, 'Enter go', '\r');
    for (let i = 0; i < 20; i++) {
      await then(screen, new RegExp(`▶ Step ${i + 1}\\b[^]*Enter run`), '\r');
      await screen.waitFor(new RegExp(`^name ${i}\\? $`, 'm'));
      screen.type(`abcdefghij${i}\r`);
    }
    expect(await screen.exit()).toBe(0);
    expect(folder.read('names').trim().split('\n')).toEqual(Array.from({ length: 20 }, (_, i) => `abcdefghij${i}`));
  }, 60_000);

  it('answers keys while output floods, and stops the step', async () => {
    const { screen } = walk(steps('while true; do echo flooooood; done'), { rows: 30 });
    await then(screen, 'Enter go', '\r');
    await then(screen, 'Enter run', '\r');
    await then(screen, 'flooooood', '?');
    await then(screen, 'run the command, once', '\u001b');
    await then(screen, 'x stop', 'x');
    expect(await screen.exit()).toBe(0);
  });

  it('fits after a resize in mid-step, down to 50x15', async () => {
    const { screen } = walk(steps('sleep 1000'));
    await then(screen, 'Enter go', '\r');
    await then(screen, 'Enter run', '\r');
    await screen.waitFor('x stop');
    screen.resize(50, 15);
    await screen.waitFor((text) => text.split('\n').every((line) => line.length <= 50) && text.includes('x stop') && text.includes('sleep 1000'));
    screen.type('\u0003');
    await screen.waitFor('did not come out');
    screen.type('\u0003');
    expect(await screen.exit()).toBe(130);
  });

  it('never runs what has not been on screen: a long command is read to its end first', async () => {
    const long = Array.from({ length: 60 }, (_, i) => `: line ${i}`).join('\n');
    const { screen, folder } = walk(steps(`${long}\ntouch ran`));
    await then(screen, 'Enter go', '\r');
    await then(screen, 'Enter run', '\r');
    await screen.waitFor('the command goes on');
    expect(() => folder.read('ran')).toThrow();
    screen.type('j'.repeat(60));
    await then(screen, 'touch ran', '\r');
    expect(await screen.exit()).toBe(0);
    expect(folder.read('ran')).toBe('');
  });

  it('can be left and resumed', async () => {
    const environment = { ...cleanEnvironment(), NO_COLOR: undefined };
    const folder = workspace({ 'r.md': steps('X=kept', 'echo "still $X" > out') });
    const first = terminal(['run', 'r.md'], { cwd: folder.path, env: environment });
    await then(first, 'Enter go', '\r');
    await then(first, /▶ Step 1[^]*Enter run/, '\r');
    await then(first, /▶ Step 2[^]*Enter run/, 'q');
    await then(first, 'Leave the walk?', 'l');
    expect(await first.exit()).toBe(3);
    expect(first.scrollback()).toContain('runbook resume');
    const second = terminal(['resume'], { cwd: folder.path, env: environment });
    await then(second, 'Enter go', '\r');
    await then(second, /▶ Step 2[^]*Enter run/, '\r');
    expect(await second.exit()).toBe(0);
    expect(folder.read('out')).toBe('still kept\n');
  });

  it.each([['NO_COLOR', { NO_COLOR: '1' }], ['a terminal without UTF-8', { LANG: 'C', LC_ALL: 'C' }]])('needs neither colour nor marks: %s', async (_, env) => {
    const { screen } = walk(steps('false'), { env });
    await then(screen, 'Enter go', '\r');
    await then(screen, 'Enter run', '\r');
    await then(screen, 'did not come out', '\u0003');
    if ('LC_ALL' in env) expect(screen.raw).not.toMatch(/[▶✔│]/);
    // eslint-disable-next-line no-control-regex
    else expect(screen.raw).not.toMatch(/\u001b\[3[1-6]m/);
    expect(await screen.exit()).toBe(130);
  });

  it('is suspended by Ctrl-Z and comes back with fg', async () => {
    const folder = workspace({ 'r.md': steps('touch ran') });
    const screen = terminal([], { cwd: folder.path, env: { PS1: '$ ' }, command: ['bash', '--norc', '-i'] });
    await then(screen, '$ ', `'${process.execPath}' '${CLI}' run r.md\r`);
    await then(screen, 'Enter go', '\u001a');
    await then(screen, /Stopped[^]*\$ $/, 'fg\r');
    await then(screen, 'Enter go', '\r');
    await then(screen, 'Enter run', '\r');
    await screen.waitFor(/passed[^]*\$ $/);
    expect(folder.read('ran')).toBe('');
    screen.type('exit\r');
    await screen.exit();
  });

  it.each([['a dumb terminal', { TERM: 'dumb' }], ['a screen reader', { INK_SCREEN_READER: 'true' }]])('falls to plain lines on %s', async (_, env) => {
    const { screen } = walk(steps('true'), { env });
    await then(screen, 'Enter begin, q quit >', 'q\r');
    expect(await screen.exit()).toBe(3);
  });

  it('gives the terminal back on SIGTERM', async () => {
    const { screen } = walk(steps('true'));
    await screen.waitFor('Enter go');
    screen.kill('SIGTERM');
    expect(await screen.exit()).toBe(143);
    expect(screen.raw.lastIndexOf('\u001b[?1049l')).toBeGreaterThan(screen.raw.lastIndexOf('\u001b[?1049h'));
  });

  it('gives the terminal back after a fault of its own, without a stack, and can be resumed', async () => {
    const faults = workspace({ 'fault.mjs': "import { watch } from 'node:fs';\nconst w = watch('.', () => { w.close(); setImmediate(() => { throw new Error('boom'); }); });\n" });
    const { screen, folder } = walk(steps('touch began; sleep 60', 'echo never'), { env: { NODE_OPTIONS: `--import=${faults.at('fault.mjs')}` } });
    await then(screen, 'Enter go', '\r');
    await then(screen, 'Enter run', '\r');
    expect(await screen.exit()).toBe(2);
    expect(screen.scrollback()).toMatch(/runbook: internal error: boom[^]*go on with: runbook resume \S+/);
    expect(screen.scrollback()).not.toContain('    at ');
    expect(folder.read('began')).toBe('');
  });

  it('what is pasted while no question is open presses no key', async () => {
    const { screen } = walk(steps('echo one', 'echo two'));
    await then(screen, 'Enter go', '\r');
    await then(screen, 'Enter run', '\u001b[200~\r\rq\u001b[201~');
    await screen.waitFor('what was pasted is ignored');
    expect(screen.screen()).toContain('echo one');
    await then(screen, 'Step 1 of 2', 'n');
    await then(screen, 'Enter answer', '\u001b[200~two\nlines\u001b[201~');
    await then(screen, 'two lines', '\u001b');
    await then(screen, 'Enter run', 'q');
    await then(screen, 'l leave', 'l');
    expect(await screen.exit()).toBe(3);
  });

  it('a key that is held down runs one command and no more', async () => {
    const { screen, folder } = walk(steps('echo x >> one', 'echo x >> two'));
    await then(screen, 'Enter go', '\r');
    await screen.waitFor('Enter run');
    for (let i = 0; i < 20; i++) {
      screen.type('\r');
      await new Promise((done) => setTimeout(done, 30));
    }
    await screen.waitFor(/✔ Step 1[^]*Enter run/);
    expect(folder.read('one')).toBe('x\n');
    expect(() => folder.read('two')).toThrow();
    screen.type('\u0003');
    expect(await screen.exit()).toBe(130);
  });

  it('looks back at a step, runs it again, and goes on where it was', async () => {
    const { screen, folder } = walk(steps('echo one >> log', 'echo two >> log'));
    await then(screen, 'Enter go', '\r');
    await then(screen, 'Enter run', '\r');
    await then(screen, /▶ Step 2[^]*Enter run/, '[');
    await then(screen, /LOOKING[^]*echo one/, 'r');
    await then(screen, /▶ Step 1[^]*echo one[^]*Enter runs it again[^]*Enter run\b/, '\r');
    await then(screen, /▶ Step 2[^]*echo two[^]*Enter run/, '\r');
    expect(await screen.exit()).toBe(0);
    expect(folder.read('log')).toBe('one\none\ntwo\n');
  });
});
