import { isAscii } from './ascii.ts';

/** Whether half the letters of a text or more are no Latin ones. */
export function isForeignScript(text: string): boolean {
  if (isAscii(text)) return false;
  const foreign = text.match(/(?!\p{Script=Latin})\p{L}/gu)?.length ?? 0;
  return foreign > 1 && foreign * 2 >= (text.match(/\p{L}/gu)?.length ?? 0);
}
