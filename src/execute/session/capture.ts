import type { Capture } from '../../model/index.ts';
import { visibleText } from '../../plan/index.ts';

/** Values that an output sets: group 1 of a pattern, else its whole match. What does not match sets nothing. */
export function capturedValues(captures: readonly Capture[], output: string): readonly { readonly name: string; readonly value: string }[] {
  if (captures.length === 0) return [];
  const text = visibleText(output);
  return captures.flatMap(({ parameter, pattern, flags }) => {
    const match = compile(pattern, flags)?.exec(text);
    const value = match?.[1] ?? match?.[0];
    return value === undefined ? [] : [{ name: parameter, value: value.trim() }];
  });
}

function compile(pattern: string, flags: string): RegExp | null {
  try {
    return new RegExp(pattern, flags.replace(/[gy]/g, ''));
  } catch {
    return null;
  }
}
