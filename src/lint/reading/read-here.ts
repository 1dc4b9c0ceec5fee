import type { ReadAll } from './documents.ts';
import { readDocument } from '../lint.ts';

/** Read on this thread. The parser is loaded only where something has to be read. */
export const readHere: ReadAll = async (inputs, options, onRead) => {
  if (inputs.length === 0) return [];
  const { parseRunbook, quickReader } = await import('../../parse/index.ts');
  const readTree = quickReader();
  return inputs.map(({ path, text }) => {
    const reading = readDocument(parseRunbook(text, { path, readTree }), options);
    onRead(path, reading);
    return reading;
  });
};
