import type { CodeRange } from '../../model/index.ts';
import { isCompleteLine } from './complete-line.ts';
import { scanShell } from './scan.ts';

/** A command as typed at a prompt, with its continuation lines. */
interface PromptedCommand {
  /** From the first character after the first prompt to the end of the last line, line break left out. */
  readonly range: CodeRange;
  /** `$ `, `# `, `user@host:~$ ` … as written. */
  readonly prompt: string;
  /** Each line of it without its prompt (`> ` on lines that go on). */
  readonly lines: readonly CodeRange[];
}

/** A block that shows a terminal: what was typed, what the author says beside it, and the lines that came back. */
interface PromptBlock {
  readonly commands: readonly PromptedCommand[];
  /** Lines that are comments of the author, not typed and not printed. */
  readonly comments: readonly CodeRange[];
  readonly outputs: readonly CodeRange[];
}

/** Longer commands are taken as they are, so that time stays bounded. */
const MAX_COMMAND = 20_000;

interface Line extends CodeRange {
  readonly text: string;
}

const SESSION_LANGUAGES: ReadonlySet<string> = new Set(['console', 'shell-session', 'shellsession', 'terminal', 'sh-session', 'bash-session', 'session', 'screen']);
/** `$ cmd`, `% cmd`, `user@host:~$ cmd`, `user@host:~/src (main)$ cmd`, `[user@host dir]$ cmd`, `host:~ user$ cmd`, `bash-4.2$ cmd`, `(venv) $ cmd`, `~/src ❯ cmd`, `➜  src git:(main) ✗ cmd`. */
const PROMPT =
  /^([ \t]{0,40}(?:➜[ \t]+[\w.~/-]{1,80}[ \t]+git:\([^)\n]{0,80}\)(?:[ \t]+[✗✘×✔])?(?=[ \t])|➜[ \t]+~(?=[ \t])|~?[\w./~-]{0,80}[ \t]?❯|(?:\([\w.-]{1,60}\)[ \t]?)?(?:\[[\w.-]{1,64}@[\w.-]{1,64}(?:[: ][^\]\n]{0,80})?\]|[\w.-]{1,64}@[\w.-]{1,64}(?::[^\s$#%>]{0,80}|[ \t][~/][^\s$#%>]{0,80})?(?:[ \t]\([^)\n]{1,60}\))?|[\w.-]{1,64}:[~/][^\s$#%]{0,80}(?:[ \t][\w.-]{1,64})?|(?:ba|z|k|da)?sh-[\d.]+)?[ \t]?[$%➜]))(?:[ \t]+(?=\S)|$)/;
/** `> cmd`, where it stands before every command of a block: a program's name and what it is given. */
const ANGLE = /^([ \t]{0,40}>)[ \t]+(?=(?:(?:[a-z]|[A-Z_][A-Z\d_]*=)[\w./:-]*|(?!\/dev\/)[.~]{0,2}\/[\w./-]+)[ \t]+(?!\d?[<>|&;])\S)/;
/** In such a block also a name alone. */
const ANGLE_NAME = /^([ \t]{0,40}>)[ \t]+(?=[a-z][\w-]*[ \t]*$|[.~]{0,2}\/[\w./-]+[ \t]*$)/;
const ROOT_HOST = /^([ \t]{0,40}(?:\[[\w.-]{1,64}@[\w.-]{1,64}(?:[: ][^\]\n]{0,80})?\]|[\w.-]{1,64}@[\w.-]{1,64}:[^\s$#%>]{0,80}|(?:ba|z|k|da)?sh-[\d.]+)[ \t]?#)[ \t]+(?=\S)/;
const ROOT = /^([ \t]*#)[ \t]+(?=\S)/;
const CONTINUED = /^[ \t]*(?:>|quote>|dquote>|heredoc>|pipe>|cmdsubst>)(?:[ \t]|$)/;
/** Options that go on below a command whose line break nobody marked. */
const OPTION_LINE = /^[ \t]*--?[A-Za-z][\w-]*(?:[ =][^\n]*)?\\$/;
const OPENS_ROOT = /^\s*(?:sudo\s+(?:su\b|-i\b|-s\b|bash\b|sh\b)|su(?:\s+-l?|\s+root|\s+-\s+root)?\s*$|(?:oc|kubectl|docker|podman)\s+(?:rsh|debug|exec)\b|chroot\b|ssh\s+root@)/;

/** Reads a block that shows prompts; `null` where none stands in it. */
export function readPrompts(code: string, language: string): PromptBlock | null {
  const lines = splitLines(code);
  const angled = isAngled(lines);
  if (!angled && !hasPrompts(lines, language.toLowerCase())) return null;
  const commands: PromptedCommand[] = [];
  const comments: CodeRange[] = [];
  const outputs: CodeRange[] = [];
  const hasUserPrompt = lines.some(({ text }) => PROMPT.test(text));
  // Where prompts name their machine (`root@db1:~#`), a bare "#" begins a remark.
  let root = !hasUserPrompt && !lines.some(({ text }) => ROOT_HOST.test(text));
  for (let index = 0; index < lines.length; ) {
    const line = lines[index];
    if (line === undefined) break;
    const prompt = angled ? ((ANGLE.exec(line.text) ?? ANGLE_NAME.exec(line.text))?.[0] ?? null) : promptOf(line.text, root);
    if (prompt === null) {
      if (isComment(line, outputs)) comments.push({ start: line.start, end: line.end });
      else if (line.text.trim() !== '') addOutput(outputs, line);
      index += 1;
      continue;
    }
    const taken = commandLines(lines, index, prompt);
    index += taken.lines.length;
    if (taken.command === null) continue;
    commands.push(taken.command);
    const typed = code.slice(taken.command.range.start, taken.command.range.end);
    if (opensRootShell(typed)) root = true;
    else if (hasUserPrompt && /^\s*(?:exit|logout)\b/.test(typed)) root = false;
  }
  if (commands.length === 0) return null;
  return { commands, comments, outputs };
}

/** A block that begins with `> ` before a command, or has it before nothing but names, and knows no other prompt. A shell would empty a file that is called as each. */
function isAngled(lines: readonly Line[]): boolean {
  const said = lines.filter(({ text }) => text.trim() !== '' && !/^[ \t]*#/.test(text));
  const [first] = said;
  const isList = said.length > 1 && said.every(({ text }) => /^[ \t]*>[ \t]+[a-z][\w-]*[ \t]*$/.test(text));
  return first !== undefined && (isList || ANGLE.test(first.text)) && !lines.some(({ text }) => PROMPT.test(text) || ROOT_HOST.test(text));
}

function hasPrompts(lines: readonly Line[], language: string): boolean {
  const first = lines.find(({ text }) => text.trim() !== '')?.text ?? '';
  const isSession = SESSION_LANGUAGES.has(language);
  const marked = lines.filter(({ text }) => PROMPT.test(text) || ROOT_HOST.test(text));
  const prompts = marked.length === 0 ? [] : outsideHeredocs(marked, lines);
  if (prompts.length === 0) return false;
  if (isSession || /^[ \t]*\$/.test(first)) return true;
  return prompts.some(({ text }) => /^[ \t]*(?:[$➜]|[\w./~-]*[ \t]?❯)[ \t]+\S/.test(text) || /[@:~\]]/.test(text.slice(0, text.search(/[$%#]/) + 1))) || /^[ \t]*%[ \t]+[a-z]/.test(first);
}

/** What a command writes to a file can begin with `$ ` as well. */
function outsideHeredocs(marked: readonly Line[], lines: readonly Line[]): readonly Line[] {
  const code = lines.map(({ text }) => text).join('\n');
  if (!code.includes('<<')) return marked;
  const bodies = scanShell(code).heredocs.filter(({ closed }) => closed);
  return marked.filter(({ start }) => !bodies.some((body) => start >= body.bodyStart && start < body.end));
}

/** Whether a command opens a shell whose prompt may be `#`. */
export function opensRootShell(command: string): boolean {
  return OPENS_ROOT.test(command);
}

/** `# systemctl restart x` at a root prompt, not `# Restart it`. */
export function looksTyped(line: string): boolean {
  return /^[ \t]*#[ \t]+[a-z./][\w./-]*(?:[ \t]+\S|$)/.test(line);
}

function promptOf(text: string, root: boolean): string | null {
  const match = PROMPT.exec(text) ?? ROOT_HOST.exec(text) ?? (root && looksTyped(text) ? ROOT.exec(text) : null);
  return match?.[0] ?? null;
}

function commandLines(lines: readonly Line[], from: number, prompt: string): { readonly lines: readonly Line[]; readonly command: PromptedCommand | null } {
  const first = lines[from];
  if (first === undefined) return { lines: [], command: null };
  const ranges: CodeRange[] = [{ start: first.start + prompt.length, end: first.end }];
  let text = first.text.slice(prompt.length);
  let taken = 1;
  if (text.trim() === '') return { lines: [first], command: null };
  while (from + taken < lines.length && taken < 400 && text.length < MAX_COMMAND && (!isCompleteLine(text) || OPTION_LINE.test(lines[from + taken]?.text ?? ''))) {
    const line = lines[from + taken];
    if (line === undefined) break;
    const skip = CONTINUED.exec(line.text)?.[0].length ?? 0;
    if (skip === 0 && PROMPT.test(line.text)) break;
    ranges.push({ start: line.start + skip, end: line.end });
    text += `\n${line.text.slice(skip)}`;
    taken += 1;
  }
  const last = ranges.at(-1);
  return { lines: lines.slice(from, from + taken), command: { prompt, lines: ranges, range: { start: first.start + prompt.length, end: last?.end ?? first.end } } };
}

/** A `#` line is the author's word, unless it stands right below output, as in a printed file. */
function isComment(line: Line, outputs: readonly CodeRange[]): boolean {
  return /^[ \t]{0,40}#/.test(line.text) && outputs.at(-1)?.end !== line.start - 1;
}

function addOutput(outputs: CodeRange[], line: Line): void {
  const before = outputs.at(-1);
  if (before !== undefined && before.end + 1 === line.start) outputs[outputs.length - 1] = { start: before.start, end: line.end };
  else outputs.push({ start: line.start, end: line.end });
}

function splitLines(code: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const text of code.split('\n')) {
    lines.push({ start, end: start + text.length, text });
    start += text.length + 1;
  }
  return lines;
}
