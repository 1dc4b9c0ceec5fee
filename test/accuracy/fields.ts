/** A map of unknown values, as YAML and JSON give it. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is a map. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a map; an empty one where it is none. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/** A list as it is, one value as a list of it, nothing as an empty list. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** The texts of a list or of one value. */
export function textsOf(value: unknown): readonly string[] {
  return listOf(value).map(String);
}

/** The text of a value, or `null` where there is none. */
export function textOf(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value);
}

/** Without white space and marks of Markdown, so that a text is found however it was put together. */
export function squash(text: string): string {
  return text.replace(/[\s`*_\\]+/gu, '');
}

/** Whether `text` holds `part`, however both are spaced and marked. */
export function holds(text: string, part: string): boolean {
  return squash(text).includes(squash(part));
}
