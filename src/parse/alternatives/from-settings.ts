import { rangeOf } from '../markdown/index.ts';
import { levelOf, type SectionDraft } from '../sections/index.ts';
import type { FoundChoice, FoundGroup } from './found.ts';
import type { NodeSources } from './from-nodes.ts';

/** Headings right after each other whose blocks set the same variables and do nothing else: one of them is for what one has. */
export function fromSettings(sources: NodeSources): readonly FoundGroup[] {
  const groups: { readonly key: string; readonly choices: FoundChoice[] }[] = [];
  let before = '';
  for (const section of sources.sections) {
    const names = variablesOf(sources, section);
    const key = names === '' ? '' : `${levelOf(section)} ${names}`;
    if (key !== '' && key !== before) groups.push({ key, choices: [] });
    if (key !== '') groups.at(-1)?.choices.push(...choiceOf(sources, section));
    // Where more stands below the block, the next heading is no other case of it.
    before = section.nodes.length === 1 ? key : '';
  }
  return groups.filter(({ choices }) => choices.length > 1).map(({ choices }) => ({ menu: false, choices }));
}

/** What the first block of a section sets, where it stands right below the heading and sets only. */
function variablesOf({ fences }: NodeSources, { depth, nodes: [first] }: SectionDraft): string {
  const shell = depth === 0 || first?.type !== 'code' ? null : (fences.get(first)?.shell ?? null);
  return shell === null || shell.commands.length > 0 ? '' : shell.assignments.map(({ name }) => name).sort().join(' ');
}

/** The heading and its first block: what stands below that is for all of them. */
function choiceOf({ document }: NodeSources, { heading, headingRange, nodes: [first] }: SectionDraft): readonly FoundChoice[] {
  const end = first === undefined ? undefined : rangeOf(document, first)?.end;
  return end === undefined ? [] : [{ label: heading, range: { start: headingRange.start, end }, section: null }];
}
