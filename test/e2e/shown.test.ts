import { describe, expect, test } from 'vitest';
import { called, runbook, workspace } from './helpers/index.ts';

/** What a terminal would obey or not draw; colours are looked for apart. */
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u00a0\u00ad\u061c\u115f\u200b-\u200f\u2028-\u202f\u2060-\u206f\u3164\ufeff]|[\u{e0000}-\u{e007f}]/u;
const COMMAND = /^\s*::|##(?:\[|vso\[)/m;

const ESC = '\u001b';
const NASTY = `${ESC}[2K${ESC}[1G\u202e\u200b\u00ad\u3164\u{e0041}\u009b31m${ESC}[8m`;

/** What an address in Markdown can hold of it. */
const ADDRESS = NASTY.replace(/[\u0000-\u001f]/g, '');

const HOSTILE = `# Ti${NASTY}tle

**Owner:** op${NASTY}s
**System:** ap${NASTY}p

## Ste${NASTY}ps

::error::a lead ${NASTY}

\`\`\`bash
: PWNED #${NASTY} ls -l
printf '%s\\n' '::error::out' '  ::warning::out' 'x ##[error]out' 'a${NASTY}b'
printf '::err' && printf 'or::two writes\\n'
printf '\\033[31mred\\033[0m\\033]0;title\\007\\n'
\`\`\`

[a link](::error::${ADDRESS}.md) and [one](##[error]x.md)

1. By hand ${NASTY}

| App | Host${NASTY} |
| --- | --- |
| ap${NASTY}p | ::error::h |

## Execution history

| Date | App | Operator | Outcome |
| --- | --- | --- | --- |
| 2026-01-02 | ap${NASTY}p | da${NASTY}na | Success ${NASTY} |
`;
const NAME = `e${ESC}[2K\u202evil\n::error::.md`;

function shownIn(text: string): void {
  expect(text).not.toMatch(HIDDEN);
  expect(text).not.toMatch(COMMAND);
}

describe('what is shown is what runs', () => {
  test.each([[['show']], [['run', '--dry-run']], [['lint']], [['lint', '--format', 'junit']], [['lint', '--format', 'json']], [['lint', '--format', 'sarif']], [['show', '--json']], [['history']], [['history', '--json']], [['history', '--csv']]])('%s', async ([...args]) => {
    const folder = workspace({ [NAME]: HOSTILE });
    const { stdout, stderr } = await called(...args, NAME).in(folder).withEnv({ CI: 'true' }).finish();
    expect(stdout).toMatch(/\\u(?:\{202e\}|202e)/);
    shownIn(stdout.replaceAll('\r\n', '\n'));
    shownIn(stderr);
  });

  test('a run, its text, its list, its report and its row', async () => {
    const folder = workspace({ [NAME]: HOSTILE });
    const home = { CI: 'true', XDG_STATE_HOME: folder.at('state') };
    const say = (...args: string[]) => called(...args).in(folder).withEnv(home).finish();
    const ran = (...args: string[]) => runbook('run', NAME, '--yes', ...args).in(folder).withEnv(home).finish();
    const run = await ran('--operator', `da${NASTY}na`);
    expect(run.status).toBe(0);
    shownIn(run.stdout.replace('\u001b[31mred\u001b[0m', ''));
    expect(run.stdout).toContain('\u001b[31mred\u001b[0m\n');
    expect(run.stdout).toContain('\\u{3a}:error::two writes');
    const id = /run (\S+) /.exec(run.stdout)?.[1] ?? '';
    for (const args of [['list'], ['list', '--json'], ['runs'], ['runs', '--json'], ['runs', 'show', id], ['runs', 'show', id, '--json'], ['runs', 'report', id]]) shownIn((await say(...args)).stdout);
    const row = folder.read(NAME).split('\n').filter((line) => line.startsWith('| 2026')).at(-1) ?? '';
    expect(row).toContain('da\\u{202e}');
    shownIn(row);
    shownIn((await ran('--format', 'ndjson')).stdout);
    shownIn((await say('show', `no${NASTY}file`)).stderr);
  });

  test('workflow commands are for lint alone, one a finding, ten a level', async () => {
    const links = Array.from({ length: 14 }, (_, i) => `[l](::error::${i}${ADDRESS}.md)`).join(' ');
    const folder = workspace({ '##[error]x.md': `# T\n\n${links}\n`, '::error::y.md': `# T\n\n${links}\n` });
    const { stdout } = await called('lint', '--format', 'github', '.').in(folder).withEnv({ GITHUB_ACTIONS: 'true' }).finish();
    expect(stdout).not.toMatch(HIDDEN);
    const commands = stdout.split('\n').filter((line) => COMMAND.test(line));
    expect(commands.filter((line) => line.startsWith('::error'))).toHaveLength(10);
    for (const line of commands) expect(line).toMatch(/^::(?:error|warning|notice) file=/);
  });

  test('outside of CI a line is what the command wrote', async () => {
    const folder = workspace({ 'a.md': "# T\n\n## Steps\n\n```bash\necho '::x' '##[y]'\n```\n" });
    expect((await runbook('run', 'a.md', '--yes').in(folder).finish()).stdout).toContain('\n::x ##[y]\n');
  });
});
