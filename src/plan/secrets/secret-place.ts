import { type CodeRange, isSecretName, liesIn, lineStart, type ShellAnalysis, type ShellCommand } from '../../model/index.ts';
import { SECRET_OPTIONS } from './secret-options.ts';

interface SecretLine {
  readonly words: readonly string[];
  readonly options: readonly string[];
}

const LINES: readonly SecretLine[] = SECRET_OPTIONS.map((line) => {
  const words = line.split(' ');
  const from = words.findIndex((word) => /^[-=]/.test(word));
  return { words: from < 0 ? words : words.slice(0, from), options: from < 0 ? [] : words.slice(from) };
});

/** Whether the text at a place in the code is a secret, whatever its name: the password of an address, a token in a header, the value of an option. */
export function isSecretPlace(code: string, shell: ShellAnalysis, range: CodeRange): boolean {
  const assignment = shell.assignments.find((each) => liesIn(range, each));
  const before = code.slice(lineStart(code, range.start), range.start);
  const after = code.slice(range.end, range.end + 200);
  if (isPassword(before, after)) return true;
  if (assignment !== undefined && isSecretName(assignment.name)) return !code.slice(assignment.start, range.start).includes('://');
  if (isInHeader(before) || isNamed(before)) return true;
  return shell.commands.some((command) => liesIn(range, command) && [command, ...command.wrapping].some((each) => isArgument(each, code, range)));
}

/** `scheme://user:…@host`. */
function isPassword(before: string, after: string): boolean {
  return /[a-z][a-z\d+.-]*:\/\/[^\s/@'"]*:[^\s/@'"]*$/i.test(before) && /^[^\s/'"]*@/.test(after);
}

/** `Authorization: Bearer …`, `X-Api-Key: …`. */
function isInHeader(before: string): boolean {
  const header = /(?:^|["'\s=])([A-Za-z][\w-]*):\s*(?:(?:bearer|basic|token|apikey|digest)\s+)?["']?[^\s"']*$/i.exec(before)?.[1];
  return /\b(?:bearer|basic)\s+["']?$/i.test(before) || (header !== undefined && (/^(?:proxy-)?authorization$/i.test(header) || isSecretName(header)));
}

/** `NAME=…`, `?token=…`, `"password": "…"`, where the name is that of a secret. */
function isNamed(before: string): boolean {
  const name = /(?:^|[\s"'?&=,;])(?:--)?([\w.-]+)=["']?$/.exec(before)?.[1] ?? /["']([\w.-]+)\\?["']\s*:\s*\\?["']?$/.exec(before)?.[1];
  return name !== undefined && isSecretName(name);
}

function isArgument({ name, args }: Pick<ShellCommand, 'name' | 'args'>, code: string, range: CodeRange): boolean {
  const index = args.findIndex((each) => liesIn(range, each));
  const word = args[index];
  if (word === undefined) return false;
  const lead = code.slice(word.start, range.start).replace(/^["']/, '');
  const option = args[index - 1]?.value ?? '';
  // In an address only the password is secret.
  if (lead.includes('://')) return false;
  // The value after an option named like a secret: `--password <x>`.
  if (lead === '' && option.startsWith('--') && isSecretName(option.slice(2))) return true;
  const said = args.flatMap(({ value }) => (value === null || value.startsWith('-') ? [] : [value]));
  return LINES.some(({ words: [program, ...words], options }) => program === name && words.every((each) => said.includes(each)) && options.some((each) => takes(each, lead, option)));
}

/** Whether the text after `lead` in a word is the value of an option in the table. */
function takes(option: string, lead: string, before: string): boolean {
  if (option === '=') return /^[\w./-]+=["']?/.test(lead);
  // In `user:password` only the second part.
  if (/^(?:-u|-U|-a|--user|--proxy-user|--auth)$/.test(option) && (before === option || lead.startsWith(option))) return lead.includes(':') || (option === '-a' && before === option);
  return (before === option && lead === '') || (lead.startsWith(option) && /^=?["']?$/.test(lead.slice(option.length)));
}
