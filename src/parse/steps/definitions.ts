import type { ShellAnalysis, ShellDefinition } from '../../model/index.ts';
import { analyzeShell } from '../../shell-syntax/index.ts';
import type { CommandDraft, StepDraft } from '../blocks/index.ts';

/** Functions and aliases of one step are known to the steps after it: their calls do what the definition says. */
export function knowDefinitions(drafts: readonly StepDraft[], braces: ReadonlySet<string>): readonly StepDraft[] {
  const known: ShellDefinition[] = [];
  return drafts.map((draft) => {
    if (draft.kind !== 'command') return draft;
    const { shell } = draft;
    const calls = shell.commands.some(({ name }) => known.some((definition) => definition.name === name));
    const read = calls ? { ...draft, shell: withEffects(draft, known, braces) } : draft;
    known.push(...shell.definitions);
    return read;
  });
}

function withEffects({ code, shell }: CommandDraft, definitions: readonly ShellDefinition[], braces: ReadonlySet<string>): ShellAnalysis {
  return { ...shell, effects: analyzeShell(code.text, { braces, definitions: [...definitions] }).effects };
}
