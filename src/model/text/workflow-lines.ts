/** What a CI system takes for a workflow command: `::` at the start of a line, `##[` and its kin anywhere. */
const COMMAND = /(^|\n)((?:[^\S\n]|\u001b\[[\d;:]*m)*):(?=:)/g;
/** The first `#` of one that stands anywhere. */
export const BRACKET_COMMAND = /#(?=#(?:\[|vso\[|teamcity\[))/g;
/** The end of a text that may begin one. The line break before it is written: else another stream could go on with the line that it ends. */
const OPEN = /(?:(?<=^|\n)(?:[^\S\n]|\u001b\[[\d;:]*m)*:|##?(?:[a-z]{1,8})?)$/;

/** Whether a CI system reads the output and obeys commands in it. */
export function isCi(env: Readonly<Record<string, string | undefined>>): boolean {
  return ['CI', 'GITHUB_ACTIONS', 'TF_BUILD', 'TEAMCITY_VERSION'].some((name) => !['', 'false', '0'].includes(env[name] ?? ''));
}

/** A text in which a CI system finds no commands. `midLine`: the text before it did not end with a line break. */
export function inertLines(text: string, midLine: boolean): string {
  if (!text.includes('::') && !text.includes('##')) return text;
  return text.replace(COMMAND, (whole, start: string, lead: string, offset: number) => (start === '' && offset === 0 && midLine ? whole : `${start}${lead}\\u{3a}`)).replace(BRACKET_COMMAND, '\\u{23}');
}

/** Whether the last line has text after some more output; `before`: whether it had text before that. */
export function endsMidLine(text: string, before: boolean): boolean {
  const from = text.lastIndexOf('\n') + 1;
  return (from === 0 && before) || /\S/.test(text.slice(from).replace(/\u001b\[[\d;:]*m/g, ''));
}

/** How many characters at the end of a text may begin a command that is still to be completed. */
export function openCommand(text: string): number {
  return OPEN.exec(text)?.[0].length ?? 0;
}
