import { ended, faultsOf, rowsOf } from './trial-run.ts';
import { inFolder, type Section, type Trial, write } from './trial.ts';

/** What a step may do to the shell that it shares, to our files, to its processes and to its output. */
const CODES: readonly string[] = [
  'kill -9 $$', 'kill -TERM $$', 'kill -INT $$', 'kill -HUP $$', 'kill -STOP $BASHPID & sleep 0.1; kill -CONT $!', 'kill -TERM 0', 'exec true', 'exec false', 'exec >&- 2>&-', 'exec < /dev/null', 'exec 3>&1 4>&2', 'exit', 'exit 0', 'exit 7', 'exit 256', 'return 1', 'set -n; echo no', 'set -o posix', 'set -u', 'set -x', 'set -v', 'set -f -C -a', 'shopt -s extdebug',
  'trap "exit 3" EXIT', 'trap "echo bye" EXIT INT TERM', 'builtin trap "echo mine" EXIT', 'trap "" INT TERM HUP', 'trap "echo e" ERR; false', 'trap "echo d" DEBUG', 'declare() { :; }', 'builtin() { :; }', 'printf() { :; }; cd() { :; }', 'exit() { :; }', 'trap() { :; }', 'unset -f exit trap', 'alias builtin=true; alias cd=true', 'readonly -f exit', 'readonly PATH HOME PWD', 'readonly POSIXLY_CORRECT=', 'unset PATH', 'PATH=/nowhere', 'IFS=; PS4=x', 'unset HOME PWD OLDPWD', 'POSIXLY_CORRECT=1', 'export SHELLOPTS', 'export BASH_ENV=/dev/null', 'export POSIXLY_CORRECT=1',
  'rm -rf "$(dirname "$RUNBOOK_OUTPUT")"', 'rm -rf "$(dirname "$RUNBOOK_OUTPUT")/.."', 'chmod 000 "$(dirname "$RUNBOOK_OUTPUT")"', 'rm "$RUNBOOK_OUTPUT"; mkfifo "$RUNBOOK_OUTPUT"', 'rm "$RUNBOOK_OUTPUT"; mkdir "$RUNBOOK_OUTPUT"', 'ln -sf /dev/zero "$RUNBOOK_OUTPUT"', 'truncate -s 3G "$RUNBOOK_OUTPUT"', 'head -c 300000 /dev/urandom > "$RUNBOOK_OUTPUT"', 'd=$(dirname "$RUNBOOK_OUTPUT"); rm -f $d/next*; for n in $d/*; do rm -f $n; mkfifo $n; done', 'd=$(dirname "$RUNBOOK_OUTPUT")/../..; rm -f $d/process-group; mkfifo $d/process-group', 'rm -f "$(dirname "$RUNBOOK_OUTPUT")"/../../lock',
  'mkdir gone; cd gone; rmdir ../gone', 'cd /; cd /proc/self', 'umask 777', 'ulimit -n 8', 'ulimit -f 0', 'ulimit -v 500000; true', 'x=$(head -c 5000000 /dev/zero | tr "\\0" y)', 'x=$(printf "%09999d" 1); export x', 'declare -A m; for i in {1..3000}; do m[$i]=$i; done', `f() { cat <<'E'\n}\nE\n}`, 'a=$\'\\x01\\x7f\\n\\\'"\'', 'eval "$(printf "x%d=1;" {1..2000})"',
  'yes | head -c 5000000', 'head -c 3000000 /dev/urandom', 'printf "\\033[2J\\033]0;x\\007"', 'printf "%0200000d" 1', 'for i in {1..20000}; do echo $i; done', 'printf "a\\rb\\rc"', 'printf "\\xff\\xfe\\x00"', 'seq 200000 >&2',
  '(sleep 5 &) ; true', 'sleep 5 & disown', 'setsid sleep 5 > /dev/null 2>&1 &', '(while :; do echo t; sleep 0.05; done) & echo $! > bg; sleep 0.1; kill $(cat bg)', 'nohup sleep 5 > /dev/null 2>&1 &', 'coproc cat; exec 5>&"${COPROC[1]}"', 'fork() { (true) & }; for i in {1..50}; do fork; done; wait', 'read x', 'cat', 'sudo -n true', 'ssh-keygen -y -f /dev/null', 'stty sane', 'clear', 'tput cols', 'wait; jobs', 'suspend -f & sleep 0.1; kill %1', 'history -c', 'logout', 'enable -n printf cd', 'hash -r; hash', 'source /dev/null', '. /nonexistent', 'command -v x', 'test 1 -eq 2', '((0))', 'false | true', 'false || false', '! true', '${x?unset}', ': ${y:?gone}', 'let 0', 'local x', 'break', 'continue 99', 'shift 99',
];
const FORMS: readonly ((code: string) => string)[] = [(code) => code, (code) => `{ ${code}\n}`];
const TABLE = '\n## History\n\n| Date | Operator | Outcome |\n| --- | --- | --- |\n';

function trial(code: string, pins: string): Trial {
  return {
    name: `${JSON.stringify(code).slice(0, 80)}${pins}`,
    run: async () =>
      inFolder(async (folder) => {
        write(folder, 'r.md', `# R\n\n## Step 1\n\n\`\`\`bash\nX=kept; cd "$HOME"\n\`\`\`\n\n## Step 2\n\n\`\`\`bash ${pins}\n${code}\n\`\`\`\n\n## Step 3\n\n\`\`\`bash\necho "after $X" >> trace; pwd >> trace\n\`\`\`\n${TABLE}`);
        const end = await ended(['run', 'r.md', '--yes', '--allow-destructive', '--timeout', '20s'], { cwd: folder });
        const refused = end.status === 2 && rowsOf(folder).length === 0;
        const wrong = [...faultsOf(end)];
        if (![0, 1, 2, 143, 129, 130].includes(Number(end.status))) wrong.push(`status ${String(end.status)}: ${end.stderr.slice(0, 200)}`);
        if (!refused && rowsOf(folder).length !== 1) wrong.push(`${rowsOf(folder).length} rows, status ${String(end.status)}`);
        if (end.status === 0 && !rowsOf(folder).some((row) => row.includes('Success'))) wrong.push('passed without a row of success');
        return wrong;
      }),
  };
}

/** Hostile steps between two honest ones. */
export const steps: Section = { name: 'steps', trials: CODES.flatMap((code) => FORMS.map((form, index) => trial(form(code), index === 0 ? '' : '{errexit=false}'))) };
