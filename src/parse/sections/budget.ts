import { type Budget, type CodeRange, having } from '../../model/index.ts';
import { type Document, spanOf } from '../markdown/index.ts';

const AMOUNT = String.raw`(?<from>\d+(?:\.\d+)?)(?:\s*(?:-|–|—|to)\s*(?<to>\d+(?:\.\d+)?))?[\s-]*(?<unit>seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h)\b(?!\s+(?:ago|old|earlier|later)\b)`;
const BOUND = String.raw`(?:under|less than|no more than|not more than|at most|up to|below|within|max(?:imum|\.)?|about|around|approx(?:imately|\.)?|roughly|≤|<=|<|~|≈|±)\s*`;
const SUBJECT = String.raw`(?:ETA|wall-?clock|duration|time budget|budget|(?:estimated|expected|total|approximate|typical)\s+(?:\w+\s+)?(?:time|duration)|time (?:required|needed|estimate|to (?:complete|recover|restore|mitigate|verified recovery))|RTO|takes?|time)`;
/** In a heading the amount alone, in parentheses or after a dash, is a budget. */
const HEADING = new RegExp(String.raw`(?:(?:${BOUND})|\b(?:ETA|budget|time|duration)\b:?\s*(?:${BOUND})?|\(\s*(?:${BOUND})?|[—–-]\s+(?:${BOUND})?)${AMOUNT}`, 'i');
const DEADLINE = /\b(?:within|after|every|last|past|next|first)\s*$/i;
const SENTENCE = having('eta|wall|duration|budget|time|rto|take', new RegExp(String.raw`\b${SUBJECT}\b(?<between>[^.!?\n]{0,60}?)(?:${BOUND})?${AMOUNT}`, 'i'));
const WHOLE = having('runbook|procedure|process|playbook|section|step|drill|rollback|path|operation', new RegExp(String.raw`\b(?:this|the|whole|entire|full|complete)\s+(?:runbook|procedure|process|playbook|section|step|drill|rollback|path|operation)\b[^.!?\n]{0,60}?\b(?:takes?|complete[sd]?|finish(?:es)?|done|run)\b[^.!?\n]{0,20}?${BOUND}?${AMOUNT}`, 'i'));
const SHOULD = having('should', new RegExp(String.raw`\bshould (?:take|complete|finish|be done)\b[^.!?\n]{0,20}?(?:${BOUND})?${AMOUNT}`, 'i'));
const LABELLED = /^(?:ETA|wall-?clock|duration|time budget|budget|rto|(?:estimated|expected|total|approximate|typical)\b)/i;

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** The budget that a heading states: `Pre-flight (≤ 60 s)`. */
export function budgetInHeading(document: Document, text: string, range: CodeRange): Budget | null {
  const match = HEADING.exec(text);
  // "1M" is a million.
  if (match === null || match.groups?.['unit'] === 'M') return null;
  const isDeadline = DEADLINE.test(match[0].slice(0, match[0].search(/\d/))) && /^h/i.test(match.groups?.['unit'] ?? '');
  return isDeadline || DEADLINE.test(text.slice(0, match.index)) ? null : budget(document, match, text, range);
}

/** The budget that a sentence states: `Expected wall-clock: under 5 minutes`, `ETA: 1-3 min`. */
export function budgetInText(document: Document, text: string, range: CodeRange): Budget | null {
  const labelled = SENTENCE.exec(text);
  const match = labelled !== null && isStatement(text, labelled) ? labelled : (WHOLE.exec(text) ?? SHOULD.exec(text));
  return match === null ? null : budget(document, match, text, range);
}

/** `ETA 3 min` and `Expected wall-clock from decision to recovery: 5 minutes`, and not `the restart takes 30 s`. */
function isStatement(text: string, match: RegExpExecArray): boolean {
  const between = match.groups?.['between'] ?? '';
  const isLabel = /^[^:]*:\s*$|^\s*(?:is|of)?\s*(?:\(|=|$)/.test(between);
  if (/^(?:takes?|time)\b(?! budget\b)/i.test(match[0])) return /^time\b/i.test(match[0]) && /:[*_\s]*$/.test(between) && /(?:^|[.!?(]\s*)[*_]*$/.test(text.slice(0, match.index));
  return LABELLED.test(match[0]) || isLabel;
}

function budget(document: Document, match: RegExpExecArray, text: string, range: CodeRange): Budget {
  const { from = '0', to, unit = 's' } = match.groups ?? {};
  const seconds = Number(to ?? from) * (SECONDS[unit.charAt(0).toLowerCase()] ?? 1);
  const words = match[0].replace(/^[\s(—–-]+/, '').trim();
  // Marks may stand between the words: then the whole text is the place.
  const at = document.source.text.slice(range.start, range.end).indexOf(words);
  const place = at < 0 ? range : { start: range.start + at, end: range.start + at + words.length };
  return { seconds: Math.round(seconds), text: withoutMarks(words === '' ? text : words), span: spanOf(document, place) };
}

/** The words as a page shows them: what was cut out may hold one of a pair of marks. */
function withoutMarks(words: string): string {
  return words.replace(/\*\*|__|[*`]/g, '');
}
