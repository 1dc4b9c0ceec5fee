/**
 * Scripts by shell. Each passes the line up to the cursor to `runbook __complete`, which prints one candidate per line
 * (optionally with a tab and its meaning), and `:markdown`, `:files` or `:folders` to ask for the shell's own completion of paths.
 */
export const COMPLETION_SCRIPTS: Readonly<Record<string, string>> = {
  bash: `# bash completion for runbook; load it with: source <(runbook completion bash)
_runbook_paths() {
  # $1: kind, $2: what bash leaves alone of the word, $3: the word
  local path
  local -a lists=("-d")
  compopt -o filenames 2>/dev/null
  [[ $1 == :files ]] && lists=("-f")
  [[ $1 == :markdown ]] && lists=("-d" "-f -X !*.[mM][dD]" "-f -X !*.[mM][aA][rR][kK][dD][oO][wW][nN]")
  for list in "\${lists[@]}"; do
    while IFS= read -r path; do
      COMPREPLY+=("\${path#"$2"}")
    done < <(set -f; IFS=' '; compgen $list -- "$3")
  done
}
_runbook() {
  local line kind kept word list
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == :* ]]; then
      kind=\${line%%$'\\t'*} word=\${line#*$'\\t'}
      kept=\${word%%$'\\t'*} word=\${word#*$'\\t'}
      _runbook_paths "$kind" "$kept" "$word"
    else
      [[ $line == *= ]] && compopt -o nospace 2>/dev/null
      COMPREPLY+=("$line")
    fi
  done < <(runbook __complete bash "\${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" 2>/dev/null)
}
complete -F _runbook runbook
`,
  zsh: `#compdef runbook
# zsh completion for runbook; load it after compinit with: source <(runbook completion zsh)
_runbook() {
  local line value
  local -a plain open
  for line in "\${(@f)$(runbook __complete -- "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null)}"; do
    [[ $line == :*$'\\t'?* ]] && compset -P '*='
    case $line in
      '') ;;
      :markdown*) _files -g '*.(#i)(md|markdown)' ;;
      :files*) _files ;;
      :folders*) _files -/ ;;
      *)
        value=\${\${line%%$'\\t'*}//:/\\\\:}
        [[ $line == *$'\\t'* ]] && line=$value:\${line#*$'\\t'} || line=$value
        if [[ $value == *= ]]; then open+=("$line"); else plain+=("$line"); fi ;;
    esac
  done
  (( \${#plain} )) && _describe -t values value plain
  (( \${#open} )) && _describe -t values value open -S ''
}
if [[ $funcstack[1] == _runbook ]]; then
  _runbook "$@"
elif (( \${+functions[compdef]} )); then
  compdef _runbook runbook
else
  print -u2 'runbook: completion needs compinit first: autoload -U compinit && compinit'
fi
`,
  fish: `# fish completion for runbook; load it with: runbook completion fish | source
function __runbook_complete
  set -l token (commandline -ct)
  set -l before (commandline -opc)
  # What is typed, without quotes and backslashes.
  set -l word (string replace -ra '["\\'\\\\\\\\]' '' -- $token)
  for line in (runbook __complete -- $before[2..-1] "$word" 2>/dev/null)
    set -l parts (string split -m1 \\t -- $line)
    set -l path (string replace -- "$parts[2]" '' "$token")
    switch $parts[1]
      case ':markdown'
        __fish_complete_path "$path" | string match -ri '^[^\\t]*(?:/|\\.md|\\.markdown)(?:\\t.*)?$'
      case ':files'
        for found in (__fish_complete_path "$path")
          echo "$parts[2]$found"
        end
      case ':folders'
        __fish_complete_directories "$path" ''
      case '*'
        echo $line
    end
  end
end
complete -c runbook -f -a '(__runbook_complete)'
`,
};
