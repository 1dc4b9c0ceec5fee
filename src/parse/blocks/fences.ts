import type { Code } from 'mdast';
import { type CodeRange, type CodeText, type Diagnostic, fileOffset, firstCodeLine, interpreterOf, isOnNextLine, isShellName, type Pins, type ShellAnalysis } from '../../model/index.ts';
import { analyzeShell, readPrompts } from '../../shell-syntax/index.ts';
import { type Document, liftCode, pickLines, type Placed, spanOf, written } from '../markdown/index.ts';
import { isExpectationLead } from '../expectations/index.ts';
import { readFencePins } from '../pins/index.ts';
import { languageOf, PLAIN_LANGUAGES, plainLabel, SESSION_LANGUAGES, SHELL_LANGUAGES } from './languages.ts';
import { whyNotShell } from './not-shell.ts';
import { isPlainly, isTypedComment } from './plainly.ts';
import { isProgram } from './programs.ts';
import { type TypedAt, typedAt, typedLines } from './typed-at.ts';

/** A code block, extracted before it is known whether it makes a step. */
export interface FenceDraft extends Placed<Code> {
  readonly info: string;
  readonly language: string;
  readonly fenced: boolean;
  readonly closed: boolean;
  /** The place of the info string, even if it is empty. */
  readonly infoRange: CodeRange;
  /** The code; without prompts and sample output if there are prompts. */
  readonly code: CodeText;
  readonly shell: ShellAnalysis | null;
  readonly hasPrompts: boolean;
  readonly sampleOutput: string | null;
  /** Why it counts as commands; `null` if it does not. */
  readonly commands: 'fence' | 'prompt' | 'indented' | null;
  /** Whether it has neither label nor prompts, so that only its words show that it is commands. */
  readonly plainly: boolean;
  /** Why a block labelled as shell may not be shell, or `null`. */
  readonly notShell: string | null;
  /** Where in the file commands stand without a prompt among others that have one: theirs was forgotten, or they are output. */
  readonly unprompted: readonly CodeRange[];
  /** The prompt before its commands, if it is that of another machine or a program. */
  readonly place: TypedAt | null;
  readonly pins: Pins;
}

/** Reads every code block of a document. */
export function readFences(document: Document, codes: readonly Placed<Code>[], report: (diagnostic: Diagnostic) => void): readonly FenceDraft[] {
  const fences = codes.map((code) => readFence(document, code, report));
  const own = ownPrograms(fences);
  return own.size === 0 ? fences : fences.map((fence) => readAgain(fence, own, document.braces));
}

/** Programs of the team: those that commands of the file begin with and that nobody else knows. */
function ownPrograms(fences: readonly FenceDraft[]): ReadonlySet<string> {
  return new Set(fences.flatMap(({ commands, shell }) => (commands === null || shell === null ? [] : shell.commands.map(({ name }) => name).filter((name) => isOwnName(name)))));
}

function isOwnName(name: string): boolean {
  return /^[a-z][\w-]*$/.test(name) && !isProgram(name);
}

/** An unlabelled block that begins with a program of which the file has commands elsewhere. */
function readAgain(fence: FenceDraft, own: ReadonlySet<string>, braces: ReadonlySet<string>): FenceDraft {
  if (fence.commands !== null || fence.language !== '' || !own.has(/^\s*(?:sudo\s+)?(?<name>[\w-]+)/.exec(fence.code.text)?.groups?.['name'] ?? '')) return fence;
  return { ...fence, ...readUnlabelled(fence, fence.fenced, braces, own) };
}

function readFence(document: Document, { node, range }: Placed<Code>, report: (diagnostic: Diagnostic) => void): FenceDraft {
  const opening = /^(?<mark>`{3,}|~{3,})(?<gap>[ \t]*)(?<info>[^\r\n]*)/.exec(written(document, range))?.groups;
  const fenced = opening !== undefined;
  const info = (opening?.['info'] ?? '').trimEnd();
  const infoStart = range.start + (fenced ? (opening['mark'] ?? '').length + (opening['gap'] ?? '').length : 0);
  const infoRange = { start: infoStart, end: infoStart + info.length };
  const closed = !fenced || isClosed(written(document, range), opening['mark'] ?? '');
  const inLine = closed && fenced && node.value.includes(opening['mark'] ?? '') ? endInLine(document, liftCode(document, node, range, fenced), opening['mark'] ?? '') : null;
  if (inLine !== null) report(inLine);
  if (!closed) report(unclosed(document, range, opening['mark'] ?? ''));
  const raw = closed ? liftCode(document, node, range, fenced) : beforeHeading(liftCode(document, node, range, fenced));
  const language = languageOf(info);
  const read = readCommands(raw, language, fenced, document.braces);
  const pins = fenced ? readFencePins(document, info, infoStart, report) : {};
  if (read.notShell !== null && isShellName(interpreterOf(pins))) report(mislabelled(document, infoRange, language, read.notShell));
  return { node, range, info, language, fenced, closed, infoRange, pins, ...read };
}

type Commands = Pick<FenceDraft, 'code' | 'shell' | 'hasPrompts' | 'sampleOutput' | 'commands' | 'plainly' | 'notShell' | 'unprompted' | 'place'>;

function readCommands(raw: CodeText, label: string, fenced: boolean, braces: ReadonlySet<string>): Commands {
  const language = plainLabel(label);
  const isShell = SHELL_LANGUAGES.has(language);
  const isSession = SESSION_LANGUAGES.has(language);
  const shown: Commands = { code: raw, shell: null, hasPrompts: false, sampleOutput: null, commands: null, plainly: false, notShell: null, unprompted: [], place: null };
  if (!isShell && !isSession && !PLAIN_LANGUAGES.has(language)) return shown;
  const found = readPrompts(raw.text, language);
  // Any text may be quoted like this: without a label, only a block that begins with a program counts as typed.
  const prompts = PLAIN_LANGUAGES.has(language) && found?.commands[0]?.prompt.trim() === '>' && !startsWithProgram(raw.text.slice(found.commands[0].range.start)) ? null : found;
  const place = typedAt(raw.text);
  const notTyped = (): Commands => ({ ...shown, shell: isShell ? analyzeShell(raw.text, { braces }) : null });
  if (place === 'foreign') return notTyped();
  const unlabelled = fenced ? 'prompt' : 'indented';
  const commands = isShell || isSession ? 'fence' : unlabelled;
  const typed = place === null || (prompts !== null && place.kind !== 'program') ? null : typedLines(raw, place, prompts?.commands.flatMap(({ lines }) => lines) ?? [], braces);
  if (typed !== null) return { ...shown, ...typed, hasPrompts: true, commands, notShell: isShell && place?.kind === 'program' ? `what is typed at the prompt "${place.written}"` : null, place: typed.shell.remotes.length > 0 ? null : typed.place };
  if (prompts === null) {
    const runs = isShell || (isSession && startsWithProgram(raw.text));
    if (raw.text.trim() === '') return notTyped();
    if (!runs) return readUnlabelled(shown, fenced, braces);
    const shell = analyzeShell(raw.text, { braces });
    if (!hasCommands(shell)) return { ...shown, shell };
    const notShell = whyNotShell(raw.text, shell);
    return { ...shown, shell, notShell, commands: 'fence' };
  }
  const unprompted = prompts.outputs.filter((output) => isTypedBelow(raw.text, output, prompts.comments));
  const outputs = prompts.outputs.filter((output) => !unprompted.includes(output));
  const checks = outputs.flatMap((output) => expectationLines(raw.text, output));
  const lines = [...prompts.commands.flatMap((command) => command.lines), ...prompts.comments.flatMap((comment) => withBlankAbove(raw.text, comment)), ...unprompted, ...checks].sort((a, b) => a.start - b.start);
  const code = pickLines(raw, lines);
  const output = outputs.map(({ start, end }) => raw.text.slice(start, end)).join('\n').trimEnd();
  return { ...shown, code, shell: analyzeShell(code.text, { braces }), hasPrompts: true, sampleOutput: output.trim() === '' ? null : output, commands, unprompted: unprompted.map(({ start, end }) => ({ start: fileOffset(raw, start), end: fileOffset(raw, end) })), place };
}

/** An unlabelled block: commands if each line plainly is one, or is at a root prompt. */
function readUnlabelled(shown: Commands, fenced: boolean, braces: ReadonlySet<string>, own: ReadonlySet<string> = new Set()): Commands {
  const shell = analyzeShell(shown.code.text, { braces });
  const rootOnly = shell.statements.length === 0 && shell.comments.some(({ text }) => isTypedComment(text)) && shell.comments.every(({ text }) => text === '' || isTypedComment(text));
  if (!rootOnly && !isPlainly(shown.code.text, shell, own)) return atRootPrompts(shown, fenced, braces) ?? shown;
  return { ...shown, shell, commands: fenced ? 'fence' : 'indented', plainly: !rootOnly };
}

/** Commands at a root prompt with what they printed below them: `# getent passwd op` above a line of colons. */
function atRootPrompts(shown: Commands, fenced: boolean, braces: ReadonlySet<string>): Commands | null {
  const { text } = shown.code;
  const all = [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({ start: index, end: index + line.length, line }));
  const typed = all.filter(({ line }) => isTypedComment(/^[ \t]*#[ \t]+(?<typed>\S.*)$/.exec(line)?.groups?.['typed'] ?? ''));
  const [first] = typed;
  if (first === undefined || first !== all.find(({ line }) => line.trim() !== '') || !startsWithProgram(first.line.replace(/^[ \t]*#/, ''))) return null;
  const output = all.filter((line) => !typed.includes(line));
  // A prompt alone is where somebody stopped.
  if (output.some(({ line }) => /^[ \t]*#[ \t]*\S/.test(line))) return null;
  const code = pickLines(shown.code, typed);
  return { ...shown, code, shell: analyzeShell(code.text, { braces }), commands: fenced ? 'fence' : 'indented', sampleOutput: output.map(({ line }) => line).join('\n') };
}

/** Whether something in it runs, or would if its comments were typed; a block of words alone is for reading. */
function hasCommands({ statements, comments, errors }: ShellAnalysis): boolean {
  return statements.length > 0 || errors.length > 0 || comments.some(({ text }) => isTypedComment(text));
}

/** Whether what stands right below an author's comment, among prompts, is a command whose prompt was forgotten: "# keep the old one" above `mv app app.old`. */
function isTypedBelow(text: string, output: CodeRange, comments: readonly CodeRange[]): boolean {
  const code = text.slice(output.start, output.end);
  return comments.some(({ end }) => isOnNextLine(text, end, output.start)) && startsWithProgram(code) && isPlainly(code, analyzeShell(code), new Set());
}

/** A comment with the blank line above it, which makes it a title of what follows. */
function withBlankAbove(text: string, comment: CodeRange): readonly CodeRange[] {
  const blank = comment.start - 1;
  return blank > 0 && text.charAt(blank - 1) === '\n' ? [{ start: blank, end: blank }, comment] : [comment];
}

/** Expectation comments among the output. */
function expectationLines(text: string, { start, end }: CodeRange): readonly CodeRange[] {
  const found: CodeRange[] = [];
  for (let at = start; at < end; ) {
    const newline = text.indexOf('\n', at);
    const stop = newline < 0 || newline > end ? end : newline;
    const comment = /^\s*#\s*(?<text>.*)$/.exec(text.slice(at, stop))?.groups?.['text'];
    if (comment !== undefined && isExpectationLead(comment) !== null) found.push({ start: at, end: stop });
    at = stop + 1;
  }
  return found;
}

function startsWithProgram(text: string): boolean {
  return isProgram(/^(?:\w+=\S*\s+)*(?<name>[\w./-]+)/.exec(firstCodeLine(text))?.groups?.['name'] ?? '');
}

/** Whether the last line of a fenced block closes it; list indentation and quote marks may stand before. */
function isClosed(block: string, mark: string): boolean {
  const lastLine = Math.max(block.lastIndexOf('\n'), block.lastIndexOf('\r'));
  if (lastLine < 0) return false;
  const closing = /^[ \t>]*(?<mark>`{3,}|~{3,})[ \t]*$/.exec(block.slice(lastLine + 1))?.groups?.['mark'] ?? '';
  return closing.charAt(0) === mark.charAt(0) && closing.length >= mark.length;
}

/** An unclosed block swallows the rest of the file, so only the part before the next heading is used. */
function beforeHeading(code: CodeText): CodeText {
  const end = code.text.search(/\n\s*\n#{1,6} \S/);
  if (end < 0) return code;
  const text = code.text.slice(0, end);
  return { text, lineOffsets: code.lineOffsets.slice(0, text.split('\n').length) };
}

function mislabelled(document: Document, range: CodeRange, language: string, why: string): Diagnostic {
  return { rule: 'not-a-command', severity: 'warning', message: `the block labelled "${language}" holds ${why}; label it by what it is, such as "text" or "sql"`, span: spanOf(document, range) };
}

/** A line of code that ends with the mark of the fence looks like its end and is none. */
function endInLine(document: Document, code: CodeText, mark: string): Diagnostic | null {
  const match = new RegExp(`[^\\s\`~].*?(?<mark>${mark})[ \\t]*$`, 'm').exec(code.text);
  if (match === null) return null;
  const start = fileOffset(code, match.index + match[0].trimEnd().length - mark.length);
  return { rule: 'unclosed-fence', severity: 'error', message: `${mark} at the end of a line of code does not close the block; what follows became code up to the next ${mark}`, span: spanOf(document, { start, end: start + mark.length }) };
}

function unclosed(document: Document, { start }: CodeRange, mark: string): Diagnostic {
  return { rule: 'unclosed-fence', severity: 'error', message: `the block opened with ${mark} is never closed; everything after it became code`, span: spanOf(document, { start, end: start + mark.length }) };
}
