import type { ShellAnalysis } from '../../model/index.ts';
import { looksTyped } from '../../shell-syntax/index.ts';
import { isProgram } from './programs.ts';

const BUILTINS: ReadonlySet<string> = new Set('alias cd declare eval exec exit export false kill local popd printf pushd read set shift source . test [ [[ true type ulimit umask unset wait :'.split(' '));
const ENGLISH = /\b(?:the|an?|is|are|to|your|this|that|and|or|if|in|on|of|with|by|from|until|should|will)\b/i;

/** Whether a block without a label and without prompts is plainly commands: it parses, and each of them is a program that is known. */
export function isPlainly(code: string, { commands, errors, statements, heredocs }: ShellAnalysis): boolean {
  if (statements.length === 0 || errors.length > 0 || heredocs.some(({ closed }) => !closed)) return false;
  if (/^[ \t]*(?:\.{3}|…)[ \t]*$/m.test(code)) return false;
  return commands.length > 0 && commands.every(({ name, args }) => (isProgram(name) || BUILTINS.has(name)) && !ENGLISH.test(args.slice(0, 2).map(({ raw }) => raw).join(' ')));
}

/** Whether a comment is a command behind a root prompt, `# systemctl restart x`, and not words about one or a setting. */
export function isTypedComment(text: string): boolean {
  if (!looksTyped(`# ${text}`) || /^\w+=/.test(text)) return false;
  const [first = '', second] = text.split(/\s+/);
  return isProgram(first) ? !ENGLISH.test(second ?? '') : !ENGLISH.test(text) && !/[.:!?]$/.test(text);
}
