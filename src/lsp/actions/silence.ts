import type { Diagnostic, Edit, Fence, Runbook } from '../../model/index.ts';
import { lineBefore, lineEnd } from '../texts/index.ts';

const NEXT_LINE = /^[ \t>]*<!--\s*runbook-disable-next-line\s+/;

/** The comment that silences a finding at its place: above a block or a heading, at the end of a line of prose, else for the file. */
export function silence(runbook: Runbook, { rule, span }: Diagnostic): { readonly comment: string; readonly edit: Edit } {
  const { source: { text, lineStarts, eol }, structure } = runbook;
  const fence = structure.fences.find((each) => span.start.line >= each.span.start.line && span.start.line <= each.span.end.line);
  const line = fence?.span.start.line ?? span.start.line;
  const start = lineStarts[line - 1] ?? 0;
  const indent = fence === undefined ? '' : lineBefore(text, fence.span.start.offset);
  if (!canBeSilencedThere(runbook, span, fence, indent)) return forFile(runbook, rule);
  if (fence === undefined && !isHeading(runbook, line) && !isMetadata(runbook, line)) return at(lineEnd(text, start), ` ${commentOf('runbook-disable-line', rule)}`, 'runbook-disable-line');
  // A comment speaks of the next line: another one between would take it.
  const above = lineBefore(text, Math.max(0, start - eol.length));
  const joined = NEXT_LINE.exec(above);
  if (joined !== null && line > 1) return at((lineStarts[line - 2] ?? 0) + joined[0].length, `${rule}, `, 'runbook-disable-next-line');
  return at(start, `${indent}${commentOf('runbook-disable-next-line', rule)}${eol}`, 'runbook-disable-next-line');
}

/** Not in front matter, in a table, or where a list's mark stands before the block: a comment there would be something else. */
function canBeSilencedThere({ structure }: Runbook, { start }: Diagnostic['span'], fence: Fence | undefined, indent: string): boolean {
  const inFrontMatter = structure.frontMatter !== null && start.offset < structure.frontMatter.end.offset;
  const inTable = structure.tables.some(({ span }) => start.line >= span.start.line && start.line <= span.end.line);
  const inComment = structure.comments.some(({ span }) => start.offset >= span.start.offset && start.offset < span.end.offset);
  return !inFrontMatter && !inTable && !inComment && (fence === undefined || /^[\s>]*$/.test(indent));
}

function isHeading({ structure, source }: Runbook, line: number): boolean {
  return structure.headings.some(({ span }) => span.start.line === line) && /^[ \t]*#/.test(source.text.slice(source.lineStarts[line - 1] ?? 0));
}

/** A comment at the end of such a line would be part of its value. */
function isMetadata({ metadata }: Runbook, line: number): boolean {
  return metadata.entries.some(({ from, span }) => from === 'line' && span.start.line === line);
}

/** Below the front matter, else as the first line. */
function forFile({ source: { text, eol }, structure: { frontMatter } }: Runbook, rule: string): { readonly comment: string; readonly edit: Edit } {
  const comment = commentOf('runbook-disable-file', rule);
  if (frontMatter !== null) return at(lineEnd(text, frontMatter.end.offset), `${eol}${comment}`, 'runbook-disable-file');
  return at(text.startsWith('\ufeff') ? 1 : 0, `${comment}${eol}${eol}`, 'runbook-disable-file');
}

const commentOf = (name: string, rule: string): string => `<!-- ${name} ${rule} -->`;

const at = (offset: number, text: string, comment: string): { readonly comment: string; readonly edit: Edit } => ({ comment, edit: { start: offset, end: offset, text } });
