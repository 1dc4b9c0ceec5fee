import { inFolder, type Section, said, type Trial, typed, write } from './trial.ts';

/** Texts that would make what is read another thing than what runs. */
const CHARACTERS: readonly number[] = [
  0x01, 0x07, 0x08, 0x0b, 0x0c, 0x0d, 0x0e, 0x1a, 0x7f, 0x80, 0x84, 0x85, 0x8d, 0x90, 0x98, 0x9b, 0x9c, 0x9d, 0x9e, 0x9f, 0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x17b4, 0x180b, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029,
  0x202a, 0x202b, 0x202d, 0x202e, 0x2060, 0x2061, 0x2066, 0x2067, 0x2068, 0x2069, 0x206f, 0x2800, 0x3164, 0xfe00, 0xfe0f, 0xfeff, 0xffa0, 0xfff9, 0xe0041, 0xe007f, 0xe0100,
];
const SEQUENCES: readonly string[] = ['\u001b[2K\u001b[1G', '\u001b[8m', '\u001b[31m', '\u001b]0;t\u0007', '\u001b]8;;http://x.test\u001b\\', '\u001bP1$q\u001b\\', '\u001bc', '\u001b[5m', '\u001b[?1049h', '\u001b[6n'];
const COMMANDS: readonly string[] = ['::error::x', '##[error]x', '##vso[task.complete]x', '  ::set-output name=a::b'];

function runbookWith(text: string): string {
  return `# Title ${text} end

**Owner:** owner ${text} end
**System:** app${text}one

## When to use ${text} end

${text} begins a paragraph. See [a link ${text}](${encodeURI('gone')}${text.trim()}.md).

> **Warning** take care ${text} end

## Steps ${text} end

Do ${text} this:

\`\`\`bash
: shown # ${text} end
printf '%s\\n' '${text.replaceAll("'", '')}' 'a${text.replaceAll("'", '')}b'
# Expected: "a ${text} b" or "a"
\`\`\`

1. By hand ${text} end

| App | Host ${text} |
| --- | --- |
| app${text}one | host ${text} |

## Execution history

| Date | App | Operator | Outcome |
| --- | --- | --- | --- |
| 2026-01-02 | app | da ${text} na | Success ${text} |
`;
}

const WALK_KEYS = ['\r', '\r', '\r', '\r', 'q', 'a', '\r'];

/** Each place where text is shown, asked of the built program; with the environment of a CI system where `ci`. */
async function places(folder: string, name: string, operator: string, ci: boolean): Promise<readonly (readonly [place: string, text: string])[]> {
  const call = { cwd: folder, env: ci ? { CI: 'true' } : { NO_COLOR: '1' } };
  const ask = async (...args: string[]): Promise<readonly [string, string]> => [args.slice(0, 3).join(' '), await said(args, call)];
  const asked = [
    await ask('show', name), await ask('show', '--json', name), await ask('run', '--dry-run', name), await ask('run', '--yes', '--operator', operator, name), await ask('run', '--yes', '--format', 'ndjson', '--no-history', name),
    await ask('list'), await ask('list', '--json'), await ask('runs'), await ask('runs', '--json'), await ask('history', name), await ask('lint', name), await ask('lint', '--format', 'json', name), await ask('lint', '--format', 'sarif', name), await ask('lint', '--format', 'junit', name),
    await ask('show', `no-${operator}`), await ask('show', name, '--target', operator), await ask('run', name, '--yes', '--record', `${operator}=x`),
  ];
  const id = /^(\d{8}-\d{9}-\w+)/m.exec(asked.find(([place]) => place === 'runs')?.[1] ?? '')?.[1] ?? 'none';
  return [...asked, await ask('runs', 'show', id), await ask('runs', 'report', id), ...(ci ? [] : [['lint --format github', await said(['lint', '--format', 'github', name], call)] as const])];
}

function trial(name: string, text: string, isWrong: (shown: string) => boolean, faces: boolean): Trial {
  return {
    name,
    run: async () =>
      inFolder(async (folder) => {
        const file = `r ${text.replaceAll('/', '')}.md`;
        write(folder, file, runbookWith(text));
        const shown = [...(await places(folder, file, `me ${text} too`, !faces))];
        if (faces) {
          shown.push(['plain walk', await typed(['run', '--no-tui', file], WALK_KEYS, { cwd: folder, env: { NO_COLOR: '1' } })]);
          shown.push(['full screen', await typed(['run', file], WALK_KEYS, { cwd: folder })]);
        }
        return shown.filter(([, said]) => isWrong(said)).map(([place, said]) => `${place}: ${JSON.stringify(said.split('\n').find(isWrong) ?? said.slice(0, 200)).slice(0, 300)}`);
      }),
  };
}

/** What the program itself writes to a terminal has an escape character; what is tried has more than that. */
const HOSTILE: readonly Trial[] = [
  // The program's own line breaks, and what a pseudo-terminal makes of them.
  ...CHARACTERS.map((code) => {
    const character = String.fromCodePoint(code);
    return trial(`U+${code.toString(16)}`, character, (shown) => (code === 0x0d ? /\r(?![\n\r\u001b])(?!$)/m.test(shown.replaceAll('\r\n', '\n')) : code === 0x07 || code === 0x08 ? shown.replace(/\u001b\][^\u0007]*\u0007/g, '').includes(character) : shown.includes(character)), ![0x0d, 0x08, 0x07].includes(code));
  }),
  ...SEQUENCES.map((sequence) => trial(JSON.stringify(sequence), sequence, (shown) => shown.includes(`end${sequence}`) || shown.includes(`Title ${sequence}`) || shown.includes(`a${sequence}b`.replace('a\u001b[31mb', '\0')) || shown.includes(`me ${sequence}`) || shown.includes(`owner ${sequence}`), true)),
  ...COMMANDS.map((command) => trial(command, command, (shown) => /^\s*::(?!(?:error|warning|notice) file=)|##(?:\[|vso\[)/m.test(shown.replace(/\u001b\[[\d;]*m/g, '')), false)),
];

/** Hostile texts in every place where text is shown. */
export const hostileText: Section = { name: 'hostile-text', trials: HOSTILE };
