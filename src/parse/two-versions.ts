import type { Code } from 'mdast';
import { type CodeRange, type Diagnostic, liesIn, lineAt, positionAt } from '../model/index.ts';
import { type Document, spanOf } from './markdown/index.ts';
import type { FenceDraft } from './blocks/index.ts';

/** Tells of each conflict that a merge left in the file; one that is shown in a block that runs nothing is an example. */
export function reportConflicts(document: Document, conflicts: readonly CodeRange[], fences: ReadonlyMap<Code, FenceDraft>, report: (diagnostic: Diagnostic) => void): void {
  const { source } = document;
  const examples = conflicts.length === 0 ? [] : [...fences.values()].filter(({ commands }) => commands === null);
  for (const conflict of conflicts.filter((each) => !examples.some(({ range }) => liesIn(each, range)))) {
    const mark = lineAt(source.text, conflict.start).trim();
    report({ rule: 'merge-conflict', severity: 'error', message: `a merge was not finished: two versions of the same lines stand from "${mark}" through line ${positionAt(source, conflict.end).line}`, span: spanOf(document, { start: conflict.start, end: conflict.start + mark.length }) });
  }
}
