import { cutText, type ShellAnalysis, startsIn } from '../../model/index.ts';
import { codeLines } from '../markdown/index.ts';
import { isProgram } from './programs.ts';

/** `NAME   READY   STATUS`: at least three words in capitals, in columns. */
const COLUMNS = /^[A-Z][A-Z0-9_()%/-]*(?:[ \t]{2,}[A-Z][A-Z0-9_()%/-]*(?: [A-Z0-9_()%/-]+)*){2,}[ \t]*$/;
/** The first line of what only a program prints: columns, a log, JSON. */
const PRINTED = [
  COLUMNS,
  /^[A-Z]\w*(?:[ \t]{2,}[A-Z][\w()%/]*(?: [\w()%/]+)*){2,}[ \t]*$/,
  /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d/,
  /^[IWEF]\d{4} \d\d:\d\d:\d\d/,
  /^\{\s*"[^"\n]*"\s*:/,
  /^[{[]\s*\n\s*["{]/,
];

const KEYWORD = /^(?:if|for|while|until|case|function|select|\{|\(|\[\[|!)(?:\s|$)/;

/** Why a block that is labelled as shell can be none, or `null` where nothing speaks against it. */
export function whyNotShell(code: string, shell: ShellAnalysis): string | null {
  return printed(code, shell) ?? unreadable(code, shell);
}

function printed(code: string, { commands, remotes }: ShellAnalysis): string | null {
  const text = code.replace(/^(?:[ \t]*(?:#.*)?\n)+/, '');
  if (PRINTED.some((shape) => shape.test(firstLines(text)))) return `what a program printed ("${shortened(text)}")`;
  const row = codeLines(code).find(({ text: line, start }) => COLUMNS.test(line) && commands.some((command) => command.start === start) && !remotes.some(({ typed }) => startsIn({ start }, typed)));
  return row === undefined ? null : `what a program printed ("${shortened(row.text)}")`;
}

/** A query language, most often: it does not parse, and its first word is no program that anybody knows. */
function unreadable(code: string, { errors, commands, statements }: ShellAnalysis): string | null {
  const [error] = errors;
  if (error === undefined) return null;
  if (KEYWORD.test(code.trim())) return null;
  const first = commands[0]?.name ?? code.slice(statements[0]?.start ?? 0).trim().split(/[\s(]/)[0] ?? '';
  return first === '' || isProgram(first) || !/^[A-Za-z_]\w*$/.test(first) ? null : `"${shortened(code)}", which no shell can read (${error.message})`;
}

function firstLines(text: string): string {
  return text.split('\n', 2).map((line, index) => (index === 0 ? line : `\n${line}`)).join('').replace(/^([A-Z[\d{][^\n]*)\n[^"{\s][\s\S]*$/, '$1');
}

function shortened(text: string): string {
  return cutText((text.trim().split('\n')[0] ?? '').replace(/\s+/g, ' '), 40);
}
