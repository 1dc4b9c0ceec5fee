import { expect } from 'vitest';
import { itAtOnce, terminal, workspace } from './helpers/index.ts';
import type { Terminal } from './helpers/index.ts';

/** Each of its sentences was lost, stood in another place or was cut on the screen that showed fragments. */
const RUNBOOK = `---
owner: storage
---

# Move the queue to the spare broker

## Look

1. **See what the broker says:**

   \`\`\`bash
   seq -f 'message %g' 1 60; echo broker is gone
   # Expected: broker is gone
   \`\`\`

   If the broker answers after all, **stop here**.

2. Tell the people who send.

## Move

Moving takes <spare> into use, for example after a crash.

\`\`\`bash
echo moving to <spare>; false
\`\`\`

The old broker does not come back by itself.

## If that fails

\`\`\`bash
echo call the vendor
\`\`\`
`;

/** All words on screen, as one text: frames and folds taken out. */
function words(text: string): string {
  return text.split('\n').map((line) => line.replace(/[│╭╮╰╯─━╌]+/g, ' ')).join(' ').replace(/\s+/g, ' ');
}

/** What is there to press once what is asked has stood a moment. */
const COUNTS = /Enter (?:read on|run|done|type|choose)|P passed|↑↓ mark/;

/** Presses Enter, as often as it only reads on, until the words are there; gives every screen on the way. */
async function readTo(screen: Terminal, wanted: RegExp): Promise<string> {
  let seen = '';
  for (let page = 0; page < 30; page++) {
    const text = await screen.waitFor(COUNTS);
    seen += `${words(text)}\n`;
    if (wanted.test(words(text))) return seen;
    expect(text, `${String(wanted)} is still to come`).toContain('Enter read on');
    screen.type('\r');
    await screen.waitFor((next) => next !== text && COUNTS.test(next));
  }
  throw new Error(`never came to ${String(wanted)}:\n${seen}`);
}

for (const [columns, rows] of [[80, 24], [120, 40], [50, 15], [40, 12]] as const) {
  itAtOnce(`a walk at ${columns}x${rows} shows every sentence in its place, whole questions, output with a mark where it is cut`, async () => {
    const folder = workspace({ 'r.md': RUNBOOK });
    const screen = terminal(['run', 'r.md'], { cwd: folder.path, columns, rows });
    const fits = (): void => {
      for (const line of screen.screen().split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
    };
    await screen.waitFor('Enter start');
    screen.type('\r');
    await readTo(screen, /seq -f .*Enter run/);
    fits();
    screen.type('\r');
    // What came of it is on screen where it is judged, and what its author wrote below it before the next step.
    expect(words(await screen.waitFor('y yes  n no'))).toMatch(/lines above: o shows all.*message 60 broker is gone.*Check by eye: broker is gone/);
    fits();
    screen.type('y');
    expect(await readTo(screen, /Tell the people who send\. .*Enter done/)).toMatch(/broker is gone[^]*check held: broker is gone[^]*If the broker answers after all, stop here\./);
    fits();
    screen.type('\r');
    await screen.waitFor('spare?');
    // On a small screen what leads to it is read first, and the input needs room of its own.
    if (/Enter (?:type|read on)/.test(await screen.waitFor(/Enter (?:answer|type|read on)/))) await readTo(screen, /Moving takes .*Enter type/).then(() => screen.type('\r'));
    await screen.waitFor('Enter answer');
    screen.type('b c\r');
    await screen.waitFor((text) => /› b c/.test(text) && /plain word/.test(words(text)));
    screen.type('\u0015broker-2');
    await screen.waitFor('› broker-2');
    fits();
    screen.type('\r');
    // The order to stop holds what comes next: Enter does nothing there, somebody says that it is settled.
    await readTo(screen, /Held, line 16.*P passed/);
    const held = screen.screen();
    expect(words(held)).toMatch(/Held, line 16: "If the broker answers after all, stop here\."/);
    fits();
    screen.type('\r');
    await screen.waitFor('Enter does nothing here');
    screen.type('P');
    await screen.waitFor('Enter take');
    screen.type('it does not answer\r');
    await readTo(screen, /echo moving to broker-2; false .*Enter run/);
    screen.type('\r');
    const failed = await screen.waitFor(/Command failed: exit status 1[^]*r retry/);
    expect(words(failed)).toMatch(/r retry R until it holds a accept anyway s skip/);
    fits();
    screen.type('\u0003');
    expect(await screen.exit()).toBe(130);
    expect(screen.scrollback()).toMatch(/moving to broker-2[^]*Resume with: runbook resume/);
  }, 60_000);
}

itAtOnce('says that it is too small, runs nothing there, and goes on when there is room', async () => {
  const folder = workspace({ 'r.md': '# R\n\n## Touch it\n\n```bash\ntouch ran\n```\n' });
  const screen = terminal(['run', 'r.md'], { cwd: folder.path });
  await screen.waitFor('Enter start');
  screen.type('\r');
  await screen.waitFor('Enter run');
  screen.resize(38, 10);
  await screen.waitFor('too small: 38x10');
  screen.type('\r');
  screen.resize(80, 24);
  await screen.waitFor(/touch ran[^]*Enter run/);
  expect(() => folder.read('ran')).toThrow();
  screen.type('\u0003');
  expect(await screen.exit()).toBe(130);
});

const CHOICE = `# Restart the shop

## Look

\`\`\`bash
seq -f 'node %g' 1 9
\`\`\`

If one of the nodes is missing, **stop here** and call the vendor. ${'The vendor has somebody at the telephone at any hour. '.repeat(8)}

${['systemd', 'docker', 'kubernetes', 'supervisor', 'cron'].map((way, i) => `## Option ${'ABCDE'[i] ?? ''}: ${way}\n\n\`\`\`bash\necho with ${way}\n\`\`\`\n`).join('\n')}`;

for (const [columns, rows] of [[80, 24], [50, 15], [40, 12]] as const) itAtOnce(`a choice opens below the text that leads to it, all of which was on screen, at ${columns}x${rows}`, async () => {
  const folder = workspace({ 'r.md': CHOICE });
  const screen = terminal(['run', 'r.md'], { cwd: folder.path, columns, rows });
  await screen.waitFor('Enter start');
  screen.type('\r');
  await readTo(screen, /Enter run/);
  screen.type('\r');
  await screen.waitFor(/Which one\?/);
  const seen = await readTo(screen, /Enter choose|↑↓ mark/);
  expect(seen).toMatch(/node 9 .*If one of the nodes is missing, stop .*at any hour\. +Which one\? .*, line 11 Enter choose/s);
  screen.type('\r');
  await screen.waitFor(/Option A: systemd[^]*↑↓ mark/);
  screen.type('\u001b[B');
  screen.type('\r');
  // What was read before the choice is not to be read again.
  await screen.waitFor(/Held, line 9[^]*(?:P passed|Enter read on)/);
  screen.type('\u0003');
  expect(await screen.exit()).toBe(130);
});

itAtOnce('a menu comes back below what came of the command that ran last', async () => {
  const folder = workspace({ 'r.md': `# Common tasks of the shop\n\n${['scale', 'drain', 'renew'].map((task) => `## Procedure: ${task} it\n\nWhat it takes.\n\n\`\`\`bash\necho ${task} came to 42\n\`\`\`\n`).join('\n')}` });
  const screen = terminal(['run', 'r.md'], { cwd: folder.path });
  await screen.waitFor('Enter start');
  screen.type('\r');
  await screen.waitFor('↑↓ mark');
  screen.type('\u001b[B');
  screen.type('\r');
  await screen.waitFor(/echo scale came[^]*Enter run/);
  screen.type('\r');
  await screen.waitFor(/│ scale came to 42\n +passed[^]*scale it +chosen before[^]*↑↓ mark/);
  screen.type('\u0003');
  expect(await screen.exit()).toBe(130);
});
