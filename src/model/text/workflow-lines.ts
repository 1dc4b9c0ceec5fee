/** What a CI system takes for a command to itself: `::` first in a line, `##[` and its kin anywhere. */
const COMMAND = /(^|\n)((?:[^\S\n]|\u001b\[[\d;:]*m)*):(?=:)/g;
const BRACKET = /#(?=#(?:\[|vso\[|teamcity\[))/g;
/** The end of a text that may be the beginning of one. */
const OPEN = /(?:(?:^|\n)(?:[^\S\n]|\u001b\[[\d;:]*m)*:|##?(?:[a-z]{1,8})?)$/;

/** Whether the output is read by a CI system, which obeys lines of it. */
export function isCi(env: Readonly<Record<string, string | undefined>>): boolean {
  return ['CI', 'GITHUB_ACTIONS', 'TF_BUILD', 'TEAMCITY_VERSION'].some((name) => !['', 'false', '0'].includes(env[name] ?? ''));
}

/** A text that a CI system reads and does not obey. `midLine`: what was written before it did not end its line. */
export function inertLines(text: string, midLine: boolean): string {
  if (!text.includes('::') && !text.includes('##')) return text;
  return text.replace(COMMAND, (whole, start: string, lead: string, offset: number) => (start === '' && offset === 0 && midLine ? whole : `${start}${lead}\\u{3a}`)).replace(BRACKET, '\\u{23}');
}

/** Whether something stands in the line that a text leaves open; `before`: whether something stood there before it. */
export function endsMidLine(text: string, before: boolean): boolean {
  const from = text.lastIndexOf('\n') + 1;
  return (from === 0 && before) || /\S/.test(text.slice(from).replace(/\u001b\[[\d;:]*m/g, ''));
}

/** How many characters at the end of a text may be the beginning of a command whose rest is to come. */
export function openCommand(text: string): number {
  return OPEN.exec(text)?.[0].length ?? 0;
}
