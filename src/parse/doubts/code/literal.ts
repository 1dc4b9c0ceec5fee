import { type CommandStep, having, liesIn, lineStart, type Piece } from '../../../model/index.ts';
import { occurrences } from '../../../shell-syntax/index.ts';
import { REPLACE_COMMENT, saidReplacements } from '../../parameters/index.ts';
import { plainWords } from '../plain-words.ts';
import { oneOfMany } from './one-of-many.ts';
import { acts, type DoubtSources, type Found, placeOf } from '../sources.ts';

/** "Adjust the values below as needed", "Modify the literals in the following example and run it": values are to be changed, and nobody says which. */
const CHANGE_VALUES =
  /^(?:(?:please|then|now|first)[\s,]+){0,3}(?:adapt|adjust|modify|change|edit|replace|substitute|customi[sz]e)\s+(?:the|these|those|all|any)\s(?:[\w-]+\s){0,4}?(?:values?|literals?|names?|placeholders?|parameters?|variables?|arguments?|ids?|paths?|hosts?|hostnames?|addresses|examples?|commands?)\b[^.]*?\b(?:below|above|following|accordingly|as needed|as necessary|as appropriate|to match|to fit|to your|with your|by your|for your|and run)\b/i;

/** "Set it to the version that you noted", "with the id from step 2": a value that is known only once the steps before have run. */
const BROUGHT = having(
  'noted|found|copied|recorded|identified|wrote|from',
  /(?<!\b(?:read|note|copy|take|get|find|record)\s)\bthe\s(?:[\w-]+\s){0,2}?(?:version|id|number|name|token|hash|digest|address|ip|path|value|tag|revision|timestamp|url)s?\s(?:(?:that\s|which\s)?(?:(?:you|we)\s(?:just\s)?)?(?:noted|found|copied|recorded|identified|wrote\sdown)\b|from\s(?:above|step\s\d+|the\s(?:previous|last|first|output|list|step|command)\b))/i,
);

/** A comment that says to replace a value, on a line of which nothing could be cut out and named. */
export function literal({ draft }: DoubtSources, piece: Piece, { slots }: CommandStep): Found | null {
  const { code, shell } = draft;
  const comment = shell.comments.find(({ start, ownLine, text }) => {
    if (ownLine || start < piece.start || start >= piece.end || !REPLACE_COMMENT.test(text.trim())) return false;
    const line = lineStart(code.text, start);
    return !slots.some((slot) => slot.start >= line && slot.end <= start) && !shell.reads.some((read) => read.start >= line && read.end <= start);
  });
  if (comment !== undefined) return { text: `# ${comment.text}`, at: placeOf(draft, comment.start) };
  return fromLead(draft, piece, slots) ?? (slots.some((slot) => liesIn(slot, piece)) ? null : oneOfMany(draft, piece));
}

/** What leads to a block that acts and in which nothing is asked for. */
function fromLead({ code, leads, shell }: DoubtSources['draft'], piece: Piece, slots: CommandStep['slots']): Found | null {
  if (!acts(piece) || slots.length > 0 || shell.reads.length > 0) return null;
  const lead = leads.find(({ text }) => CHANGE_VALUES.test(plainWords(text)) || BROUGHT.test(plainWords(text)) || saidReplacements(text, 0).some(({ value }) => occurrences(code.text, value).length > 0));
  return lead === undefined ? null : { text: lead.text, at: lead.at, block: true };
}
