const NAMES =
  'HOME PATH PWD OLDPWD USER LOGNAME SHELL SHLVL TERM LANG LANGUAGE TZ TMPDIR HOSTNAME HOSTTYPE MACHTYPE OSTYPE ' +
  'IFS PS0 PS1 PS2 PS3 PS4 OPTARG OPTIND OPTERR REPLY RANDOM SRANDOM SECONDS LINENO PIPESTATUS PPID UID EUID GROUPS ' +
  'FUNCNAME DIRSTACK EPOCHSECONDS EPOCHREALTIME COLUMNS LINES CDPATH FCEDIT FIGNORE GLOBIGNORE HISTCMD HISTFILE HISTSIZE ' +
  'MAILCHECK MAPFILE COPROC COMP_WORDS COMP_CWORD COMP_LINE COMP_POINT COMPREPLY READLINE_LINE READLINE_POINT PROMPT_COMMAND ' +
  'SHELLOPTS BASHOPTS BASHPID BASH POSIXLY_CORRECT TIMEFORMAT TMOUT EDITOR VISUAL PAGER DISPLAY SSH_AUTH_SOCK SUDO_USER ' +
  'XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_CACHE_HOME XDG_RUNTIME_DIR RUNBOOK_OUTPUT';

/** Variables that the shell or the login session sets: reading one asks nobody for a value. */
const SHELL_VARIABLES: ReadonlySet<string> = new Set(NAMES.split(' '));

/** Folders that a login may bring along or not: where a step sets one, another machine's shell may have none. */
const OWN_FOLDERS: ReadonlySet<string> = new Set(['TMPDIR', 'OLDPWD', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME', 'XDG_RUNTIME_DIR']);

/** Whether it is a folder that a shell has for itself, and that a step may set as well. */
export function isOwnFolder(name: string): boolean {
  return OWN_FOLDERS.has(name);
}

/** Whether a variable is the shell's own (`HOME`, `BASH_VERSION`, `LC_ALL` …). */
export function isShellVariable(name: string): boolean {
  return SHELL_VARIABLES.has(name) || name.startsWith('BASH_') || name.startsWith('LC_');
}
