import type { CommandDraft, StepDraft } from '../../blocks/index.ts';
import { acts, type DoubtSources, type Found, placeOf } from '../sources.ts';
import { asPattern, type Piece } from '../../../model/index.ts';

/** A single line with a blank is often written again with a value, as a step of its own. */
const FEWEST_LINES = 2;

/** The blocks that are another block of the file with its blanks filled in: examples, each for one case. */
export function filledIn(drafts: readonly StepDraft[]): ReadonlySet<CommandDraft> {
  const blocks = drafts.filter((draft) => draft.kind === 'command');
  const forms = blocks.flatMap(formOf);
  if (forms.length === 0) return new Set();
  return new Set(blocks.filter((block) => block.shell.placeholders.length === 0 && forms.some((form) => mayBeOf(block, form) && isFilledIn(linesOf(block.code.text), form.lines))));
}

interface Form {
  readonly of: CommandDraft;
  /** What each line of it looks like, with anything for the blanks. */
  readonly lines: readonly RegExp[];
}

/** An example comes below its form, or right beside it: the same check before and after, of the old host and then of the new one, is two steps. */
function mayBeOf(block: CommandDraft, { of }: Form): boolean {
  return block.section === of.section || block.range.start > of.range.start;
}

/** The form that such a block is; none where it has no blanks or too few lines. */
function formOf(block: CommandDraft): readonly Form[] {
  const { code: { text }, shell: { placeholders } } = block;
  if (placeholders.length === 0) return [];
  const lines = linesOf(placeholders.reduceRight((rest, { start, end }) => `${rest.slice(0, start)}\0${rest.slice(end)}`, text));
  return lines.length < FEWEST_LINES ? [] : [{ of: block, lines: lines.map((line) => new RegExp(`^${line.split(/\0+/).map(asPattern).join('\\S+')}$`)) }];
}

/** Whether lines have those of a form in its order, with lines of their own between them. */
function isFilledIn(lines: readonly string[], form: readonly RegExp[]): boolean {
  const [first, last] = [form[0], form.at(-1)];
  if (lines.length < form.length || first?.test(lines[0] ?? '') !== true || last?.test(lines.at(-1) ?? '') !== true) return false;
  const between = form.slice(1, -1);
  let met = 0;
  for (const line of lines.slice(1, -1)) if (between[met]?.test(line) === true) met++;
  return met === between.length;
}

function linesOf(code: string): readonly string[] {
  return code.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}

/** What acts in a block that is an example of another. */
export function isExampleOfAnother({ draft, examples }: DoubtSources, piece: Piece): Found | null {
  if (!acts(piece) || !examples.has(draft)) return null;
  const line = linesOf(draft.code.text)[0] ?? '';
  return { text: `the block repeats another one with its blanks filled in: ${draft.leads[0]?.text ?? line}`, at: placeOf(draft, piece.start), block: true };
}
