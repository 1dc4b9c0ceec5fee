import { francAll } from 'franc-min';
import type { Paragraph } from 'mdast';
import { isAscii, isForeignScript } from '../../model/index.ts';
import { wordsWithoutCode } from './prose.ts';

/** Fewer words do not tell a language. */
const ENOUGH_WORDS = 12;
/** After so many words twice the share of the tersest is enough to tell. */
const PLENTY = 50;
/** Words that hold English sentences together: a third of its words, an eighth in the tersest runbooks of some hundreds. Of other languages less than a tenth. */
const ENGLISH = new Set('the a an of to and or if is are be been it its this that these those in on at for from with without by as not no you your we our when then than before after once until while all each any every only should must can will may do does have has what which who how into out up there here'.split(' '));
const MOST_TERSE = 0.12;
/** Languages in which teams write; one that is not among them comes out as its neighbour. */
const LANGUAGES = 'eng deu fra spa por ita nld pol ces swe dan nob fin hun ron tur ind vie ell bul ukr rus jpn cmn kor arb heb pes tha hin'.split(' ');

/** Whether the prose of a file is English, as far as there is enough of it to tell. */
export function isEnglish(paragraphs: readonly Paragraph[]): boolean {
  const read: string[] = [];
  let words = 0;
  let english = 0;
  for (const paragraph of paragraphs) {
    const text = wordsWithoutCode(paragraph);
    read.push(text);
    const some = text.toLowerCase().match(isAscii(text) ? /[a-z]+/g : /\p{L}+/gu) ?? [];
    words += some.length;
    english += some.filter((word) => ENGLISH.has(word)).length;
    if (words >= PLENTY && english > 2 * MOST_TERSE * words) return true;
  }
  const text = read.join('\n');
  if (isForeignScript(text)) return false;
  if (words < ENOUGH_WORDS || english > MOST_TERSE * words) return true;
  // The likeliest has 1; in a few terse sentences its neighbours are close to it.
  return francAll(text, { only: LANGUAGES }).some(([language, likely]) => (language === 'eng' && likely > 0.9) || language === 'und');
}
