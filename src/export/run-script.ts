import type { Exported, RowBy } from './types.ts';

/** The answers for "none of the choices" and for "the target decides". */
export const NONE_OF_THEM = 'none of them';
export const BY_TARGET = 'as the target decides';

/** What the script reads besides values: texts of the runbook reach the shell only as variables. */
export function scriptVariables(exported: Exported): Readonly<Record<string, string>> {
  const lists = { RUNBOOK_SKIP: exported.skip, RUNBOOK_SETTLE: exported.settle };
  const none = exported.surface.choices.map(({ steps }, index) => [`RUNBOOK_NONE_${index + 1}`, steps.join('\n')] as const);
  return {
    RUNBOOK_PACKAGE: exported.package,
    RUNBOOK_FILE: exported.file,
    ...Object.fromEntries([...Object.entries(lists).filter(([, names]) => names.length > 0).map(([name, names]) => [name, names.join('\n')] as const), ...none]),
  };
}

const ROW_ARGUMENTS: Readonly<Record<RowBy, readonly string[]>> = { commit: ['--commit', '--push'], 'pull-request': ['--commit'], none: ['--no-history'] };

/** The options of every run on a forge. */
export function runArguments({ allowDestructive, row }: Pick<Exported, 'allowDestructive' | 'row'>): readonly string[] {
  return ['--yes', '--locked', ...(allowDestructive ? ['--allow-destructive'] : []), ...ROW_ARGUMENTS[row]];
}

/** The lines that run the runbook, in bash. They contain no text of the runbook and no value. */
export function runScript(exported: Exported): string {
  const { surface, targets, skip, settle } = exported;
  const fixed = [...runArguments(exported), '--format', 'github', '--operator', '"$RUNBOOK_OPERATOR"', ...(targets.length > 0 ? ['--target', '"$RUNBOOK_TARGET"'] : [])];
  const lists = skip.length + settle.length + surface.choices.length > 0;
  return [
    '# An input that was left empty was not given.',
    'for name in "${!RUNBOOK_SET_@}"; do',
    '  if [ -z "${!name}" ]; then unset "$name"; fi',
    'done',
    `args=(${fixed.join(' ')})`,
    ...(lists ? ['each() { while IFS= read -r line; do if [ -n "$line" ]; then args+=("$1" "$line"); fi; done <<< "$2"; }'] : []),
    ...(skip.length > 0 ? ['each --skip "$RUNBOOK_SKIP"'] : []),
    ...(settle.length > 0 ? ['each --settle "$RUNBOOK_SETTLE"'] : []),
    ...surface.choices.flatMap((_, index) => choiceLines(index + 1)),
    'npx --yes "$RUNBOOK_PACKAGE" run "${args[@]}" -- "$RUNBOOK_FILE"',
  ].join('\n');
}

function choiceLines(number: number): readonly string[] {
  return [
    `case "$RUNBOOK_CHOICE_${number}" in`,
    `  '' | '${BY_TARGET}') ;;`,
    `  '${NONE_OF_THEM}') each --skip "$RUNBOOK_NONE_${number}" ;;`,
    `  *) args+=(--section "$RUNBOOK_CHOICE_${number}") ;;`,
    'esac',
  ];
}
