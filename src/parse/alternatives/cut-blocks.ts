import { type CodeRange, type CodeText, fileOffset, startsIn } from '../../model/index.ts';
import { analyzeShell } from '../../shell-syntax/index.ts';
import type { Document } from '../markdown/index.ts';
import type { CommandDraft, StepDraft } from '../blocks/index.ts';
import { blockChoices } from './block-choices.ts';
import type { FoundGroup } from './found.ts';

/** The steps, with each choice in a block cut out as a step of its own, so that it can be in or out. */
export function cutBlocks(document: Document, drafts: readonly StepDraft[]): { readonly drafts: readonly StepDraft[]; readonly groups: readonly FoundGroup[] } {
  const groups: FoundGroup[] = [];
  const cut = drafts.flatMap((draft): readonly StepDraft[] => {
    const choices = draft.kind === 'command' && draft.fence !== null ? blockChoices(draft.code.text, draft.shell) : [];
    if (draft.kind !== 'command' || choices.length === 0) return [draft];
    const parts = partsOf(draft, choices.flat());
    for (const group of choices) groups.push({ menu: false, choices: group.map((choice) => ({ label: choice.label, section: null, range: rangeIn(draft, choice) })) });
    return parts.map((part, index) => toDraft(document, draft, part, { first: index === 0, last: index === parts.length - 1, title: choices.flat().find((each) => startsIn(each, part))?.label ?? null }));
  });
  return { drafts: cut, groups };
}

/** The code as a list of stretches: the choices and what is between them. Comments alone belong to what follows. */
function partsOf({ code, shell }: CommandDraft, choices: readonly CodeRange[]): readonly CodeRange[] {
  const places = [...new Set([0, ...choices.flatMap(({ start, end }) => [start, end])])].filter((at) => at < code.text.length).sort((a, b) => a - b);
  const runs = (start: number, end: number): boolean => shell.statements.some((statement) => statement.start >= start && statement.start < end);
  const parts: CodeRange[] = [];
  let start = 0;
  for (const [index, place] of places.entries()) {
    const end = places[index + 1] ?? code.text.length;
    if (runs(place, end) || index === places.length - 1) {
      parts.push({ start, end });
      start = end;
    }
  }
  return parts;
}

/** The file offsets of lines of the code. */
function rangeIn({ code, range }: CommandDraft, { start, end }: CodeRange): CodeRange {
  return { start: fileOffset(code, start), end: end >= code.text.length ? range.end : fileOffset(code, end) - 1 };
}

function toDraft(document: Document, draft: CommandDraft, part: CodeRange, { first, last, title }: { readonly first: boolean; readonly last: boolean; readonly title: string | null }): CommandDraft {
  const code = linesOf(draft.code, part);
  const place = rangeIn(draft, part);
  return {
    ...draft,
    code,
    shell: analyzeShell(code.text, { braces: document.braces }),
    range: first ? { start: draft.range.start, end: place.end } : place,
    title: title ?? (first ? draft.title : null),
    prose: first ? draft.prose : [],
    below: last ? draft.below : [],
    sampleOutput: last ? draft.sampleOutput : null,
    expectations: last ? draft.expectations : [],
  };
}

/** Whole lines of some code as code of its own. */
function linesOf({ text, lineOffsets }: CodeText, { start, end }: CodeRange): CodeText {
  const from = text.slice(0, start).split('\n').length - 1;
  const own = text.slice(start, end).replace(/\n$/, '');
  return { text: own, lineOffsets: lineOffsets.slice(from, from + own.split('\n').length) };
}
