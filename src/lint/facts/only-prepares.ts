import { type CommandStep, lineStart } from '../../model/index.ts';

/** Installs a program, or unpacks what was fetched. */
const PREPARES = /\b(?:apt|apt-get|dnf|yum|apk|brew|pip|pip3|npm|snap|gem|cargo|go)\s(?:[^|;&]*\s)?(?:install|add)\b|\b(?:tar|unzip|gunzip|gzip|bunzip2|bzip2|unxz|xz|unzstd|zstd)\s/;

/** Whether all that a step overwrites is on the machine that it is run from, to get ready: the result of that needs no look. */
export function onlyPrepares({ shell, code }: CommandStep): boolean {
  const destroying = shell.effects.filter(({ effect }) => effect === 'destroys');
  return destroying.length > 0 && destroying.every(({ start }) => PREPARES.test(commandLine(code.text, start)));
}

/** The line of an offset, with those that it goes on in. */
function commandLine(text: string, at: number): string {
  return text.slice(lineStart(text, at)).replace(/\\\n/g, ' ').split('\n')[0] ?? '';
}
