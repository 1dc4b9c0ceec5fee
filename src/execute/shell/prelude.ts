import { quoteWord } from '../../shell-syntax/index.ts';

/**
 * What a block's shell reads first, as `BASH_ENV`. Only what bash 3.2 has. `exit` and `trap` are functions: they note that the
 * block ended itself, and keep its EXIT trap for the end of the run. `__rb_save` writes the state, fields ended by NUL.
 */
export const PRELUDE = `
trap() {
  if [ "$BASH_SUBSHELL" != 0 ]; then builtin trap "$@"; return; fi
  case $#/\${1-} in
    0/ | */-p) __rb_traps; return ;;
    */-l) builtin trap -l; return ;;
    */--) shift ;;
  esac
  local __rb_action=- __rb_signal
  if [ $# -gt 1 ]; then __rb_action=$1; shift; fi
  for __rb_signal in "$@"; do
    case $__rb_signal in
      EXIT | exit | SIGEXIT | 0) if [ "$__rb_action" = - ]; then __rb_trap=; else __rb_trap=$__rb_action; fi ;;
      *) builtin trap -- "$__rb_action" "$__rb_signal" ;;
    esac
  done
}
__rb_traps() {
  local __rb_line
  [ -z "$__rb_trap" ] || printf 'trap -- %q EXIT\\n' "$__rb_trap"
  builtin trap -p | while IFS= read -r __rb_line; do case $__rb_line in *__rb_save*) ;; *) printf '%s\\n' "$__rb_line" ;; esac; done
}
exit() {
  __rb_status=$?
  [ $# -gt 0 ] || set -- "$__rb_status"
  [ "$BASH_SUBSHELL" != 0 ] || __rb_exited=1
  builtin exit "$@"
}
__rb_save() {
  {
    set +o; printf '\\0'; shopt -p; printf '\\0'; umask -p; printf '\\0'
    declare -f; declare -F; printf '\\0'
    alias -p; printf '\\0'
    printf '%s\\0' "$PWD" "\${OLDPWD-}" "$__rb_exited" "$__rb_trap"
    declare -p
    printf '\\0end\\0'
  } >|"$__rb_dir/next" 2>/dev/null
}
`;

/** What saves the state when the block ends; the status stays. Not traced. */
const SAVE_TRAP = saveTrap('__rb_status=$?');

/**
 * The same where bash may be 3.2. Under errexit that one dies of an unset variable (`set -u`, `${x:?}`) with `$?` still 0 in its EXIT
 * trap: a block that neither came to its end nor called `exit` has failed.
 */
const SAVE_TRAP_OLD = saveTrap('__rb_status=${__rb_end:-$?}; case $BASH_VERSION/$__rb_status$__rb_end$__rb_exited in 3.*/0) __rb_status=1 ;; esac');

/** What stands after a block's code where bash may be 3.2. Not traced; an assignment, so that an ERR trap does not see it. */
export const END_MARK = '{ __rb_end=$?; } 2>/dev/null';

function saveTrap(status: string): string {
  return `builtin trap '{ ${status}; set +exu; } 2>/dev/null; __rb_save; builtin exit $__rb_status' EXIT`;
}

/** A whole `BASH_ENV` file. */
export interface PreludeOptions {
  /** The folder with the state. */
  readonly folder: string;
  /** Where the block starts. */
  readonly directory: string;
  readonly exitTrap: string;
  readonly errexit: boolean;
  readonly verbose: boolean;
  /** Whether what the block leaves is saved: another program's block leaves nothing. */
  readonly saves: boolean;
  /** Whether `END_MARK` follows the code. */
  readonly marksEnd: boolean;
  /** Where the shell writes its process id. */
  readonly pid: string | null;
  /** The user's own `BASH_ENV`, given back to the block's children. */
  readonly bashEnv: string | null;
}

/** The text of a block's `BASH_ENV` file. Binary strings: one character is one byte. */
export function preludeText(options: PreludeOptions): string {
  const { folder, directory, exitTrap, errexit, verbose, saves, marksEnd, pid, bashEnv } = options;
  return [
    'unset -v BASH_ENV',
    `__rb_dir=${quoteWord(folder)} __rb_exited= __rb_end= __rb_trap= __rb_status=0`,
    // Before anything of the block: whoever resumes the run must find what may still be running.
    ...(pid === null ? [] : [`printf %s "$$" 2>/dev/null >|${quoteWord(pid)}`]),
    PRELUDE,
    // As in the terminal that the blocks could be typed into.
    'shopt -s expand_aliases',
    `if [ -r "$__rb_dir/restore" ]; then . "$__rb_dir/restore" >/dev/null 2>&1; fi`,
    'if [ -n "${__RUNBOOK_SECRETS+x}" ]; then eval "$__RUNBOOK_SECRETS" >/dev/null 2>&1; unset -v __RUNBOOK_SECRETS; fi',
    ...(bashEnv === null ? [] : [`export BASH_ENV=${quoteWord(bashEnv)}`]),
    `__rb_trap=${quoteWord(exitTrap)}`,
    `builtin cd -- ${quoteWord(directory)} 2>/dev/null || { printf 'runbook: the folder that this step starts in is gone: %s\\n' ${quoteWord(directory)} >&2; builtin exit 1; }`,
    'if [ -n "${__rb_oldpwd-}" ]; then OLDPWD=$__rb_oldpwd; unset -v __rb_oldpwd; fi',
    ...(saves ? [marksEnd ? SAVE_TRAP_OLD : SAVE_TRAP] : []),
    ...(errexit ? ['set -e'] : []),
    ...(verbose ? ['set -v'] : []),
    '',
  ].join('\n');
}
