import type { Runbook } from '../model/index.ts';
import { emptyDocument, findOverload, readMarkdown, spanOf } from './markdown/index.ts';
import { readDocument } from './read-document.ts';

/** How a text is to be read. */
export interface ParseOptions {
  /** The file's path as the caller names it. */
  readonly path: string;
}

/** Reads a runbook's text. Never throws: what is wrong with the text is in the model's diagnostics. */
export function parseRunbook(text: string, options: ParseOptions | string): Runbook {
  const path = typeof options === 'string' ? options : options.path;
  const overload = findOverload(text);
  if (overload !== null) return unreadable(text, path, overload.message, overload);
  try {
    return readDocument(readMarkdown(text, path), []);
  } catch (error) {
    return unreadable(text, path, `the file could not be read: ${error instanceof Error ? error.message : String(error)}`, { start: 0, end: 0 });
  }
}

/** A model without content, which says why. */
function unreadable(text: string, path: string, message: string, range: { readonly start: number; readonly end: number }): Runbook {
  const document = emptyDocument(text, path);
  return readDocument(document, [{ rule: 'unreadable', severity: 'error', message, span: spanOf(document, range) }]);
}
