import type { AlternativeGroup, CodeRange, Effect } from '../../model/index.ts';
import { spanOf } from '../markdown/index.ts';
import type { StepDraft } from '../blocks/index.ts';
import type { FoundGroup } from './found.ts';
import { fromNodes, type NodeSources } from './from-nodes.ts';
import { fromSections, type Outline } from './from-sections.ts';
import { fromSettings } from './from-settings.ts';

/** Every choice that the file leaves to whoever runs it, in document order, with the steps of each alternative. */
export function findAlternatives(sources: NodeSources & Omit<Outline, 'effectsIn'> & { readonly sectionAt: (offset: number) => number }, drafts: readonly StepDraft[], inBlocks: readonly FoundGroup[]): readonly AlternativeGroup[] {
  const { document, sections, sectionAt } = sources;
  const found = [...fromSections({ ...sources, effectsIn: (range) => effectsIn(drafts, range) }).flatMap((group) => (group.unnamed === true ? acting(drafts, group) : [group])), ...fromNodes(sources), ...fromSettings(sources), ...inBlocks].filter((group) => group.choices.some(({ section, range }) => section !== null || stepsIn(drafts, range).length > 0));
  return found
    .map((group) => ({ ...group, start: group.choices[0]?.range.start ?? 0, end: group.choices.at(-1)?.range.end ?? 0 }))
    .sort((a, b) => a.start - b.start)
    .map(({ menu, choices, start, end }, index) => {
      const [first] = choices;
      const section = first === undefined || first.section === null ? sectionAt(start) : (sections[first.section]?.parent ?? null);
      return {
        index, menu, section,
        choices: choices.map(({ label, range, section: own }) => ({ label, section: own, steps: stepsIn(drafts, range), span: spanOf(document, range) })),
        span: spanOf(document, { start, end }),
      };
    });
}

function stepsIn(drafts: readonly StepDraft[], { start, end }: CodeRange): readonly number[] {
  return drafts.flatMap(({ range }, index) => (range.start < end && range.end > start && range.end <= end + 1 ? [index] : []));
}

function effectsIn(drafts: readonly StepDraft[], range: CodeRange): ReadonlySet<Effect> {
  return new Set(stepsIn(drafts, range).flatMap((index) => {
    const draft = drafts[index];
    return draft?.kind === 'command' ? draft.shell.effects.map(({ effect }) => effect) : [];
  }));
}

/** The sections of a group in which there is something to do; none where there is nothing to run in any. */
function acting(drafts: readonly StepDraft[], group: FoundGroup): readonly FoundGroup[] {
  const choices = group.choices.filter(({ range }) => stepsIn(drafts, range).length > 0);
  const runs = choices.some(({ range }) => stepsIn(drafts, range).some((step) => drafts[step]?.kind === 'command'));
  return runs && choices.length > 1 ? [{ ...group, choices }] : [];
}
