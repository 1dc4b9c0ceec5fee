import { type CommandStep, enclosingSections, hasWords, type Target, wordsIn } from '../../model/index.ts';
import { type Document, saysWhatToDo, spanOf } from '../markdown/index.ts';
import type { CommandDraft, StepDraft } from '../blocks/index.ts';
import type { SectionDraft } from '../sections/index.ts';
import { ENVIRONMENT } from '../alternatives/index.ts';

type Variant = NonNullable<CommandStep['variant']>;

/** For each step the block that it stands in for, where "For console:" says so. */
export function findVariants(document: Document, drafts: readonly StepDraft[], sections: readonly SectionDraft[], targets: readonly Target[]): readonly (Variant | null)[] {
  const variants: (Variant | null)[] = [];
  for (const [index, draft] of drafts.entries()) {
    const variant = draft.kind === 'command' && draft.variant !== null && isOfTargets(draft.variant, targets) ? draft.variant : null;
    const of = variant === null ? null : blockBefore(drafts, variants, index, sections);
    variants.push(variant === null || of === null ? null : { word: variant.word, of, span: spanOf(document, variant.range) });
  }
  return variants;
}

/** A name alone has to be that of a target, or an environment in one: beside a target `backup-01`, "Backup:" may be anything. */
function isOfTargets({ word, alone }: NonNullable<CommandDraft['variant']>, targets: readonly Target[]): boolean {
  if (!alone || targets.some(({ name }) => name.toLowerCase() === word.toLowerCase())) return namesTargets(word, targets);
  return ENVIRONMENT.test(word) && !saysWhatToDo(word) && namesTargets(word, targets);
}

/** Whether some target has these words in its name. */
export function namesTargets(words: string, targets: readonly Target[]): boolean {
  const wanted = wordsIn(words);
  return wanted.length > 0 && targets.some(({ name }) => hasWords(name, wanted));
}

/** The command before, in the same section of depth 2, that is no variant itself. */
function blockBefore(drafts: readonly StepDraft[], variants: readonly (Variant | null)[], index: number, sections: readonly SectionDraft[]): number | null {
  for (let at = index - 1; at >= 0; at--) {
    const draft = drafts[at];
    if (draft === undefined || outerSection(sections, draft.section) !== outerSection(sections, drafts[index]?.section ?? 0)) return null;
    if (draft.kind === 'command') return variants[at]?.of ?? at;
  }
  return null;
}

/** The section of depth 2 around a section, else the outermost but the title's. */
function outerSection(sections: readonly SectionDraft[], index: number): number {
  const chain = enclosingSections(sections, index);
  return chain.find(({ depth }) => depth === 2)?.index ?? chain.findLast(({ depth }) => depth > 1)?.index ?? index;
}
