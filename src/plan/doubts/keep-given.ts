import { analyzeShell, quoteWord } from '../../shell-syntax/index.ts';

/** The code with the caller's values in place of those that it would assign. */
export function keepGiven(code: string, given: Readonly<Record<string, string>>): string {
  let text = code;
  for (const { name, start, end } of analyzeShell(code).assignments.toReversed()) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value !== undefined && code.startsWith(`${name}=`, start)) text = `${text.slice(0, start)}${name}=${quoteWord(value)}${text.slice(end)}`;
  }
  return text;
}
