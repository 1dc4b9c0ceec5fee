import { type CodeRange, liesIn, type ShellAnalysis } from '../../model/index.ts';
import { quoteWord } from '../../shell-syntax/index.ts';

/** Programs that parse their arguments as shell code again, so that quoting once is not enough. */
const READS_CODE = /^(?:(?:ba|da|k|z|fi)?sh|eval|exec|ssh|su|xargs|watch|parallel|trap)$/;

type Context = 'bare' | 'single' | 'double';

/** The value quoted so that the shell reads exactly this text at this place; `null` if that cannot be determined. */
export function quoteAt(value: string, code: string, shell: ShellAnalysis, range: CodeRange): string | null {
  switch (contextAt(code, shell, range)) {
    case 'bare':
      return quoteWord(value);
    case 'single':
      return value.replaceAll("'", String.raw`'\''`);
    case 'double':
      return value.includes('!') ? null : value.replace(/["\\$`]/g, '\\$&');
    default:
      return null;
  }
}

/** How the shell would parse a text inserted here; `null` outside plain words, as in a here-document or a substitution. */
function contextAt(code: string, shell: ShellAnalysis, range: CodeRange): Context | null {
  const commands = shell.commands.map(({ nameWord, args, wrappers, name }) => ({ words: [nameWord, ...args], names: [name, ...wrappers, ...args.map(({ raw }) => raw.split('/').at(-1) ?? '')] }));
  const around = commands.filter(({ words }) => words.some((each) => liesIn(range, each)));
  if (around.some(({ names }) => names.some((name) => READS_CODE.test(name)))) return null;
  const words = around.flatMap((command) => command.words).filter((each) => liesIn(range, each));
  const word = words.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  if (word === undefined || shell.heredocs.some((each) => liesIn(range, each))) return null;
  let context: Context = 'bare';
  for (let at = word.start; at < range.start; at++) {
    const char = code[at];
    if (context !== 'single' && (char === '`' || char === '$')) return null;
    if (char === '\\' && context !== 'single') at += 1;
    else if (char === "'" && context !== 'double') context = context === 'single' ? 'bare' : 'single';
    else if (char === '"' && context !== 'single') context = context === 'double' ? 'bare' : 'double';
  }
  return context;
}
