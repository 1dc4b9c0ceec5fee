import type { CodeRange } from '../../model/index.ts';

/** A member that names a setting, beside one that gives its value: `{"name": "API_KEY", "value": "…"}`. */
const NAMED_MEMBER = /\\*["'](?:name|key|variable)\\*["']\s*:\s*\\*["']$/i;
const GIVES_VALUE = /\\*["'](?:value|text|content)\\*["']\s*:/i;
/** How far around a word the rest of its braces is looked for. */
const AROUND = 200;

/** Whether a word is what JSON calls a setting by whose value stands in the same braces. */
export function namesSetting(code: string, { start, end }: CodeRange): boolean {
  const [before, after] = [code.slice(Math.max(0, start - AROUND), start), code.slice(end, end + AROUND)];
  return NAMED_MEMBER.test(before) && GIVES_VALUE.test(before.slice(before.lastIndexOf('{') + 1) + (after.split('}')[0] ?? ''));
}
