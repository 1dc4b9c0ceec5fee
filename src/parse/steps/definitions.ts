import type { ShellAnalysis, ShellDefinition } from '../../model/index.ts';
import { analyzeShell, calledName } from '../../shell-syntax/index.ts';
import type { CommandDraft, StepDraft } from '../blocks/index.ts';

/** Functions and aliases of one step are known to the steps after it, and so are variables that nothing else in the file sets: their calls do what the definition says. */
export function knowDefinitions(drafts: readonly StepDraft[], braces: ReadonlySet<string>): readonly StepDraft[] {
  const known: ShellDefinition[] = [];
  const set = Map.groupBy(drafts.flatMap((draft) => (draft.kind === 'command' ? draft.shell.assignments : [])), ({ name }) => `$${name}`);
  const isSettled = ({ name }: ShellDefinition): boolean => (set.get(name)?.length ?? 1) === 1;
  return drafts.map((draft) => {
    if (draft.kind !== 'command') return draft;
    const { shell } = draft;
    const calls = known.length > 0 && shell.commands.some(({ name, nameWord }) => known.some((definition) => definition.name === name || definition.name === calledName(nameWord)));
    const read = calls ? { ...draft, shell: withEffects(draft, known, braces) } : draft;
    known.push(...shell.definitions.filter(isSettled));
    return read;
  });
}

function withEffects({ code, shell }: CommandDraft, definitions: readonly ShellDefinition[], braces: ReadonlySet<string>): ShellAnalysis {
  return { ...shell, effects: analyzeShell(code.text, { braces, definitions: [...definitions] }).effects };
}
