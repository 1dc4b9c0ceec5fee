import { lineAt } from '../../model/index.ts';

/** When to run, in five fields or a word, and what. */
const ENTRY = /^\s*(?:(?:[\d*][\d*/,-]*\s+){4}(?:[\d*][\d*/,-]*|[a-z]{3}(?:-[a-z]{3})?)|@(?:reboot|hourly|daily|weekly|monthly|yearly|annually|midnight))\s+(?=\S*[a-z/])/i;

/** What a line of a crontab runs; `null` for any other line. A shell would take its minute for a command. */
export function crontabCommand(line: string): string | null {
  const entry = ENTRY.exec(line);
  return entry === null ? null : line.slice(entry[0].length);
}

/** Whether an offset of a block's code is in a line of a crontab. */
export function isInCrontab(code: string, at: number): boolean {
  return crontabCommand(lineAt(code, at)) !== null;
}
