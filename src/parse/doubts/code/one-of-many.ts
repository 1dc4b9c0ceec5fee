import { asPattern, having, type Piece } from '../../../model/index.ts';
import { plainWords } from '../plain-words.ts';
import { acts, type DoubtSources, type Found } from '../sources.ts';

/** "On each of proxy-1, proxy-2 and proxy-3", "Repeat for every shard", "Do this for all the brokers". */
const EACH = having('each|every|all', /(?:\b(?:each|every)|(?:\b(?:for|on|to|from|in|at)|^\w+)\sall)\b(?: of)?(?: the| our)?(?: \d+)?\s(?<what>[^.;:]+)/gi);
/** What goes through them: a loop, or a pattern. */
const GOES_THROUGH = /\b(?:for|while|until|xargs|parallel|seq)\b|--all\b|[*{]/;
const ONE = /\b[\w.-]*\d[\w.-]*/g;

/** Words that tell to do to each of several what the code does to one of them: the operator types it for the others. */
export function oneOfMany({ leads, code }: DoubtSources['draft'], piece: Piece): Found | null {
  const text = code.text.slice(piece.start, piece.end);
  if (!acts(piece) || GOES_THROUGH.test(text)) return null;
  const lead = leads.find((each) => EACH.all(plainWords(each.text)).some(({ groups }) => isOneOf(text, groups?.['what'] ?? '')));
  return lead === undefined ? null : { text: lead.text, at: lead.at, block: true };
}

/** Whether a code names some of the things that are listed, or one that is called as they are: `broker-0` of the brokers. */
function isOneOf(code: string, what: string): boolean {
  const listed = what.match(ONE) ?? [];
  if (listed.length > 1) return listed.some((name) => has(code, name)) && !listed.every((name) => has(code, name));
  const noun = /^(?:[a-z]+\s){0,2}?(?<noun>[a-z]{3,}?)s?(?=$|[,\s])/i.exec(what)?.groups?.['noun']?.toLowerCase() ?? '';
  const named = new Set([...code.toLowerCase().matchAll(new RegExp(`(?<![\\w-])(?:[a-z]+-)*${asPattern(noun)}[-_]?\\d+(?![\\w-])`, 'g'))].map(([name]) => name));
  return noun !== '' && named.size === 1;
}

function has(code: string, name: string): boolean {
  return new RegExp(`(?<![\\w.-])${asPattern(name)}(?![\\w-])`).test(code);
}
