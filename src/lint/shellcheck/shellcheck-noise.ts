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
  2016, // no expansion in single quotes: JSON paths and jq programs
]);
