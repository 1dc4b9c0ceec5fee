import { plainRowsOf } from '../document/plain-rows.ts';
import { segment } from '../document/rows.ts';
import type { Row, Segment } from '../document/rows.ts';
import { wrapWords } from '../document/wrap.ts';
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
