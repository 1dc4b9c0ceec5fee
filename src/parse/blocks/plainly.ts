import { type CodeRange, liesIn, lineAt, lineStart, type ShellAnalysis } from '../../model/index.ts';
import { looksTyped } from '../../shell-syntax/index.ts';
import { isProgram } from './programs.ts';

const BUILTINS: ReadonlySet<string> = new Set('alias cd declare eval exec exit export false kill local popd printf pushd read set shift source . test [ [[ true type ulimit umask unset wait :'.split(' '));
const ENGLISH = /(?<![\w/.-])(?:the|an?|is|are|to|your|this|that|and|or|if|in|on|of|with|by|from|until|should|will)(?![\w/-])/i;

/** What is pressed, between commands: `ctrl+c`. */
export const KEY_STROKE = /^<?(?:ctrl|cmd|alt)[-+]\w>?$|^\^[A-Z]$/i;

/** Whether a block without label and prompts is plainly commands: it parses, and each first word is a known program, one of the file's own, or looks like one. */
export function isPlainly(code: string, { commands, errors, statements, heredocs, placeholders }: ShellAnalysis, own: ReadonlySet<string>): boolean {
  if (statements.length === 0 || heredocs.some(({ closed }) => !closed)) return false;
  const [first] = commands;
  // A stray quote or backquote holds the block anyway.
  if (errors.length > 0) return first !== undefined && isKnown(first.name) && commands.every(({ name }) => isKnown(name)) && !ENGLISH.test(code.split('\n').find((line) => !/^\s*(?:#|$)/.test(line)) ?? '');
  if (/^[ \t]*(?:\.{3}|…)[ \t]*$/m.test(code)) return false;
  const known = commands.filter(({ name }) => isKnown(name)).length;
  // Among several known ones: `realm leave` above `systemctl stop sssd` and `rm -f sssd.conf`.
  const amongKnown = known > 2 && known * 2 >= commands.length;
  return (
    commands.length > 0 &&
    commands.every(({ name, args, nameWord }) => {
      // The line above was meant to go on here: a blank stands behind its backslash.
      const line = lineStart(code, nameWord.start);
      if (line > 0 && nameWord.raw.startsWith('-') && /\\[ \t]+$/.test(lineAt(code, line - 1))) return true;
      const isBlank = (word: CodeRange): boolean => placeholders.some((each) => liesIn(word, each));
      const words = args.map(({ raw }) => raw);
      // What is said in a blank is not typed: `<name of your jail>`.
      const typed = args.filter((word) => !isBlank(word)).map(({ raw }) => raw);
      return !isBlank(nameWord) && (isKnown(name) || own.has(name) || isProgram(nameWord.raw) || KEY_STROKE.test(name) || looksLikeProgram(name, words) || (amongKnown && looksTypedToo(name, words))) && !ENGLISH.test(typed.slice(0, 2).join(' '));
    })
  );
}

function isKnown(name: string): boolean {
  return isProgram(name) || BUILTINS.has(name);
}

/** `lpstat -t`, `git-crypt unlock`, `acmectl drain web-1`: a name in small letters, and what no sentence has after its first word. */
function looksLikeProgram(name: string, args: readonly string[]): boolean {
  if (!/^(?:\.{0,2}\/(?:[\w.-]+\/)*)?[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*(?:\.(?:sh|py|rb|pl))?$/.test(name)) return false;
  const isTool = /[-_]/.test(name) ? isProgram(name.split(/[-_]/)[0] ?? '') : /(?:ctl|cli|adm|admin)$/.test(name);
  return isTool || args.some((word) => /^-{1,2}[A-Za-z]/.test(word) || /^[~.]?\/[\w.-]/.test(word));
}

/** A name in small letters with arguments that end no sentence. */
function looksTypedToo(name: string, args: readonly string[]): boolean {
  return /^[a-z][a-z\d_-]*$/.test(name) && args.length > 0 && !args.some((word) => /[.,:;!?]$/.test(word));
}

/** Whether a comment is a command behind a root prompt, `# systemctl restart x`, and not words about one or a setting. */
export function isTypedComment(text: string): boolean {
  // A file that is emptied: `# > /etc/motd`.
  if (/^>\s*\/[\w./-]+$/.test(text)) return true;
  if (!looksTyped(`# ${text}`) || /^\w+=/.test(text)) return false;
  const [first = '', second] = text.split(/\s+/);
  return isProgram(first) ? !ENGLISH.test(second ?? '') : !ENGLISH.test(text) && !/[.:!?]$/.test(text);
}
