import { quoteWord } from '../../shell-syntax/index.ts';
import { HANDOVER_DESCRIPTOR } from '../process/index.ts';

/** The descriptor to which the shell moves the pipe to us: away from those that blocks use, and below any limit of open files (`ulimit -n`) with which we run ourselves. */
export const HANDOVER = 28;
const MOVE = ['exec ', HANDOVER, '>&', HANDOVER_DESCRIPTOR, ' ', HANDOVER_DESCRIPTOR, '>&-'].join('');

/** What a fresh shell notes at its start; options are saved only if they differ from these. */
export const START = '__rb_exited= __rb_end= __rb_trap= __rb_status=0 __rb_restored= __rb_options=$SHELLOPTS __rb_shopts=${BASHOPTS-}';

/**
 * What a block's shell reads first, as `BASH_ENV`. Uses only features of bash 3.2. `exit` and `trap` are functions: they note that the
 * block ended itself, and keep its EXIT trap for the end of the run. `__rb_save` writes the state as fields ended by NUL.
 * All of it is read before the block's own functions and aliases are restored, and calls every command through `builtin`, so no block can
 * override it (a function called `builtin` is removed first). `head` and `tail` are commands that
 * write what goes before and after the state.
 */
export const functionsText = (head = '', tail = ''): string => `
trap() {
  if [[ $BASH_SUBSHELL != 0 ]]; then builtin trap "$@"; builtin return; fi
  case $#/\${1-} in
    0/ | */-p) __rb_traps; builtin return ;;
    */-l) builtin trap -l; builtin return ;;
    */--) builtin shift ;;
  esac
  builtin local __rb_action=- __rb_signal
  if [[ $# -gt 1 ]]; then __rb_action=$1; builtin shift; fi
  for __rb_signal in "$@"; do
    case $__rb_signal in
      EXIT | exit | SIGEXIT | 0) if [[ $__rb_action = - ]]; then __rb_trap=; else __rb_trap=$__rb_action; fi ;;
      *) builtin trap -- "$__rb_action" "$__rb_signal" ;;
    esac
  done
}
__rb_traps() {
  builtin local __rb_line
  [[ -z $__rb_trap ]] || builtin printf 'trap -- %q EXIT\\n' "$__rb_trap"
  builtin trap -p | while IFS= builtin read -r __rb_line; do case $__rb_line in *__rb_finish*) ;; *) builtin printf '%s\\n' "$__rb_line" ;; esac; done
}
exit() {
  __rb_status=$?
  [[ $BASH_SUBSHELL != 0 ]] || __rb_exited=1
  if [[ $# = 0 ]]; then builtin exit "$__rb_status"; else builtin exit "$@"; fi
}
__rb_own() {
  __rb_probe=
  builtin eval __rb_probe=1 || __rb_probe=
  if [[ $__rb_probe != 1 ]]; then
    POSIXLY_CORRECT=1
    unset -f builtin
    unset -v POSIXLY_CORRECT
  fi
}
__rb_save() {
  {
    ${head}
    builtin printf '%s\\0' "$__rb_options" "$SHELLOPTS" "$__rb_shopts" "\${BASHOPTS-}"
    [[ -n \${BASHOPTS-} ]] || builtin shopt -p
    builtin printf '\\0'; builtin umask -p; builtin printf '\\0'
    builtin declare -f; builtin declare -F; builtin printf '\\0'
    builtin alias -p; builtin printf '\\0'
    builtin printf '%s\\0' "$PWD" "\${OLDPWD-}" "$__rb_exited" "$__rb_trap"
    builtin declare -p
    builtin printf '\\0end\\0'
    ${tail}
  } >&${HANDOVER} 2>/dev/null
}
__rb_finish() {
  __rb_status=$?
  case $BASH_VERSION/$__rb_marks$__rb_status$__rb_end$__rb_exited in 3.*/10) __rb_status=1 ;; esac
  __rb_status=\${__rb_end:-$__rb_status}
  __rb_own
  builtin set +exu
  __rb_save
  builtin exit "$__rb_status"
}
`;

/**
 * Saves the state when the block ends, keeping the exit status. Not traced. Under errexit bash 3.2 dies of an unset variable (`set -u`,
 * `${x:?}`) with `$?` still 0 in its EXIT trap; so with `END_MARK`, a block that neither reached its end nor called `exit` has failed.
 */
const SAVE = `builtin trap '{ __rb_finish; } 2>/dev/null' EXIT`;

/** Follows a block's code if bash may be 3.2. Not traced; an assignment, so that it does not trigger an ERR trap. */
export const END_MARK = '{ __rb_end=$?; } 2>/dev/null';

/** What a `BASH_ENV` file is made from. */
interface PreludeOptions {
  /** The file with variables and options to take over; its last command sets `__rb_restored` to the proof. */
  readonly values: string;
  /** The file with functions and aliases, apart from the values so that one that bash cannot parse again loses nothing else. */
  readonly names: string;
  /** A random word by which the shell proves that it took the state over. */
  readonly proof: string;
  /** The file in which it writes the proof over something as long. */
  readonly ready: string;
  /** The folder in which the block starts. */
  readonly directory: string;
  /** `null` if it holds a secret: then it is in the environment and in no file. */
  readonly exitTrap: string | null;
  readonly errexit: boolean;
  /** `null`: as the blocks before left it. */
  readonly pipefail: boolean | null;
  readonly verbose: boolean;
  /** Whether to save what the block leaves; a block of another program leaves nothing. */
  readonly saves: boolean;
  /** Whether `END_MARK` follows the code. */
  readonly marksEnd: boolean;
  /** The file to which the shell writes its process id, in the kernel's line about it where there is one. */
  readonly pid: string | null;
  /** The user's own `BASH_ENV`, restored for the block's children. */
  readonly bashEnv: string | null;
}

/** The text of a block's `BASH_ENV` file. Binary strings: one character is one byte. */
export function preludeText(options: PreludeOptions): string {
  const { values, names, proof, ready, exitTrap, marksEnd, pid, bashEnv } = options;
  return [
    'unset -v BASH_ENV',
    `${START} __rb_marks=${marksEnd ? '1' : '0'}`,
    `{ ${MOVE}; } 2>/dev/null`,
    // Before anything of the block runs: whoever resumes the run must be able to find what may still be running. With the id goes when the process began, where the system tells.
    ...(pid === null ? [] : [`{ builtin read -r __rb_stat </proc/$$/stat || __rb_stat=$$; builtin printf %s "$__rb_stat" >|${quoteWord(pid)}; } 2>/dev/null`]),
    functionsText(),
    ...startText(options, {
      trap: [...(bashEnv === null ? [] : [`builtin export BASH_ENV=${quoteWord(bashEnv)}`]), exitTrap === null ? '__rb_trap=${__RUNBOOK_TRAP-}; builtin unset -v __RUNBOOK_TRAP' : `__rb_trap=${quoteWord(exitTrap)}`],
      ready: [`builtin printf %s ${proof} 2>/dev/null 1<>${quoteWord(ready)} || builtin exit 1`, `__rb_ready_${proof}=1`],
    }),
    `builtin . ${quoteWord(values)} >/dev/null 2>&1`,
    'if [[ -n ${__RUNBOOK_SECRETS+x} ]]; then builtin eval "$__RUNBOOK_SECRETS" >/dev/null 2>&1; builtin unset -v __RUNBOOK_SECRETS; fi',
    // On one line, which bash reads as a whole, so that no restored alias changes a word of it.
    `builtin . ${quoteWord(names)} >/dev/null 2>&1; __rb_start`,
    '',
  ].join('\n');
}

/**
 * The function `__rb_start`, which is called last before the code: it sees that the state was taken over, goes to the folder (`''`: stays) and sets the options.
 * `ready`: the lines that report that all is in place.
 */
export function startText({ proof, directory, saves, errexit, pipefail, verbose }: Pick<PreludeOptions, 'proof' | 'directory' | 'saves' | 'errexit' | 'pipefail' | 'verbose'>, { trap, ready }: { readonly trap: readonly string[]; readonly ready: readonly string[] }): readonly string[] {
  const folder = quoteWord(directory);
  return [
    '__rb_start() {',
    `[[ $__rb_restored = ${proof} ]] || { builtin printf 'runbook: the state of the steps before could not be taken over\\n' >&2; builtin exit 1; }`,
    ...trap,
    ...(directory === '' ? [] : [`builtin cd -- ${folder} 2>/dev/null || { builtin printf 'runbook: the folder that this step starts in is gone: %s\\n' ${folder} >&2; builtin exit 1; }`]),
    'if [[ -n ${__rb_oldpwd-} ]]; then OLDPWD=$__rb_oldpwd; builtin unset -v __rb_oldpwd; fi',
    ...ready,
    ...(saves ? [SAVE] : []),
    ...(errexit ? ['builtin set -e'] : []),
    ...(pipefail === null ? [] : [`builtin set ${pipefail ? '-' : '+'}o pipefail`]),
    ...(verbose ? ['builtin set -v'] : []),
    '}',
    // As in an interactive terminal.
    'builtin shopt -s expand_aliases',
  ];
}

/**
 * Goes before a block's code, on its first line: a shell that did not read its `BASH_ENV` ends here, whatever functions it has.
 * It is not a command but an expansion that fails.
 */
export function guardText(proof: string): string {
  return `__rb_ok=\${__rb_ready_${proof}:?the shell did not take over the state of the run}; `;
}
