/** First words that are no command's name: what programs print, keys of YAML, options without their command, dates, dots alone. */
export const NO_NAME: readonly RegExp[] = [
  /^[A-Za-z][\w.-]*:$/,
  /^[\w.-]+,$/,
  /^-/,
  /^[A-Z]{3,}\[\d+\]/,
  /^\[?\d{4}[-/]\d\d[-/]\d\d/,
  /^\[?\d{1,2}:\d\d(?::\d\d)?/,
  /^[IWEF]\d{4}$/,
  /^\[?(?:\.{3,}|…)\]?$/,
  /^\d+(?:\.\d+)?%?$/,
  /^(?:Error|ERROR|Warning|WARNING|WARN|INFO|DEBUG|FATAL|Note|NOTE)\b/,
  /^[=*~_-]{3,}$/,
];

/** A line of a log as syslog writes it: `Oct 18 19:39:36 web-1 …`. */
export const LOG_LINE = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+\d{1,2}\s+\d\d:\d\d/;

/** What says that lines are left out here, and is no placeholder. */
export const LEFT_OUT = /^<(?:snip|snipped|omitted|cut|\.{3}|…)>$/i;

/** A capital, then words of English: "The pods are restarted by the operator". */
export const SENTENCE = /^[A-Z][a-z']+(?:,)?\s+(?:[\w',()/.-]+\s+){0,6}?(?:the|is|are|was|were|should|will|be|been|has|have|your|you|this|that|these|with|from|into)\b/;

/** Dashes, curly quotes, blanks that are none, invisible and bidirectional characters. */
export const NO_SHELL_CHARACTERS = /[\u2010-\u2015\u2212\u2018-\u201f\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff\u00ad\u115f\u1160\u3164\uffa0\u180e]|[\u{e0000}-\u{e007f}]/gu;

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/[\u2010-\u2015\u2212]/, 'a dash that is no hyphen'],
  [/[\u2018-\u201f]/, 'a curly quote'],
  [/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/, 'a blank that a shell does not read as one'],
  [/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/, 'a character that turns the reading direction'],
];

/** What such a character is, for people. */
export function characterName(character: string): string {
  return NAMES.find(([shape]) => shape.test(character))?.[1] ?? 'an invisible character';
}
