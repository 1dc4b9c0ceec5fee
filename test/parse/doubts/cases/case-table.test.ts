import { describe, expect, it } from 'vitest';
import { commands, read } from '../../read.ts';

const held = (table: string, code = 'systemctl restart web', between = ''): readonly string[] =>
  commands(read(`# X\n\n## Steps\n\n${table}\n\n${between}Restart it:\n\n'''sh\n${code}\n'''\n`)).flatMap(({ pieces }) => pieces.flatMap(({ doubts }) => doubts.map(({ kind, text }) => `${kind}: ${text}`)));

describe('below a table that says what to do in which case', () => {
  const rows = '| a | restart it |\n| b | retry |';
  it.each(['Reason | Action', 'Symptom | Likely cause | Fix', 'If | Then', 'What you see | What to do', 'Error | Recommended actions'])('what acts is for one of them: %s', (head) => {
    const columns = head.split(' | ').length;
    const table = `| ${head} |\n|${' --- |'.repeat(columns)}\n${columns === 2 ? rows : '| a | b | c |\n| d | e | f |'}`;
    expect(held(table)).toEqual([`conditional: ${head}`]);
  });
  it.each(['Name | Port', 'Step | Action', 'Reason | Count', 'Action | Reason'])('other tables hold nothing: %s', (head) => expect(held(`| ${head} |\n| --- | --- |\n${rows}`)).toEqual([]));
  it('nor does one row, or what only reads, or a table in another section', () => {
    const table = `| Reason | Action |\n| --- | --- |\n${rows}`;
    expect([held('| Reason | Action |\n| --- | --- |\n| a | restart it |'), held(table, 'uptime'), held(table, 'systemctl restart web', '## Then\n\n')]).toEqual([[], [], []]);
  });
  const apart = (rows: string, heading = 'Drain the queue', head = 'Symptom | Fix'): readonly string[] => commands(read(`# Dead letters\n\n## Look\n\n'''sh\nuptime\n'''\n\n| ${head} |\n| --- | --- |\n${rows}\n\n## ${heading}\n\n'''sh\nsystemctl restart web\n'''\n`)).at(-1)!.pieces[0]!.doubts.map(({ kind, text }) => `${kind}: ${text}`);
  it.each([
    ['| bug, now fixed | **Replay** |\n| bad message | **Resolve** |', '3. Replay'], ['| queue full | [Drain the queue](#drain-the-queue) |\n| disk full | see the vendor |', 'Drain the queue'], ['| queue full | drain the queue by hand |\n| disk full | grow it |', 'Drain the queue'],
  ])('nor do sections that one of its cells sends to run at once: %s', (rows, heading) => expect(apart(rows, heading)).toEqual(['conditional: Symptom | Fix']));
  it.each([['| a | Drain the queue |\n| b | Drain the queue |', 'Drain the queue'], ['| a | restart |\n| b | retry |', 'Restart']])('where all cells do, or one only has its word, they do: %s', (rows, heading) => expect(apart(rows, heading)).toEqual([]));
  it('nor is a table of steps one', () => expect(apart('| 1 | Drain the queue |\n| 2 | Grow the disk |', 'Drain the queue', 'Step | Action')).toEqual([]));
});
