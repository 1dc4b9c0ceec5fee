import { readFileSync } from 'node:fs';

/** The lines of a fixture: an effect, then a command in which `\n` is a line break. */
export function expectedEffects(name: string): readonly (readonly [command: string, effect: string])[] {
  const lines = readFileSync(`fixtures/effects/${name}.txt`, 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map((line): [string, string] => {
    const [, effect = '', command = ''] = /^(\w+) +(.*)$/.exec(line) ?? [];
    return [command.replaceAll('\\n', '\n'), effect];
  });
}
