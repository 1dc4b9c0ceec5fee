const BUILTINS =
  '. : [ alias bg bind break builtin caller cd command compgen complete compopt continue declare dirs disown echo enable eval exec exit export false fc fg getopts hash help history jobs kill let local ' +
  'logout mapfile popd printf pushd pwd read readarray readonly return set shift shopt source suspend test times trap true type typeset ulimit umask unalias unset wait';
const RESERVED = '! [[ ]] { } case coproc do done elif else esac fi for function if in select then time until while';

const OWN: ReadonlySet<string> = new Set(`${BUILTINS} ${RESERVED}`.split(' '));

/** Whether a word in the place of a command's name is the shell's own (`eval`, `cd`, `if`) and no program. */
export function isShellsOwn(word: string): boolean {
  return OWN.has(word);
}
