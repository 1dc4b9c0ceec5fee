import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLI, runbook, terminal, workspace } from './helpers/index.ts';
import type { Terminal } from './helpers/index.ts';

const RUNBOOK = `# Fail over

**Owner:** data

| App | Region |
| --- | --- |
| db-primary | eu |
| db-replica | us |

## Check the lag

\`\`\`bash
lag --of db-primary --slot <slot-name>
\`\`\`

## Option A: wait

\`\`\`bash
wait-for db-primary
\`\`\`
`;

/** How each shell starts without the tester's own settings, and loads the completion. */
const SHELLS = [
  { shell: 'bash', command: ['bash', '--norc', '--noprofile', '-i'], load: 'PS1="ready> "; bind "set bell-style none"; source <(runbook completion bash)' },
  { shell: 'zsh', command: ['zsh', '-f', '-i'], load: 'PS1="ready> "; autoload -U compinit; compinit -D -u; setopt nobeep; source <(runbook completion zsh)' },
  { shell: 'fish', command: ['fish', '--no-config', '-i'], load: 'function fish_prompt; echo "ready> "; end; function fish_greeting; end; set -g fish_autosuggestion_enabled 0; runbook completion fish | source' },
] as const;

/** What is typed before Tab, and how the line then reads. */
const COMPLETED: readonly (readonly [string, string])[] = [
  ['runbook expl', 'runbook explain '],
  ['runbook run ops/fail', 'runbook run ops/fail-over.md '],
  ['runbook show ops/fail-over.md --targ', 'runbook show ops/fail-over.md --target '],
  ['runbook show ops/fail-over.md --target db-r', 'runbook show ops/fail-over.md --target db-replica '],
  ['runbook show ops/fail-over.md --target=db-r', 'runbook show ops/fail-over.md --target=db-replica '],
  ['runbook run ops/fail-over.md --set sl', 'runbook run ops/fail-over.md --set slot-name='],
  ['runbook run ops/fail-over.md --only opt', 'runbook run ops/fail-over.md --only option-a-wait-1 '],
  ['runbook run ops/fail-over.md --section Check', 'runbook run ops/fail-over.md --section Check\\ the\\ lag '],
  ['runbook run "ops/two words.md" --only st', 'runbook run "ops/two words.md" --only stop-1 '],
  ['runbook lint --format sar', 'runbook lint --format sarif '],
  ['runbook lint --rule example-value=wa', 'runbook lint --rule example-value=warn '],
  ['runbook explain unclo', 'runbook explain unclosed-fence '],
  ['runbook runs sho', 'runbook runs show '],
  ['runbook runs show 2026', 'runbook runs show 20261123-0312-k3f9 '],
  ['runbook lint --baseline ops/fail.', 'runbook lint --baseline ops/fail.txt '],
  ['runbook lint --baseline=ops/fail.', 'runbook lint --baseline=ops/fail.txt '],
  ['runbook init ops/tw', 'runbook init ops/two\\ words.md '],
  ['runbook show ops/nowhere.md --target x', 'runbook show ops/nowhere.md --target x'],
  ['runbook list op', 'runbook list ops/'],
  ['runbook completion fi', 'runbook completion fish '],
];

describe.each(SHELLS)('in $shell', ({ shell, command, load }) => {
  it.skipIf(!installed(shell))('Tab completes commands, files, targets, parameters, steps, headings, rules and runs', { timeout: 60_000 }, async () => {
    const screen = await start(command, load);
    const wrong: string[] = [];
    for (const [typed, wanted] of COMPLETED) {
      const line = await complete(screen, typed);
      if (line !== wanted) wrong.push(`${typed}<Tab> became ${line}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('what the shells ask', () => {
  it.each([
    ['a file that is not there', ['--', 'show', 'nowhere.md', '--target', '']],
    ['a folder for a file', ['--', 'run', '.', '--set', '']],
    ['an unknown command', ['--', 'rnu', '']],
    ['an unknown option', ['--', 'run', '--nothing=x']],
  ])('offers nothing, and says nothing, for %s', async (_, words) => {
    await runbook('__complete', ...words).in(workspace()).expect({ status: 0, stdout: '', stderr: '' });
  });

  it('tells what a word means', () =>
    runbook('__complete', '--', 'show', 'a.md', '--only', '').in(workspace({ 'a.md': '# A\n\n## Stop\n\nStop the writers:\n\n```sh\ntrue\n```\n' })).expect({ status: 0, stdout: 'stop-1\tStop the writers\n' }));

  it('leaves out options that were given and do not repeat', async () => {
    const { stdout } = await runbook('__complete', '--', 'run', '--target', 'x', '--set', 'a=b', '--').expect({ status: 0 });
    expect(stdout).not.toMatch(/^--target\b/m);
    expect(stdout).toMatch(/^--set\t/m);
  });
});

/** A shell that has loaded the completion, in a folder with runbooks and one stored run. */
async function start(command: readonly [string, ...string[]], load: string): Promise<Terminal> {
  const folder = workspace({
    'ops/fail-over.md': RUNBOOK,
    'ops/fail.txt': 'no runbook',
    'ops/two words.md': '# Two words\n\n## Stop\n\n```sh\ntrue\n```\n',
    'state/runbook/runs/20261123-0312-k3f9/events.ndjson': `${JSON.stringify({ type: 'run-started', time: '2026-11-23T03:12:00.000Z', run: '20261123-0312-k3f9', runbook: '/ops/fail-over.md', title: 'Fail over', target: 'db-primary', operator: 'ada', mode: 'walk', version: '0', pid: 1, host: 'h', digest: '', sections: [], steps: [], budgetSeconds: null })}\n`,
    'bin/runbook': `#!/bin/sh\nexec '${process.execPath}' '${CLI}' "$@"\n`,
  });
  chmodSync(folder.at('bin/runbook'), 0o755);
  const path = [dirname(folder.at('bin/runbook')), process.env['PATH']].join(delimiter);
  const screen = terminal([], { command, cwd: folder.path, columns: 120, env: { PATH: path, XDG_STATE_HOME: folder.at('state') } });
  screen.type(`${load}; clear\r`);
  await screen.waitFor((text) => /^ready> ?$/m.test(text) && !text.includes('source'));
  return screen;
}

/** The line after Tab; the sign at its end shows where Tab left the cursor. */
async function complete(screen: Terminal, typed: string): Promise<string> {
  screen.type(`${typed}\t@`);
  const line = lastLine(await screen.waitFor((text) => lastLine(text).trimEnd().endsWith('@'))).trimEnd();
  screen.type('\x15');
  await screen.waitFor((text) => lastLine(text).trim() === '');
  return line.slice(0, -1);
}

/** What stands after the last prompt. */
function lastLine(screen: string): string {
  return /^ready> ?(.*)$/.exec(screen.split('\n').findLast((line) => line.startsWith('ready>')) ?? '')?.[1] ?? '';
}

function installed(shell: string): boolean {
  try {
    execFileSync(shell, ['-c', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    process.stdout.write(`skipped: ${shell} is not on this machine, its completion is not tested\n`);
    return false;
  }
}
