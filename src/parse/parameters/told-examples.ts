import { having, oneLine } from '../../model/index.ts';
import { nounOf, type ProseExample } from './examples.ts';

/** What says that a sentence speaks of an example. */
const OF_EXAMPLE = having('example|walkthrough|walk-through|tutorial|in the following', /\bexamples?\b|\b(?:walk-?through|tutorial)\b|\bin the following\b(?!\s(?:table|list|section|block|command))/i);
const VALUE = '`(?<value>[^`\\s]+)`';
const WORDS = '(?<noun>(?:[\\w-]+\\s+){0,3}[\\w-]+)';
const A = '(?:the|an?|our)\\s+';

/** How it tells the value of a thing, in parts. */
const TOLD: readonly RegExp[] = [
  // "we use `shop-db` as the database", "uses `tank` as pool name".
  new RegExp(`\\buse[sd]?\\s+${VALUE}\\s+(?:as|for)\\s+(?:${A})?(?:name\\s+(?:of|for)\\s+${A})?${WORDS}`, 'i'),
  // "the node is called `node-7`", "the host is `web1`".
  new RegExp(`(?:^|[\\s,])${A}${WORDS}\\s+(?:is|will be)\\s+(?:called\\s+|named\\s+)?${VALUE}`, 'i'),
  // "a pool called `tank`", "uses the pool `tank`".
  new RegExp(`(?:^|[\\s,])${A}${WORDS}\\s+(?:called|named)\\s+${VALUE}`, 'i'),
  new RegExp(`\\buse[sd]?\\s+${A}${WORDS}\\s+${VALUE}`, 'i'),
  // "`tank` stands for the pool", "`ncn-w003` is the worker being replaced".
  new RegExp(`${VALUE}\\s+(?:is|stands for|refers to|serves as|will be)\\s+(?:the name of\\s+)?${A}${WORDS}`, 'i'),
];
/** What comes behind the noun: "the worker being replaced". */
const BEHIND = /\s(?:being|to|that|which|we|you|in|of|on|for|from|with|and|is)\s.*$|\s(?:name|instance)$/i;
/** No value that somebody gives. */
const NO_VALUE = /\b(?:outputs?|results?|status|states?|modes?|phases?|levels?|types?|kinds?|commands?|tools?|clients?|options?|flags?|files?|scripts?|defaults?)$/i;

/** Values that a sentence about an example tells: "In this example we use `tank` as the pool." `start` is the place of the text in the file. */
export function toldExamples(text: string, start: number): readonly ProseExample[] {
  if (!text.includes('`') || !OF_EXAMPLE.test(text)) return [];
  return [...text.matchAll(/[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*/g)].flatMap(({ 0: sentence, index }) => {
    if (!sentence.includes('`') || !OF_EXAMPLE.test(sentence)) return [];
    const told = TOLD.map((shape) => shape.exec(sentence)).find((match) => match !== null)?.groups;
    const value = told?.['value'] ?? '';
    const noun = nounOf((told?.['noun'] ?? '').replace(BEHIND, '').replace(/^example\s+/i, ''));
    if (value === '' || noun === '' || NO_VALUE.test(noun)) return [];
    const from = start + index + sentence.indexOf(`\`${value}\``) + 1;
    return [{ noun, value, words: oneLine(sentence), range: { start: from, end: from + value.length } }];
  });
}
