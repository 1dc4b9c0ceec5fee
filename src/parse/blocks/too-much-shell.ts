import type { Code } from 'mdast';
import type { Diagnostic } from '../../model/index.ts';
import { type Document, type Placed, spanOf } from '../markdown/index.ts';
import { languageOf, PLAIN_LANGUAGES, plainLabel, SESSION_LANGUAGES, SHELL_LANGUAGES } from './languages.ts';

/** The longest of 1,600 real runbooks has 180 KB, most of it prose; so many lines of shell, whatever they are, are read in less than a second. */
const MOST_LINES = 3000;

/** What a text has too much of to be read within a second: lines of shell; `null` where it has not. */
export function tooMuchShell(document: Document, codes: readonly Placed<Code>[]): Diagnostic | null {
  let lines = 0;
  for (const { node, range } of codes) {
    const language = plainLabel(languageOf(`${node.lang ?? ''} ${node.meta ?? ''}`));
    if (!SHELL_LANGUAGES.has(language) && !SESSION_LANGUAGES.has(language) && !PLAIN_LANGUAGES.has(language)) continue;
    lines += node.value.split('\n').length;
    if (lines > MOST_LINES) return { rule: 'too-costly', severity: 'error', message: `the file has more than ${MOST_LINES.toLocaleString('en')} lines of shell, with those of this block; the file was not read`, span: spanOf(document, { start: range.start, end: range.start + 3 }) };
  }
  return null;
}
