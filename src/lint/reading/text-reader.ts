import { readDocument, type FreshReading } from '../lint.ts';
import type { LintOptions } from '../../settings/index.ts';
import type { TextInput } from './documents.ts';

/** What reads a text and runs the rules over it. The parser is loaded only where something has to be read. */
export async function textReader(options: LintOptions): Promise<(input: TextInput) => FreshReading> {
  const { parseRunbook, quickReader } = await import('../../parse/index.ts');
  const readTree = quickReader();
  return ({ path, text }) => readDocument(parseRunbook(text, { path, readTree }), options);
}
