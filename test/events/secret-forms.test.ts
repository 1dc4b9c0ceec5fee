import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Redactor } from '../../src/events/index.ts';

function hidden(secret: string, text: string | Buffer, sizes: readonly number[] = []): string {
  const redactor = new Redactor();
  redactor.add(secret);
  const stream = redactor.stream();
  const bytes = Buffer.from(text as string);
  const parts: Buffer[] = [];
  let at = 0;
  for (const size of [...sizes, bytes.length]) {
    parts.push(stream.push(bytes.subarray(at, at + size)));
    at += size;
  }
  return Buffer.concat([...parts, stream.end()]).toString();
}

const SECRET = `s3cr3t it's "$x" <&> \\ é/+`;
/** With characters that are quoted in some places only. */
const OTHER = '#p$ss#w0rd~=~:~*(,[1]!{a}^';

/** What programs make of a secret. Each is asked, not imitated. */
const PROGRAMS: readonly (readonly [string, string])[] = [
  ['as it is', 'printf "%s" "$S"'],
  ['printf %q', 'printf "%q" "$S"'],
  ['printf %q with a line break', 'printf "%q" "$S"$\'\\n\''],
  ['declare -p', 'declare -p S'],
  ['declare -p with a line break', 'T="$S"$\'\\n\'; declare -p T'],
  ['${x@Q}', 'printf "%s" "${S@Q}"'],
  ['set -x', 'exec 2>&1; set -x; : "$S"'],
  ['set -x, not ASCII', 'LC_ALL=C; exec 2>&1; set -x; : "$S"'],
  ['alias -p', 'alias a="echo $(printf %q "$S")"; alias -p'],
  ['trap -p', 'trap "echo $(printf %q "$S")" USR1; trap -p USR1'],
  ['export -p', 'export S; export -p | grep S='],
  ['base64', 'printf %s "$S" | base64 -w0'],
  ['base64, one before', 'printf "x%s" "$S" | base64 -w0'],
  ['base64, two before and more after', 'printf "xy%sz" "$S" | base64 -w0'],
  ['base64 in lines', 'printf "%s%s" "padding that moves it to the end of a line, you see" "$S" | base64'],
  ['base64 twice', 'printf %s "$S" | base64 -w0 | base64 -w0'],
  ['base32', 'printf %s "$S" | base32 -w0'],
  ['hex', 'printf %s "$S" | od -An -v -tx1 | tr -d " \\n"'],
  ['upper hex', 'printf %s "$S" | od -An -v -tx1 | tr -d " \\n" | tr a-f A-F'],
  ['hex in pairs', 'printf %s "$S" | od -An -v -tx1 -w64'],
  ['in upper case', 'printf %s "${S^^}"'],
  ['backwards', 'printf %s "$S" | rev'],
  ['JSON by node', `"$NODE" -p 'JSON.stringify({s: process.env.S})'`],
  ['URL by node', `"$NODE" -p 'encodeURIComponent(process.env.S)'`],
  ['a form by node', `"$NODE" -p 'new URLSearchParams({s: process.env.S}).toString()'`],
  ['a URL within a URL by node', `"$NODE" -p 'encodeURIComponent(encodeURIComponent(process.env.S))'`],
  ['the password of a URL by node', `"$NODE" -p 'u = new URL("https://u@h"); u.password = process.env.S; u.password'`],
  ['a string of SQL or YAML', `printf "%s" "$S" | sed "s/'/''/g"`],
  ['base64url by node', `"$NODE" -p 'Buffer.from("x" + process.env.S).toString("base64url")'`],
];

const TRIED = [...PROGRAMS.map(([name, script]) => [name, SECRET, script] as const), ...PROGRAMS.filter(([name]) => !/base|hex|case|backwards/.test(name)).map(([name, script]) => [name, OTHER, script] as const)];

test.each(TRIED)('%s of %s is hidden', (_, secret, script) => {
  const output = execFileSync('bash', ['-c', script], { stdio: ['ignore', 'pipe', 'inherit'], env: { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', S: secret, NODE: process.execPath } });
  const shown = hidden(secret, output);
  expect(shown).toContain('***');
  // What is left is less than a word of it, in whatever form.
  expect(shown.replaceAll('***', '').replace(/declare -x S=|alias a='echo |trap -- 'echo |' SIGUSR1|declare -- T=|padding[^*]*|cGFkZGluZ\S+/g, '').trim().length).toBeLessThan(24);
});

test('as .NET writes JSON it is hidden', () => {
  expect(hidden('a"b\'c+d<e`fé', '{"s":"a\\u0022b\\u0027c\\u002Bd\\u003Ce\\u0060f\\u00E9"}')).toBe('{"s":"***"}');
});

test.each([
  ['twice in a URL, with its marks', "https://a.example/?next=a%2527b%2528c%252Fd%2526e%2522f", 'https://a.example/?next=***'],
  ['in an attribute, its double quotes alone escaped', `<a title="a'b(c/d&amp;e&quot;f">`, '<a title="***">'],
])('%s it is hidden', (_, text, shown) => {
  expect(hidden(`a'b(c/d&e"f`, text)).toBe(shown);
});

test('with colours inside, wherever chunks are cut', () => {
  const letters = 'hunter2-and-more'.split('');
  fc.assert(
    fc.property(fc.array(fc.constantFrom('', '', '\u001b[31m', '\u001b[0m', '\u001b[01;32m\u001b[K'), { minLength: letters.length, maxLength: letters.length }), fc.array(fc.nat(9), { maxLength: 30 }), (colours, sizes) => {
      const shown = hidden(letters.join(''), `say ${letters.map((letter, i) => `${colours[i] ?? ''}${letter}`).join('')} now`, sizes);
      expect(shown.replace(/\u001b\[[\d;]*[mK]/g, '')).toBe('say *** now');
    }),
  );
});

test('output without a secret passes byte for byte', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('\u001b[31m', '\u001b]0;t\u0007', '\u001b', '\n', 'YWJj'.repeat(19) + '\n'))), fc.array(fc.nat(30), { maxLength: 20 }), (pieces, sizes) => {
      const text = Buffer.from(pieces.join('')).toString();
      expect(hidden('never-in-it-0123456789', text, sizes)).toBe(text);
    }),
  );
});
