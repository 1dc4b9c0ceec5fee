import { type CodeRange, liesIn, type ShellAnalysis } from '../../model/index.ts';
import { isPlainWord } from '../../shell-syntax/index.ts';

/** The variable that carries the value of a secret parameter to commands, so that no program we start has it as an argument. */
export function secretVariable(name: string): string {
  return `${PASSED}${name.toUpperCase().replace(/[^A-Z\d]/g, '_')}`;
}

const PASSED = 'RUNBOOK_SECRET_';

/** Whether a variable is one in which a secret is passed to the commands whose text had it. */
export function isSecretVariable(name: string): boolean {
  return name.startsWith(PASSED);
}

/** The text to write in place of a secret, or why there is none. */
type SecretText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string };

/** Programs that parse their arguments as shell code again, where the value of a variable would become code. */
const READS_CODE = /^(?:(?:ba|da|k|z|fi)?sh|eval|ssh|su|xargs|watch|parallel|trap)$/;

/** The text that refers to a secret at a place in the code, quoted for that place. */
export function secretAt(name: string, value: string, code: string, shell: ShellAnalysis, range: CodeRange): SecretText {
  const variable = secretVariable(name);
  const reader = shell.commands.find((command) => liesIn(range, command) && [command.name, ...command.wrappers].some((word) => READS_CODE.test(word)));
  if (reader !== undefined && !isPlainWord(value)) return { ok: false, why: `it stands in code that ${reader.name} reads once more, where only a plain word (letters, digits, _ . : / @ % + = , -) is safe` };
  const heredoc = shell.heredocs.find(({ start, end }) => code.indexOf('\n', start) < range.start && start <= range.start && range.end <= end);
  if (heredoc !== undefined) {
    if (/^<<-?\s*(?:["'\\])/.test(code.slice(heredoc.start))) return { ok: false, why: `it stands in a heredoc that expands nothing (<<'${heredoc.delimiter}'): the value would have to be written into the command` };
    return { ok: true, text: `\${${variable}}` };
  }
  const from = shell.statements.find((each) => liesIn(range, each))?.start ?? 0;
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

/** The quotes that are open at a place; a substitution begins without any. */
function quoteAround(code: string, from: number, to: number): Quote {
  const open: Quote[] = ['bare'];
  for (let at = from; at < to; ) at = step(code, at, open);
  return open.at(-1) ?? 'bare';
}

/** Reads one character or quote mark, updates the open quotes, and returns the offset behind it. */
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
