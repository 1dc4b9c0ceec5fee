import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ShellComment } from '../../../src/model/index.ts';
import { analyzeShell, cutPieces } from '../../../src/shell-syntax/index.ts';

function isExpectation(comment: ShellComment): boolean {
  return /^expect/i.test(comment.text);
}

function pieces(code: string): readonly [string | null, string][] {
  return cutPieces(code, analyzeShell(code), { isExpectation }).map(({ title, start, end }) => [title, code.slice(start, end)]);
}

function titles(code: string): readonly (string | null)[] {
  return pieces(code).map(([title]) => title);
}

describe('a comment that titles what follows starts a piece', () => {
  test('numbered', () => {
    expect(pieces('# 1. List\nkubectl get pods\n\n# 2. Undo it\nkubectl rollout undo deploy/web\n')).toEqual([
      ['List', '# 1. List\nkubectl get pods\n\n'],
      ['Undo it', '# 2. Undo it\nkubectl rollout undo deploy/web\n'],
    ]);
  });

  test.each<[string, string, readonly (string | null)[]]>([
    ['plain words', 'a\n\n# Push to the registry\nb', [null, 'Push to the registry']],
    ['without a blank line before', '# One\na\n# Two\nb', ['One', 'Two']],
    ['a step number', '# Step 1: Log in\na\n# Step 2 - Look\nb', ['Log in', 'Look']],
    ['a letter after the number', '# 2a. Scale up\na\n# 2b. Fix it\nb', ['Scale up', 'Fix it']],
    ['a rule around it', '# === Check ===\na', ['Check']],
    ['a final colon', '# To switch back:\na', ['To switch back']],
    ['a sentence over two lines', '# Stop the workers before\n# the queue drains\na', ['Stop the workers before the queue drains']],
    ['the first sentence of a block', '# Stop the workers first. They hold\n# the lock.\na', ['Stop the workers first.']],
    ['continuation and note lines belong to it', '# Check health\n# Note: 403 from outside\n# Use the front:\ncurl x', ['Check health']],
    ['the title nearest to the command', '# Do it now\n\n# 2. Restart\na', ['Restart']],
  ])('%s', (_name, code, expected) => {
    expect(titles(code)).toEqual(expected);
  });

  test.each([
    ['a note', 'a\n\n# Note: mind the gap\nb'],
    ['code that is switched off', 'a\n# kubectl delete pod x\nb'],
    ['an assignment that is switched off', 'a\n# NS=shop\nb'],
    ['a remark under a command', 'a\n#    Wait for it to be healthy.\nb'],
    ['a remark under a command, then a blank line', 'a\n# That took a while\n\nb'],
    ['a ruler', 'a\n# -----\nb'],
    ['a shellcheck directive', 'a\n# shellcheck disable=SC2086\nb'],
    ['a trailing comment', 'a # Look at it\nb'],
    ['a comment in a loop', 'for x in 1 2; do\n# Do it\na\ndone'],
    ['a comment after all commands', 'a\n\n# The same again'],
  ])('not %s', (_name, code) => {
    expect(titles(code)).toEqual([null]);
  });
});

describe('an expectation ends a piece', () => {
  test('on its own line, with the lines that go on', () => {
    expect(pieces('a\n# Expected: 200\n#   and nothing else\nb\n')).toEqual([
      [null, 'a\n# Expected: 200\n#   and nothing else\n'],
      [null, 'b\n'],
    ]);
  });

  test('at the end of a command', () => {
    expect(pieces('a # Expected: 200\nb')).toEqual([
      [null, 'a # Expected: 200\n'],
      [null, 'b'],
    ]);
  });

  test('a numbered title right below is not part of it', () => {
    expect(titles('# 1. A\na\n# Expected: x\n# 2. B\nb')).toEqual(['A', 'B']);
  });
});

describe('where a cut is made', () => {
  test('after an endless command', () => {
    expect(pieces('tail -f log\nb')).toEqual([
      [null, 'tail -f log\n'],
      [null, 'b'],
    ]);
  });

  test('around a session', () => {
    const code = 'POD=web\noc rsh $POD\nceph status\nexit\nb\n';
    expect(pieces(code)).toEqual([
      [null, 'POD=web\n'],
      [null, 'oc rsh $POD\n'],
      [null, 'ceph status\nexit\n'],
      [null, 'b\n'],
    ]);
  });

  test.each([
    ['in a compound command', 'if a; then\n# Do it\nb\nfi'],
    ['in a heredoc', 'cat <<EOF\n# Do it\nEOF'],
    ['in a continuation', 'a \\\n  b\n'],
    ['in a function', 'f() {\n# Do it\na\n}'],
    ['in a quoted text', "a '\n# Do it\nb'"],
    ['between & and wait', 'a &\n# Wait for it\nwait'],
    ['between & and $!', 'a &\n# Keep its number\nPID=$!'],
    ['after a descriptor is opened', 'exec 3<list\n# Read it\nread -u 3 x'],
    ['between two commands of one line', 'a; tail -f x; b'],
    ['where the code does not parse', '# One\na\n# Two\nif b; then'],
  ])('never %s', (_name, code) => {
    expect(pieces(code)).toHaveLength(1);
  });
});

test('comments are handed out to their pieces', () => {
  const code = '# One\na # x\n\n# Two\nb\n# Expected: c';
  expect(cutPieces(code, analyzeShell(code), { isExpectation }).map(({ comments }) => comments)).toEqual([[0, 1], [2, 3]]);
});

const line = fc.constantFrom('# 1. One', '# Two words', '# Expected: x', 'a', 'b &', 'wait', 'tail -f x', 'ssh host', 'exit', 'cat <<E', 'E', 'if a; then', 'fi', 'f() {', '}', "echo '", '"', '', '  ', 'a \\', 'x=<y>', 'psql', '<a');
const shell = fc.array(line, { maxLength: 14 }).map((lines) => lines.join('\n'));

test('pieces are the code, whatever it is', () => {
  fc.assert(
    fc.property(fc.oneof(shell, fc.string(), fc.string({ unit: 'binary' })), (code) => {
      const analysis = analyzeShell(code);
      const cut = cutPieces(code, analysis, { isExpectation });
      expect(analysis.masked).toHaveLength(code.length);
      expect(cut.map(({ start, end }) => code.slice(start, end)).join('')).toBe(code);
      expect(cut.flatMap(({ comments }) => comments)).toEqual(analysis.comments.map((_, index) => index));
      if (analysis.errors.length === 0 && analysis.remotes.length === 0) {
        for (const { start, end } of cut) expect(analyzeShell(code.slice(start, end)).errors).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
});
