import cliTruncate from 'cli-truncate';
import { displayWidth } from '../../model/index.ts';
import { plainRowsOf } from '../document/plain-rows.ts';
import { type Row, rowText, type Segment, segment } from '../rows/rows.ts';
import { wrapWords } from '../rows/wrap.ts';
import { sign } from '../glyphs.ts';
import type { Theme } from '../theme.ts';
import type { PromptContext } from './prompt-context.ts';

/** What a prompt is made of, from top to bottom, already folded to its width. */
export interface PromptPart {
  readonly kind: 'title' | 'words' | 'input' | 'choices' | 'refused';
  readonly rows: readonly Row[];
}

/** The question in parts, with the tone of its frame. */
export interface PromptContent {
  readonly parts: readonly PromptPart[];
  readonly tone: 'accent' | 'warn' | 'bad' | 'good' | 'muted';
}

/** Words as a part of their own. */
export function wordsPart(kind: 'title' | 'words' | 'refused', segments: readonly Segment[], width: number): PromptPart {
  return { kind, rows: plainRowsOf(wrapWords(segments, width)) };
}

/** Rows of all parts. */
export function heightOf({ parts }: PromptContent): number {
  return parts.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** Why the input was refused, shown beside it. */
export function refusedParts({ ui, width }: Pick<PromptContext, 'ui' | 'width'>): readonly PromptPart[] {
  return ui.refused === '' ? [] : [wordsPart('refused', [segment(ui.refused, 'bad')], width)];
}

/** The question in so many rows: words that take more end in a mark, the longest first; what is typed or chosen stays whole. */
export function fitted(content: PromptContent, most: number, theme: Pick<Theme, 'unicode'>): PromptContent {
  const excess = heightOf(content) - most;
  const rowsOf = ({ kind, rows }: PromptPart): number => (kind === 'input' || kind === 'choices' ? 1 : rows.length);
  const longest = content.parts.reduce((at, part, i, parts) => (rowsOf(part) > rowsOf(parts[at] ?? part) ? i : at), 0);
  const part = content.parts[longest];
  if (excess <= 0 || part === undefined || rowsOf(part) < 2) return content;
  const rows = cutRows(part.rows, Math.max(1, part.rows.length - excess), theme);
  return fitted({ ...content, parts: content.parts.with(longest, { ...part, rows }) }, most, theme);
}

function cutRows(rows: readonly Row[], most: number, theme: Pick<Theme, 'unicode'>): readonly Row[] {
  const last = rows[most - 1];
  if (last === undefined) return rows;
  const width = Math.max(...rows.map((each) => displayWidth(rowText(each))));
  const room = width - displayWidth(sign(theme, 'more')) - 1;
  // The mark takes the place of the last letters where the row is full.
  const cut = displayWidth(rowText(last)) > room ? [segment(cliTruncate(rowText(last), room, { truncationCharacter: '' }), ...(last.segments.at(-1)?.roles ?? []))] : last.segments;
  return [...rows.slice(0, most - 1), { segments: [...cut, segment(` ${sign(theme, 'more')}`, 'muted')] }];
}
