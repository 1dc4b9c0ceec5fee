const SEPARATOR = /\s*(?:[,;·&]|<br\s*\/?>|\band\b)\s*/i;
/** A name that only a machine or the like has, with a digit, a dot or a hyphen in it; an address of numbers too. Not a word, a version or a number. */
const NAME = /^(?:(?=[^.\d-]*[.\d-])[a-z][\w.-]*[a-z\d]|\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/i;

/** The names of a cell that lists several, and nothing else: "esd1, esd2". */
export function namesListedIn(cell: string): readonly string[] {
  const names = cell.split(SEPARATOR).flatMap((part) => part.replace(/[`*]/g, '').trim() || []);
  return names.length > 1 && names.every((name) => NAME.test(name)) ? names : [];
}
