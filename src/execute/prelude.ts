/** What the prelude of a piece depends on. */
export interface PreludeOptions {
  /** Where the shell state is kept: a folder that only the operator can enter. */
  readonly folder: string;
  /** Names of variables whose values are never written to disk. */
  readonly secrets: readonly string[];
  readonly errexit: boolean;
  /** Folder to begin in, where a step says so. */
  readonly cwd: string | null;
  /** Variables to set after the restored ones. */
  readonly exports: Readonly<Record<string, string>>;
}

/** Variables that belong to a shell and not to the run. */
const OWN_VARIABLES =
  '__runbook_*|BASH|BASHOPTS|BASHPID|BASH_*|COLUMNS|COMP_*|DIRSTACK|EPOCHREALTIME|EPOCHSECONDS|EUID|FUNCNAME|GROUPS|HISTCMD|IFS|LINENO|LINES|OLDPWD|OPTERR|OPTIND|PIPESTATUS|PPID|PWD|RANDOM|RUNBOOK_OUTPUT|SECONDS|SHELLOPTS|SHLVL|SRANDOM|UID|_';

/**
 * Saves the state when the shell exits, however it does; an `exec`, a kill or a syntax error leaves the state of the piece before.
 * The caller moves `state.new` into place once `end` stands beside it. No forks: they would be most of what a short step costs.
 */
const SAVE = (skipped: string): string => `__runbook_save() {
  builtin trap - EXIT DEBUG ERR RETURN
  set +eux
  local __runbook_ifs=$IFS __runbook_name __runbook_line __runbook_flags __runbook_readonly=' ' __runbook_end=exited
  local IFS=$' \t\n'
  if [ -n "\${__runbook_reached+x}" ]; then
    __runbook_status=$__runbook_reached
    __runbook_end=reached
  fi
  builtin readonly -p >| "$__runbook_folder/names"
  while read -r _ _ __runbook_name; do __runbook_readonly="$__runbook_readonly\${__runbook_name%%=*} "; done < "$__runbook_folder/names"
  {
    builtin printf 'cd -- %q\\n' "$PWD"
    builtin umask -p
    builtin printf 'IFS=%q\\n' "$__runbook_ifs"
    compgen -v >| "$__runbook_folder/names"
    while read -r __runbook_name; do
      case $__runbook_name in ${skipped}) continue ;; esac
      case $__runbook_readonly in
        *" $__runbook_name "*)
          __runbook_line=$(builtin declare -p "$__runbook_name")
          __runbook_flags=\${__runbook_line#declare -}
          __runbook_flags=\${__runbook_flags%% *}
          __runbook_flags=\${__runbook_flags//r/}
          builtin printf 'declare -%s %s\\n' "\${__runbook_flags:--}" "\${__runbook_line#declare -* }" ;;
        *) builtin declare -p "$__runbook_name" ;;
      esac
    done < "$__runbook_folder/names"
    builtin declare -F >| "$__runbook_folder/names"
    while read -r _ __runbook_flags __runbook_name; do
      case $__runbook_name in __runbook_*|trap) continue ;; esac
      builtin declare -f "$__runbook_name"
      case $__runbook_flags in *x*) builtin printf 'export -f %s\\n' "$__runbook_name" ;; esac
    done < "$__runbook_folder/names"
    alias -p
    shopt -p
    set +o
  } >| "$__runbook_folder/state.new"
  builtin echo "$__runbook_end" >| "$__runbook_folder/end"
  builtin exit "$__runbook_status"
}
`;

/** A block's own EXIT trap must not take the place of ours: it is kept for the end of the run, as it would be in one terminal. */
const TRAP = `trap() {
  case \${1-} in -p|-l|'') builtin trap "$@"; return ;; esac
  if [ "$BASH_SUBSHELL" -gt 0 ]; then builtin trap "$@"; return; fi
  [ "$1" = -- ] && shift
  local __runbook_action=- __runbook_signal
  local -a __runbook_signals=()
  if [ "$#" -gt 1 ]; then __runbook_action=$1; shift; fi
  for __runbook_signal in "$@"; do
    case $__runbook_signal in
      EXIT|exit|SIGEXIT|0)
        if [ "$__runbook_action" = - ]; then command rm -f -- "$__runbook_folder/exit-trap"
        else builtin printf '%s\\n' "$__runbook_action" >| "$__runbook_folder/exit-trap"; fi ;;
      *) __runbook_signals+=("$__runbook_signal") ;;
    esac
  done
  if [ "\${#__runbook_signals[@]}" -gt 0 ]; then builtin trap -- "$__runbook_action" "\${__runbook_signals[@]}"; fi
}
`;

/**
 * What a fresh bash reads (through `BASH_ENV`) before each piece, so that all pieces of a run share one shell state.
 * Kept to what bash 3.2 has (macOS). `__runbook_reached` is set after the last command of a piece: where it is not, the piece called `exit`.
 */
export function prelude(options: PreludeOptions): string {
  const skipped = [OWN_VARIABLES, ...options.secrets.filter((name) => /^[A-Za-z_]\w*$/.test(name))].join('|');
  return [
    'unset BASH_ENV',
    `__runbook_folder=${quote(options.folder)}`,
    SAVE(skipped) + TRAP.trimEnd(),
    'shopt -s expand_aliases',
    'if [ -f "$__runbook_folder/state" ]; then . "$__runbook_folder/state"; fi 2>/dev/null',
    'set +eux',
    ...(options.cwd === null ? [] : [`cd -- ${quote(options.cwd)} || builtin exit 1`]),
    ...Object.entries(options.exports).map(([name, value]) => `export ${name}=${quote(value)}`),
    // In braces, so that a traced block does not trace this.
    "builtin trap '{ __runbook_status=$?; __runbook_save; } 2>/dev/null' EXIT",
    ...(options.errexit ? ['set -e'] : []),
    '',
  ].join('\n');
}

/** The code with its last status kept, so that the end of the code can be told from an `exit`. */
export function withEnd(code: string): string {
  return `${code}\n{ __runbook_reached=$?; set +x; } 2>/dev/null`;
}

/** A text as one word of the shell. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
