import { type CodeRange, isOnNextLine, lineStart, type ShellAnalysis, type ShellComment } from '../../model/index.ts';
import { isCommentedCode, isNumbered, opensCase, titleText } from './comment-titles.ts';

/** Comment lines that stand together and speak of one thing. */
export interface TitleBlock extends CodeRange {
  readonly text: string | null;
  /** They stand before a command and speak of it, not of the one above. */
  readonly speaksOfNext: boolean;
  /** `# 2. Restore`. */
  readonly numbered: boolean;
  /** A blank line follows, or nothing. */
  readonly apart: boolean;
}

/** The comment lines of the top level: blocks that may title, and expectations with the lines that go on. */
export interface TitledLines {
  readonly blocks: readonly TitleBlock[];
  readonly expectations: readonly CodeRange[];
}

/** Sorts own-line comments into blocks. A blank line, a command, a number or an expectation starts another. */
export function titledLines(code: string, analysis: ShellAnalysis, isExpectation: (comment: ShellComment) => boolean): TitledLines {
  const blocks: TitleBlock[] = [];
  const expectations: CodeRange[] = [];
  for (const group of groups(code, analysis.comments, isExpectation)) {
    const first = group[0];
    const last = group.at(-1);
    if (first === undefined || last === undefined) continue;
    if (isExpectation(first)) expectations.push({ start: first.start, end: last.end });
    else if (first.ownLine && first.topLevel) blocks.push(readBlock(code, group, first, last));
  }
  return { blocks, expectations };
}

function groups(code: string, comments: readonly ShellComment[], isExpectation: (comment: ShellComment) => boolean): readonly (readonly ShellComment[])[] {
  const result: ShellComment[][] = [];
  for (const comment of comments) {
    const group = result.at(-1);
    const before = group?.at(-1);
    const first = group?.[0];
    const goesOnFrom = first !== undefined && before !== undefined && continues(code, before, comment, first) && !isExpectation(comment) && !(isExpectation(first) && opensCase(comment.text));
    if (goesOnFrom) group?.push(comment);
    else result.push([comment]);
  }
  return result;
}

/** What the command does, in points: "This will:". */
const TELLS = /^(?:this|it|that|the (?:command|script|target))\s(?:\w+\s)?(?:will|does)\b.*:$/i;

/** On the line right below, at the same column, and not a numbered title of its own. */
function continues(code: string, before: ShellComment, comment: ShellComment, first: ShellComment): boolean {
  if (!comment.ownLine || (isNumbered(comment.text) && !TELLS.test(first.text)) || !isOnNextLine(code, before.end, comment.start)) return false;
  return first.ownLine || column(code, before) === column(code, comment);
}

function column(code: string, { start }: CodeRange): number {
  return start - lineStart(code, start);
}

function readBlock(code: string, group: readonly ShellComment[], first: ShellComment, last: ShellComment): TitleBlock {
  const apart = /^[ \t]*(?:\n[ \t]*(?:\n|$)|$)/.test(code.slice(last.end));
  return { start: first.start, end: last.end, text: blockTitle(code, group), speaksOfNext: speaksOfNext(code, first, apart), numbered: isNumbered(first.text), apart };
}

/** The first line that is a title, joined with the next where the sentence runs on. */
function blockTitle(code: string, group: readonly ShellComment[]): string | null {
  const at = group.findIndex(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const line = group[at];
  const title = line === undefined ? null : titleText(line.text);
  if (line === undefined || title === null) return null;
  const next = group[at + 1];
  const sentence = firstSentence(title);
  const runsOn = sentence === title && next !== undefined && goesOn(code, line, next);
  return runsOn ? firstSentence(`${title} ${next.text}`) : sentence;
}

/** The sentence is open: a bracket is, or the next line starts in lower case. */
function goesOn(code: string, line: ShellComment, next: ShellComment): boolean {
  if (isCommentedCode(next.text) || isNumbered(next.text)) return false;
  if (line.text.split('(').length > line.text.split(')').length) return true;
  return !/[.:!?)]$/.test(line.text) && /^[a-z(]/.test(next.text) && indent(code, next) <= indent(code, line);
}

/** `Fire it. Then wait.` is titled `Fire it.`; `e.g. This` does not end a sentence. */
function firstSentence(text: string): string {
  return /^.{12,}?(?<!\b(?:e\.g|i\.e|etc|vs|cf|approx|resp|incl|no|nr))[.!?](?=\s+[A-Z"'`(])/u.exec(text)?.[0] ?? text;
}

function indent(code: string, { start }: CodeRange): number {
  return /^#[ \t]*/.exec(code.slice(start, start + 80))?.[0].length ?? 0;
}

/** Right under a command and followed by a blank line or nothing, or set in from the `#`, a comment speaks of what is above. */
function speaksOfNext(code: string, first: ShellComment, apart: boolean): boolean {
  const above = code.slice(0, first.start).trimEnd();
  const underCommand = above !== '' && code.slice(above.length, first.start).split('\n').length === 2;
  return !(underCommand && (apart || indent(code, first) > 3));
}
