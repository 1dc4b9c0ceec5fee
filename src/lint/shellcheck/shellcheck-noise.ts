/** Codes that speak of scripts, not of blocks of a runbook that are run one by one by a person. */
export const SHELLCHECK_NOISE: ReadonlySet<number> = new Set([
  1083, // {service} is a placeholder in braces
  1090, 1091, // a sourced file is not here
  2034, // set here, used by hand, in a later block or by a program
  2096, // shebang
  2103, 2164, // cd without "|| exit": blocks run under errexit
  2148, // no shebang
  2153, 2154, // set by the reader or by an earlier runbook
  2317, // not reached after an exit in an earlier block
  2030, 2031, // changed in a subshell of another block
  2218, // function defined in a later block
  2119, 2120, // function arguments
  2089, 2090, // quotes in a variable: what is told of placeholders such as '<the "Used by" field>'
  2156, // a file's name in the script of find -exec sh -c
  2046, 2155, 2215, // good habits of scripts; in commands typed by hand they are nearly always harmless
  2016, // no expansion in single quotes: JSON paths and jq programs
]);

/** Codes of the level info that speak of what would really go wrong in a pasted block. */
export const SHELLCHECK_KEPT_INFO: ReadonlySet<number> = new Set([
  1018, // a no-break space
  1101, // blanks after a backslash
  1110, // a curly quote
  1132, // & in a URL ends the command
  2061, // a pattern that the shell opens before find sees it
  2128, // an array without an index
  2288, // a name that ends in a sign, such as an option on a line of its own
]);

/** Codes that are right about one shape of a word alone: told where the code that they point at matches. */
export const SHELLCHECK_ONLY_FOR: ReadonlyMap<number, RegExp> = new Map([
  [2062, /[*?]/], // a pattern for grep that the shell opens: no file is called as `[k]worker` or `etcd-[0-3]` says
  [2024, /^>{1,2}\s*["']?\/(?!tmp\b|var\/tmp\b)/], // the shell, not sudo, opens the file: that fails where it is the system's
]);
