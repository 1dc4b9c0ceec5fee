import { expect, test } from 'vitest';
import { ColouredOutput } from '../../../src/print/html/coloured-output.ts';

const shown = (...lines: readonly string[]): string => new ColouredOutput().add(lines).text;

test.each([
  ['a colour', '\u001b[31mred\u001b[0m rest', '<span class="a1">red</span> rest'],
  ['a bright one', '\u001b[92mok\u001b[39m', '<span class="a2">ok</span>'],
  ['a background', '\u001b[30;41mx\u001b[0m', '<span class="a0 b1">x</span>'],
  ['weight and slant', '\u001b[1;3mx\u001b[0m', '<span class="bold italic">x</span>'],
  ['one of 256', '\u001b[38;5;208mx\u001b[0m', '<span class="a1">x</span>'],
  ['one of 16 million', '\u001b[38;2;20;200;30mx\u001b[0m', '<span class="a2">x</span>'],
  ['one written with colons', '\u001b[38:5:4mx\u001b[0m', '<span class="a4">x</span>'],
])('%s becomes a class', (_, text, markup) => {
  expect(shown(text)).toBe(markup);
});

test('markup in output is text, and looks of a tag are no tag', () => {
  expect(shown('<span style="color:rgb(1,2,3)"><script>x</script>')).toBe('&lt;span style=&quot;color:rgb(1,2,3)&quot;&gt;&lt;script&gt;x&lt;/script&gt;');
});

test('a link of the terminal is no link, its title and other commands are gone', () => {
  expect(shown('\u001b]8;;javascript:x\u0007click\u001b]8;;\u0007 \u001b[2Jhere \u001b]0;title\u0007')).toBe('click here ');
});

test('of a line that writes over itself the last is kept, and what hides is shown', () => {
  expect(shown('10%\r100%\r', 'a\u202eb')).toBe('100%\na\\u{202e}b');
});

test('a colour goes on in what is added next', () => {
  const output = new ColouredOutput();
  output.add(['\u001b[31mone']);
  expect(output.add(['two']).text).toBe('<span class="a1">two</span>');
});
