import { quoteWord } from '../shell-syntax/index.ts';
import { type Input, NOT_GIVEN } from './inputs.ts';
import { BY_TARGET, NONE_OF_THEM, runArguments } from './run-script.ts';
import type { OfferedChoice } from './surface.ts';
import type { Exported } from './types.ts';

/** The file for a job's report. */
export const REPORT_PAGE = 'runbook-report.html';
export const REPORT_JUNIT = 'runbook-report.xml';

/** The line that sets the target of a job. */
export function targetLine(target: string): string {
  return `target=${quoteWord(target)}`;
}

/**
 * The lines that run the runbook on `$target`, in bash. Variables of whoever starts a pipeline, and of the project, override those of a job. So whatever decides where and what runs
 * is in the lines themselves, quoted, and of our variables only those are read that carry inputs. No value of an input is in the lines.
 */
export function gitlabScript(exported: Exported, inputs: readonly Input[]): string {
  const { row, file } = exported;
  const runbook = `npx --yes ${quoteWord(exported.package)}`;
  return [
    'set -eo pipefail',
    ...foreignVariables(exported, inputs),
    ...missingSecrets(exported),
    'export XDG_STATE_HOME="$(mktemp -d)"',
    ...(row === 'none' ? [] : ['git config user.name "$GITLAB_USER_NAME"', 'git config user.email "$GITLAB_USER_EMAIL"', 'git checkout --quiet -B "$CI_COMMIT_BRANCH"', 'git branch --quiet --set-upstream-to "origin/$CI_COMMIT_BRANCH"', 'before="$(git rev-parse HEAD)"']),
    'operator="$GITLAB_USER_LOGIN"',
    'if [ "$CI_PIPELINE_SOURCE" = schedule ]; then operator=\'scheduled drill\'; fi',
    `args=(${[...runArguments(exported), '--operator', '"$operator"', ...chosenWords(exported)].join(' ')})`,
    ...exported.surface.choices.flatMap((choice, index) => choiceLines(choice, index + 1)),
    'status=0',
    `${runbook} run "\${args[@]}" -- ${quoteWord(file)} || status=$?`,
    'for folder in "$XDG_STATE_HOME"/runbook/runs/*/; do',
    '  if [ ! -d "$folder" ]; then continue; fi',
    '  run="$(basename "$folder")"',
    `  ${runbook} runs report "$run" --format html -o ${REPORT_PAGE} || true`,
    `  ${runbook} runs report "$run" --format junit -o ${REPORT_JUNIT} || true`,
    'done',
    ...(row === 'pull-request' ? mergeRequest() : []),
    'exit "$status"',
    '',
  ].join('\n');
}

/** An input that still has its default was not given. */
function foreignVariables({ surface }: Exported, inputs: readonly Input[]): readonly string[] {
  const ours = [...inputs.filter(({ id }) => id !== 'target'), ...surface.secrets].map(({ variable }) => variable);
  return [
    '# Of the variables that give values, those alone that this pipeline asks for.',
    'for name in "${!RUNBOOK_SET_@}" "${!RUNBOOK_CHOICE_@}"; do',
    '  case "$name" in',
    ...(ours.length === 0 ? [] : [`    ${ours.join(' | ')}) if [ -z "\${!name}" ] || [ "\${!name}" = '${NOT_GIVEN}' ]; then unset "$name"; fi ;;`]),
    '    *) unset "$name" ;;',
    '  esac',
    'done',
  ];
}

function missingSecrets({ secretNames }: Exported): readonly string[] {
  if (secretNames.length === 0) return [];
  return [`for name in ${secretNames.join(' ')}; do`, '  if [ -z "${!name}" ]; then echo "runbook: the variable $name is not set: set it in the project, masked and protected" >&2; exit 2; fi', 'done'];
}

function chosenWords({ targets, skip, settle }: Exported): readonly string[] {
  return [...(targets.length === 0 ? [] : ['--target', '"$target"']), ...repeated('--skip', skip), ...repeated('--settle', settle)];
}

function repeated(option: string, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => [option, quoteWord(name)]);
}

/** Only the offered values are accepted. */
function choiceLines({ labels, steps }: OfferedChoice, number: number): readonly string[] {
  return [
    `case "\${RUNBOOK_CHOICE_${number}:-}" in`,
    `  '' | '${BY_TARGET}') ;;`,
    `  '${NONE_OF_THEM}') args+=(${repeated('--skip', steps).join(' ')}) ;;`,
    // In parentheses, since a label may be a reserved word of the shell; joined to its option, since it may begin with a dash.
    ...labels.map((label) => `  (${quoteWord(label)}) args+=(--section=${quoteWord(label)}) ;;`),
    `  *) echo 'runbook: choice-${number}: no such choice is offered' >&2; exit 2 ;;`,
    'esac',
  ];
}

/** Puts the commit of the row on a branch of its own, for review. */
function mergeRequest(): readonly string[] {
  return ['if [ "$(git rev-parse HEAD)" != "$before" ]; then', '  git push --quiet -o merge_request.create -o "merge_request.target=$CI_COMMIT_BRANCH" -o "merge_request.title=$(git log -1 --format=%s)" origin "HEAD:refs/heads/runbook/row-$CI_JOB_ID"', 'fi'];
}
