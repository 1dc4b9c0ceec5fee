import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OutputBuffer, outputOf } from '../../../src/tui/output/output-buffer.ts';

function shown(text: string): readonly string[] {
  const output = outputOf(text);
  return output.lines(output.first, output.end);
}

describe('output as a terminal would show it', () => {
  it.each([
    ['a progress bar stands as it ended', '10%\r50%\r100%\n', ['100%']],
    ['a spinner leaves its last character', '|\b/\b-\bdone', ['done']],
    ['colours stay', '\u001b[31mred\u001b[0m', ['\u001b[31mred\u001b[0m']],
    ['the cursor is not moved', 'a\u001b[2J\u001b[1;1Hb\u001b[?25l\u001b[>4;2mc', ['abc']],
    ['titles and links of the terminal go', '\u001b]0;title\u0007x\u001b]8;;https://a\u001b\\link\u001b]8;;\u001b\\', ['xlink']],
    ['an unfinished string of the terminal goes', 'x\u001bPq#0', ['x']],
    ['eight-bit controls go', 'a\u009b31mbc', ['abc']],
    ['what else is hidden is shown', 'a\u0000b\u202ec', ['a\\u{0}b\\u{202e}c']],
    ['tabs are blanks', 'a\tb', ['a    b']],
    ['a line without end is a line', 'one\ntwo', ['one', 'two']],
  ])('%s', (_, text, lines) => expect(shown(text)).toEqual(lines));

  it('never lets a control sequence but colours through, wherever a chunk is cut', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('\u001b[', '\u001b]0;', '\u001b[31m', '\u0007', '\r', '\b', '\n', '\u001bP', '\u009b2J', '\u001b[2J'));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const output = new OutputBuffer();
        for (const text of pieces) output.push(text);
        for (const line of output.lines(output.first, output.end)) expect(line.replace(/\u001b\[[\d;:]*m/g, '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
      }),
    );
  });
});

describe('output that is kept', () => {
  it('is the last of it, by numbers that do not change', () => {
    const output = new OutputBuffer();
    for (let i = 0; i < 40_000; i++) output.push(`line ${i}\n`);
    expect(output.end).toBe(40_000);
    expect(output.end - output.first).toBeGreaterThanOrEqual(5_000);
    expect(output.end - output.first).toBeLessThanOrEqual(10_001);
    expect(output.lines(39_999, 40_000)).toEqual(['line 39999']);
    expect(output.lines(0, 10)).toEqual([]);
  });

  it('is bounded for a line without end', () => {
    const output = new OutputBuffer();
    for (let i = 0; i < 1_000; i++) output.push('x'.repeat(100_000));
    expect(output.lines(0, 1)[0]?.length).toBe(4_000);
  });

  it('is searched both ways, in any case', () => {
    const output = outputOf('Error one\nfine\nerror two');
    expect([output.find('ERROR', 0, 1), output.find('error', 1, 1), output.find('error', 1, -1), output.find('none', 0, 1)]).toEqual([0, 2, 0, null]);
  });
});
