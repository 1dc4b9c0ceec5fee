import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type FreshReading, lintFiles, NO_CACHE, type ReadAll, type Shellcheck, textReader } from '../../src/lint/index.ts';

const NAMES = ['a.md', 'b.md', 'c.md'];

/** Lints three texts, read in the order given, and tells what happened in which order. */
async function lint(order: readonly string[]) {
  const events: string[] = [];
  const shellcheck: Shellcheck = {
    by: 'test',
    start: () => {
      const names: string[] = [];
      return {
        add: (name, script) => {
          events.push(`check ${name}`);
          names.push(name);
          expect(script).toContain(`echo ${name}`);
        },
        done: () => Promise.resolve({ status: 'checked', comments: new Map(names.map((name) => [name, [{ line: 4, endLine: 4, column: 1, endColumn: 2, level: 'warning', code: 2061, message: `of ${name}` }]])) }),
      };
    },
  };
  const readAll: ReadAll = async (inputs, options, onRead) => {
    const readings = new Map<string, FreshReading>();
    const read = await textReader(options);
    for (const input of order.flatMap((one) => inputs.filter(({ path }) => path === one))) {
      events.push(`read ${input.path}`);
      const reading = read(input);
      onRead(input.path, reading);
      readings.set(input.path, reading);
    }
    return inputs.flatMap(({ path }) => readings.get(path) ?? []);
  };
  const given = new Map(NAMES.map((name) => [name, `# ${name}\n\n\`\`\`bash\necho ${name}\n\`\`\`\n`]));
  const { files } = await lintFiles({ paths: NAMES, given, cwd: '/nowhere', settings: DEFAULT_SETTINGS, today: '2026-06-01', cache: NO_CACHE, readAll, lockDifferences: () => [], shellcheck });
  return { events, findings: files.flatMap(({ path, diagnostics }) => diagnostics.filter(({ rule }) => rule === 'shellcheck/SC2061').map(({ message }) => `${path}: ${message}`)) };
}

test('the shell of a file goes to shellcheck before the next file is read', async () => {
  const { events } = await lint(NAMES);
  expect(events).toEqual(['read a.md', 'check a.md', 'read b.md', 'check b.md', 'read c.md', 'check c.md']);
});

test('what it says stands with its file, and the files in order, in whatever order they were read', async () => {
  const { findings } = await lint(['c.md', 'a.md', 'b.md']);
  expect(findings).toEqual(['a.md: of a.md', 'b.md: of b.md', 'c.md: of c.md']);
});
