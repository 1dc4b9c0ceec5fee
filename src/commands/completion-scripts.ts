/**
 * Scripts by shell. Each hands the words up to the cursor to `runbook __complete`, which prints a candidate a line
 * (a tab and its meaning may follow), and `:files` or `:folders` where the shell's own completion of paths is wanted.
 */
export const COMPLETION_SCRIPTS: Readonly<Record<string, string>> = {
  bash: `# bash completion for runbook; load it with: source <(runbook completion bash)
_runbook() {
  local IFS=$'\\n' line words word=\${COMP_LINE:0:COMP_POINT}
  local -a candidates=()
  # The words as typed: bash itself would break them at = and :
  words=()
  local rest=$word
  while [[ $rest =~ ^[[:space:]]*([^[:space:]]+)(.*)$ ]]; do
    words+=("\${BASH_REMATCH[1]}")
    rest=\${BASH_REMATCH[2]}
  done
  [[ $word =~ [[:space:]]$ ]] && words+=("")
  local current=\${words[\${#words[@]}-1]}
  COMPREPLY=()
  while read -r line; do
    case $line in
      :files) compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -f -- "$current")) ;;
      :folders) compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -d -- "$current")) ;;
      *) candidates+=("\${line%%$'\\t'*}") ;;
    esac
  done < <(runbook __complete -- "\${words[@]:1}" 2>/dev/null)
  # What stands before the last = or : is not replaced by bash.
  local kept=\${current%"\${current##*[=:]}"}
  [[ $COMP_WORDBREAKS == *[=:]* ]] || kept=
  local candidate
  for candidate in "\${candidates[@]}"; do
    [[ $candidate == "$current"* ]] || continue
    candidate=\${candidate#"$kept"}
    [[ $candidate == *= ]] && compopt -o nospace 2>/dev/null
    COMPREPLY+=("$(printf '%q' "$candidate" | sed 's/\\\\=/=/g; s/\\\\:/:/g')")
  done
}
complete -F _runbook runbook
`,
  zsh: `#compdef runbook
# zsh completion for runbook; load it with: source <(runbook completion zsh)
_runbook() {
  local line value
  local -a plain open
  for line in "\${(@f)$(runbook __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    case $line in
      '') ;;
      :files) _files ;;
      :folders) _files -/ ;;
      *) value=\${line%%$'\\t'*}; if [[ $value == *= ]]; then open+=("$value"); else plain+=("$value"); fi ;;
    esac
  done
  (( \${#plain} )) && compadd -- "\${plain[@]}"
  (( \${#open} )) && compadd -S '' -- "\${open[@]}"
}
(( \${+functions[compdef]} )) && compdef _runbook runbook
`,
  fish: `# fish completion for runbook; load it with: runbook completion fish | source
function __runbook_complete
  set -l words (commandline -opc) (commandline -ct)
  for line in (runbook __complete -- $words[2..-1] 2>/dev/null)
    switch $line
      case ':files'
        __fish_complete_path (commandline -ct)
      case ':folders'
        __fish_complete_directories (commandline -ct)
      case '*'
        echo $line
    end
  end
end
complete -c runbook -f -a '(__runbook_complete)'
`,
};
