import { type Capture, compilePattern } from '../../model/index.ts';
import { visibleText } from '../../plan/index.ts';

/** The values captured from an output: group 1 of a pattern, else its whole match. A pattern that does not match sets nothing. */
export function capturedValues(captures: readonly Capture[], output: string): readonly { readonly name: string; readonly value: string }[] {
  if (captures.length === 0) return [];
  const text = visibleText(output);
  return captures.flatMap(({ parameter, pattern, flags }) => {
    const compiled = compilePattern(pattern, flags);
    const match = compiled.ok ? compiled.pattern.exec(text) : null;
    const value = match?.groups[0] ?? match?.text;
    return value === undefined ? [] : [{ name: parameter, value: value.trim() }];
  });
}
