import type { CodeRange, ShellAnalysis } from '../../model/index.ts';
import { isPlainWord } from '../../shell-syntax/index.ts';

/** The variable by which the value of a secret parameter reaches commands: it stands in no argument of a program that we start. */
export function secretVariable(name: string): string {
  return `RUNBOOK_SECRET_${name.toUpperCase().replace(/[^A-Z\d]/g, '_')}`;
}

/** What is written in the place of a secret, or why it cannot be. */
export type SecretText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string };

/** Programs that read their arguments as shell code once more: what a variable holds would be code there. */
const READS_CODE = /^(?:(?:ba|da|k|z|fi)?sh|eval|ssh|su|xargs|watch|parallel|trap)$/;

/** The text that stands for a secret at a place of the code, quoted anew for where it stands. */
export function secretAt(name: string, value: string, code: string, shell: ShellAnalysis, range: CodeRange): SecretText {
  const variable = secretVariable(name);
  const reader = shell.commands.find((command) => command.start <= range.start && range.end <= command.end && [command.name, ...command.wrappers].some((word) => READS_CODE.test(word)));
  if (reader !== undefined && !isPlainWord(value)) return { ok: false, why: `it stands in code that ${reader.name} reads once more, where only a plain word (letters, digits, _ . : / @ % + = , -) is safe` };
  const heredoc = shell.heredocs.find(({ start, end }) => code.indexOf('\n', start) < range.start && start <= range.start && range.end <= end);
  if (heredoc !== undefined) {
    if (/^<<-?\s*(?:["'\\])/.test(code.slice(heredoc.start))) return { ok: false, why: `it stands in a heredoc that expands nothing (<<'${heredoc.delimiter}'): the value would have to be written into the command` };
    return { ok: true, text: `\${${variable}}` };
  }
  const from = shell.statements.find(({ start, end }) => start <= range.start && range.end <= end)?.start ?? 0;
  switch (quoteAround(code, from, range.start)) {
    case 'single':
      return { ok: true, text: `'"$${variable}"'` };
    case 'ansi':
      return { ok: true, text: `'"$${variable}"$'` };
    case 'double':
      return { ok: true, text: `\${${variable}}` };
    case 'bare':
      return { ok: true, text: `"$${variable}"` };
  }
}

type Quote = 'bare' | 'single' | 'ansi' | 'double';

/** What quotes are open at a place: substitutions begin anew. */
function quoteAround(code: string, from: number, to: number): Quote {
  const open: Quote[] = ['bare'];
  for (let at = from; at < to; ) at = step(code, at, open);
  return open.at(-1) ?? 'bare';
}

/** Reads what stands at a place, and returns where it ends. */
function step(code: string, at: number, open: Quote[]): number {
  const char = code.charAt(at);
  const quote = open.at(-1) ?? 'bare';
  if (char === '\\' && quote !== 'single') return at + 2;
  if (quote === 'single' || quote === 'ansi') {
    if (char === "'") open.pop();
    return at + 1;
  }
  if (char === '$' && code.charAt(at + 1) === '(') {
    open.push('bare');
    return at + 2;
  }
  if (char === '"') {
    if (quote === 'double') open.pop();
    else open.push('double');
  } else if (quote === 'bare') {
    if (char === "'") open.push(code.charAt(at - 1) === '$' ? 'ansi' : 'single');
    else if (char === '(') open.push('bare');
    else if (char === ')' && open.length > 1) open.pop();
    else if (char === '#' && /\s/.test(code.charAt(at - 1))) return Math.max(at + 1, code.indexOf('\n', at));
  }
  return at + 1;
}
