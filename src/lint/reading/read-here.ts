import type { ReadAll } from './documents.ts';
import { textReader } from './text-reader.ts';

/** Reads on this thread. */
export const readHere: ReadAll = async (inputs, options, onRead) => {
  if (inputs.length === 0) return [];
  const read = await textReader(options);
  return inputs.map((input) => {
    const reading = read(input);
    onRead(input.path, reading);
    return reading;
  });
};
