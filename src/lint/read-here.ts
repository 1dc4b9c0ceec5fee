import type { ReadAll } from './documents.ts';
import { readDocument } from './lint.ts';

/** Read on this thread. The parser is loaded only where something has to be read. */
export const readHere: ReadAll = async (inputs, options) => {
  if (inputs.length === 0) return [];
  const { parseRunbook } = await import('../parse/index.ts');
  return inputs.map(({ path, text }) => readDocument(parseRunbook(text, path), options));
};
