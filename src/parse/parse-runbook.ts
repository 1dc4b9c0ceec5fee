import { errorMessage, type Runbook } from '../model/index.ts';
import { emptyDocument, findOverload, type Overload, readMarkdown, readWithRemark, spanOf, type TreeReader } from './markdown/index.ts';
import { readDocument } from './read-document.ts';

/** How to read a text. */
interface ParseOptions {
  /** The file's path as the caller gave it. */
  readonly path: string;
  /** The reader of trees; remark by default. */
  readonly readTree?: TreeReader;
}

/** Reads a runbook's text. Never throws: problems with the text are in the model's diagnostics. */
export function parseRunbook(text: string, options: ParseOptions | string): Runbook {
  const { path, readTree = readWithRemark }: ParseOptions = typeof options === 'string' ? { path: options } : options;
  const overload = findOverload(text);
  if (overload !== null) return unreadable(text, path, overload);
  try {
    return readDocument(readMarkdown(text, path, readTree), []);
  } catch (error) {
    return unreadable(text, path, { rule: 'unreadable', message: `this is a fault in runbook itself, please report it with the text: ${errorMessage(error)}`, start: 0, end: 0 });
  }
}

/** An empty model that says why nothing was read. */
function unreadable(text: string, path: string, { rule, message, start, end }: Overload): Runbook {
  const document = emptyDocument(text, path);
  return readDocument(document, [{ rule, severity: 'error', message, span: spanOf(document, { start, end }) }]);
}
