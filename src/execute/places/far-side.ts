import { quoteWord } from '../../shell-syntax/index.ts';
import { END_MARK, functionsText, HANDOVER, isVerbose, MOST_OUTPUT, namesText, START, startText, type ShellState, valuesText } from '../shell/index.ts';
import { frameMark } from './frames.ts';

/** The reports of the far side, a letter each: it has started; the environment it began with; the state was taken over; the state that was left; the end. */
export const TOLD = { there: 's', environment: 'b', ready: 'r', state: 'd', end: 'x' } as const;

/**
 * The only command passed as an argument: reads what to do from standard input, up to a NUL. Any login shell understands it
 * (it is one line without single quotes, backslashes and exclamation marks).
 */
export const CONNECT = 'IFS= read -r -d "" __rb && eval "$__rb"';

/**
 * What the code's own bash does: it reads the prelude and the code from a pipe, so that they appear in no argument and
 * in no file. It must be one line, so that line numbers count from the first line of the code.
 */
const TAKE_CODE = `IFS= builtin read -r -d "" __rb_s <&3; IFS= builtin read -r -d "" __rb_c <&3; exec 3<&-; builtin eval "$__rb_s"; builtin eval "builtin unset -v __rb_c; $__rb_c"; ${END_MARK}`;

/**
 * The watcher on the far side, which is sent first. The piece gets a process group of its own. Standard input stays open while we
 * are connected: `stop` ends the group with INT, TERM, KILL; end of input, which means a lost connection, ends it with HUP like a closed terminal.
 * What the piece hands over goes to a file that is already unlinked, if `/proc` is there to reach it by, so that a killed watcher leaves none behind.
 */
export function watcherText(nonce: string, name: string): string {
  const frame = (kind: string, body: string): string => `{ ${frameMark(nonce, kind)}; ${body}${frameMark(nonce, '.')}; }`;
  return `
exec 4>&2 5<&0 2>/dev/null
${frame(TOLD.there, '')}
${frame(TOLD.there, '')} >&4
IFS= read -r -d '' before <&5 && IFS= read -r -d '' code <&5 || exit 1
folder=/dev/shm; [[ -w $folder ]] || folder=\${TMPDIR:-/tmp}
file=$(umask 077; mktemp "$folder/runbook-XXXXXXXX")
output=$file
exec 6<>"$file"
[[ -e /proc/$$/fd/6 ]] && output=/proc/$$/fd/6 && rm -f "$file"
stopping=
trap 'stopping=1' USR1
set -m
RUNBOOK_OUTPUT=$output bash -c '${TAKE_CODE}' ${quoteWord(name)} 3< <(printf '%s\\0' "$before" "$code") </dev/null 2>&4 4>&- 5<&- 6>&- &
child=$!
unset -v before code
{
  gone() { for i in {1..15}; do kill -0 -- -$child || return 0; sleep 0.1 || sleep 1; done; return 1; }
  IFS= read -r word <&5
  kill -USR1 $$
  if [[ $word = stop ]]; then first=INT; else first=HUP; fi
  for signal in $first TERM KILL; do kill -$signal -- -$child; gone && break; done
  kill -0 $$ || rm -f "$file"
} 4>&- 6>&- >/dev/null &
watcher=$!
while :; do wait $child; status=$?; kill -0 $child || break; done
if [[ -n $stopping ]]; then wait $watcher; else kill -KILL -- -$watcher; fi
{ ${frame(TOLD.end, `printf '%s\\0' $status; head -c ${MOST_OUTPUT + 1} "$output"; `)}; } >&4
rm -f "$file"
exit $status
`;
}

/** A piece for the far side. Texts are binary strings. */
interface FarPiece {
  readonly nonce: string;
  readonly state: ShellState;
  /** Commands that set the variables that hold secrets. */
  readonly secrets: readonly string[];
  readonly exitTrap: string;
  readonly exports: Readonly<Record<string, string>>;
  readonly code: string;
  /** The program that runs it instead of bash. */
  readonly interpreter: string | null;
  readonly errexit: boolean;
  readonly pipefail: boolean | null;
  /** `''`: the folder in which the connection starts. */
  readonly directory: string;
}

/** What is sent to a piece's bash, each part ended by NUL: the prelude, as in `prelude.ts` but reporting through standard error, and the code. */
export function pieceText(piece: FarPiece): string {
  const { code, interpreter } = piece;
  return `${beforeText(piece)}\0${interpreter === null ? code : `exec ${interpreter} <(builtin printf %s ${quoteWord(code)})`}\0`;
}

function beforeText({ nonce, state, secrets, exitTrap, exports, interpreter, errexit, pipefail, directory }: FarPiece): string {
  const tell = (kind: string, body = ''): string => `{ ${frameMark(nonce, kind)}; ${body}${frameMark(nonce, '.')}; } >&${HANDOVER}`;
  return [
    'builtin unset -v __rb_s BASH_ENV',
    `exec ${HANDOVER}>&2`,
    tell(TOLD.environment, 'builtin declare -x; '),
    `${START} __rb_marks=1`,
    functionsText(frameMark(nonce, TOLD.state), frameMark(nonce, '.')),
    ...startText({ proof: nonce, directory, saves: interpreter === null, errexit, pipefail, verbose: isVerbose(state) }, { trap: [`__rb_trap=${quoteWord(exitTrap)}`], ready: [tell(TOLD.ready)] }),
    ...Object.entries(exports).map(([name, value]) => `builtin export ${name}=${quoteWord(value)}`),
    `builtin eval ${quoteWord(valuesText(state, nonce))} >/dev/null 2>&1`,
    `builtin eval ${quoteWord(secrets.join('\n'))} >/dev/null 2>&1`,
    `builtin eval ${quoteWord(interpreter === null ? namesText(state) : '')} >/dev/null 2>&1; __rb_start`,
  ].join('\n');
}
