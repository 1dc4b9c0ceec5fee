import { isInside, type Located, type Runbook, type Span, spanAt } from '../../model/index.ts';

/** "repeat steps 3 - 5", "as in step 4". */
const MENTION = /\bsteps?\s+#?\d+(?:\s*(?:-|–|to|and|or|through|,)\s*\d+)*/i;

/** The first words that speak of steps by their numbers: in the list, else anywhere in the file. */
export function numberMentioned({ structure, source }: Runbook, list: Span): Located<string> | null {
  for (const { value, span } of structure.texts.toSorted((a, b) => Number(isInside(b.span, list)) - Number(isInside(a.span, list)))) {
    const match = MENTION.exec(value);
    const at = span.start.offset + (match?.index ?? 0);
    // "Step 1: log in" is a title.
    if (match !== null && match.index > 0) return { value: match[0], span: spanAt(source, at, at + match[0].length) };
  }
  return null;
}

/** A number between two items that lacks only its dot: `3 Unpause` between 2 and 4. */
export function lostDot(text: string, above: Located<number>, next: Located<number>): { readonly digits: string; /** Where the dot belongs. */ readonly end: number } | null {
  if (next.value !== above.value + 2) return null;
  const from = above.span.start.offset;
  const match = new RegExp(`^[ \\t>]*(${above.value + 1})[ \\t]+\\S`, 'm').exec(text.slice(from, next.span.start.offset));
  const digits = match?.[1];
  return match === null || digits === undefined ? null : { digits, end: from + match.index + match[0].indexOf(digits) + digits.length };
}
