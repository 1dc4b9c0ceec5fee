import type { CodeRange, ShellAnalysis, ShellComment } from '../model/index.ts';
import { isCommentedCode, isNumbered, titleText } from './comment-titles.ts';

/** Comment lines that stand together and speak of one thing. */
export interface TitleBlock {
  readonly text: string | null;
  /** From the first line of the block; ends with the title's own words. */
  readonly range: CodeRange;
  /** They stand before a command and speak of it, not of the one above. */
  readonly before: boolean;
}

/** The comment lines of the top level: blocks that may title, and where each expectation ends. */
export interface TitledLines {
  readonly blocks: readonly TitleBlock[];
  readonly expectations: readonly number[];
}

/** Sorts own-line comments into blocks. A blank line, a command, a number or an expectation starts another. */
export function titledLines(code: string, analysis: ShellAnalysis, isExpectation: (comment: ShellComment) => boolean): TitledLines {
  const blocks: TitleBlock[] = [];
  const expectations: number[] = [];
  for (const group of groups(code, analysis.comments, isExpectation)) {
    const first = group[0];
    const last = group.at(-1);
    if (first === undefined || last === undefined) continue;
    if (isExpectation(first)) expectations.push(last.end);
    else if (first.ownLine && first.topLevel) blocks.push(readBlock(code, group, first, last));
  }
  return { blocks, expectations };
}

function groups(code: string, comments: readonly ShellComment[], isExpectation: (comment: ShellComment) => boolean): readonly (readonly ShellComment[])[] {
  const result: ShellComment[][] = [];
  for (const comment of comments) {
    const group = result.at(-1);
    const before = group?.at(-1);
    if (group !== undefined && before !== undefined && continues(code, before, comment, group[0]) && !isExpectation(comment)) group.push(comment);
    else result.push([comment]);
  }
  return result;
}

/** On the line right below, at the same column, and not a numbered title of its own. */
function continues(code: string, before: ShellComment, comment: ShellComment, first: ShellComment | undefined): boolean {
  if (!comment.ownLine || isNumbered(comment.text) || !/^[ \t]*\n[ \t]*$/.test(code.slice(before.end, comment.start))) return false;
  return (first?.ownLine ?? true) || column(code, before) === column(code, comment);
}

function column(code: string, { start }: CodeRange): number {
  return start - code.lastIndexOf('\n', start - 1);
}

function readBlock(code: string, group: readonly ShellComment[], first: ShellComment, last: ShellComment): TitleBlock {
  const { text, end } = blockTitle(code, group);
  return { text, range: { start: first.start, end: end ?? last.end }, before: speaksOfNext(code, first, last) };
}

/** The first line that is a title, joined with the next where the sentence runs on. */
function blockTitle(code: string, group: readonly ShellComment[]): { readonly text: string | null; readonly end?: number } {
  const at = group.findIndex(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const line = group[at];
  const title = line === undefined ? null : titleText(line.text);
  if (line === undefined || title === null) return { text: null };
  const next = group[at + 1];
  const runsOn = next !== undefined && !/[.:!?)]$/.test(line.text) && /^[a-z(]/.test(next.text) && indent(code, next) <= indent(code, line) && !isCommentedCode(next.text);
  return runsOn ? { text: `${title} ${next.text}`, end: next.end } : { text: title, end: line.end };
}

function indent(code: string, { start }: CodeRange): number {
  return /^#[ \t]*/.exec(code.slice(start, start + 80))?.[0].length ?? 0;
}

/** Right under a command and followed by a blank line or nothing, or set in from the `#`, a comment speaks of what is above. */
function speaksOfNext(code: string, first: ShellComment, last: ShellComment): boolean {
  const above = code.slice(0, first.start).trimEnd();
  const underCommand = above !== '' && code.slice(above.length, first.start).split('\n').length === 2;
  const apartBelow = /^[ \t]*(?:\n[ \t]*(?:\n|$)|$)/.test(code.slice(last.end));
  return !(underCommand && (apartBelow || indent(code, first) > 3));
}
