import type { CommandDraft, StepDraft } from '../../blocks/index.ts';
import { acts, type DoubtSources, type Found, placeOf } from '../sources.ts';
import type { Piece } from '../../../model/index.ts';

/** A block of one line with a blank may be said again of a thing, as a step of its own. */
const FEWEST_LINES = 2;

/** The blocks that are another block of the file with its blanks filled in: examples, each for one case. */
export function filledIn(drafts: readonly StepDraft[]): ReadonlySet<CommandDraft> {
  const blocks = drafts.filter((draft) => draft.kind === 'command');
  const forms = blocks.flatMap((draft) => (draft.shell.placeholders.length === 0 ? [] : [{ draft, form: formOf(draft) }])).filter(({ form }) => form !== null);
  if (forms.length === 0) return new Set();
  return new Set(blocks.filter((block) => block.shell.placeholders.length === 0 && forms.some(({ form }) => form?.test(linesOf(block.code.text).join('\n')))));
}

/** What such a block looks like: each line, with anything for the blanks, and other lines between. */
function formOf({ code: { text }, shell: { placeholders } }: CommandDraft): RegExp | null {
  const lines = linesOf(placeholders.reduceRight((rest, { start, end }) => `${rest.slice(0, start)}\0${rest.slice(end)}`, text));
  if (lines.length < FEWEST_LINES) return null;
  const forms = lines.map((line) => line.split('\0').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^\\s]+'));
  return new RegExp(`^${forms.join('\n(?:.*\n)*?')}$`);
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
