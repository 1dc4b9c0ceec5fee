import { colouredText, isVisible } from '../../model/index.ts';
import type { Role } from '../theme.ts';

/** A stretch of text in one look. */
export interface Segment {
  readonly text: string;
  readonly roles: readonly Role[];
  /** It is no text of the file, but drawn around it: a bullet, a bar, a rule. */
  readonly drawn?: true;
}

/** One row of the document, already folded: it fits the width it was made for. */
export interface Row {
  /** What stands in the margin: the state of a step. */
  readonly mark?: Segment;
  readonly segments: readonly Segment[];
}

/** Text in a role. Whoever forgot to make it visible: nothing but colours passes here. */
export function segment(text: string, ...roles: readonly Role[]): Segment {
  return { text: isVisible(text) ? text : colouredText(text), roles };
}

/** A bullet, a bar, a rule. */
export function drawn(text: string, ...roles: readonly Role[]): Segment {
  return { text, roles, drawn: true };
}

/** A row of segments. */
export function row(...segments: readonly Segment[]): Row {
  return { segments };
}

/** The words of segments side by side. */
export function textOf(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join('');
}

/** The words of a row, for tests, copying and searching. */
export function rowText({ segments }: Row): string {
  return textOf(segments);
}
