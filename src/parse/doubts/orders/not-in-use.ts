import { having, type Metadata, oneOf } from '../../../model/index.ts';
import { plainWords, remarksIn } from '../plain-words.ts';

/** States in which a text is not followed as it stands. */
const STATE = String.raw`(?:deprecated|obsolete|outdated|out(?:-of-| of )date|superseded|retired|archived|(?:an?\s)?(?:first\s|early\s|rough\s)?draft|(?:a\s)?work in progress|wip|unfinished|incomplete|untested)`;
const STATE_WORDS = 'deprecated|obsolete|outdated|out of date|out-of-date|superseded|retired|archived|draft|work in progress|wip|unfinished|incomplete|untested';
/** What a sentence calls the file that it stands in. */
const FILE = String.raw`(?:(?:this|the)\s(?:runbook|document(?:ation)?|page|procedure|process|doc|guide|playbook|file|checklist|article)|this|it)`;

const NOT_IN_USE = oneOf(
  // "DEPRECATED", "Obsolete since 2021", "Draft – do not use".
  having(STATE_WORDS, new RegExp(String.raw`^${STATE}(?=\s*(?:$|[.:,;!–—-]|(?:by|since|as of|see|in favou?r of)\b))`, 'i')),
  // "This runbook has been superseded by …", "It is still a draft".
  having(STATE_WORDS, new RegExp(String.raw`^${FILE}\s(?:is|has been|was)\s(?:\w+\s)?${STATE}\b`, 'i')),
  having('no longer|not', new RegExp(String.raw`^${FILE}\s(?:is|has|was)\s(?:no longer\s(?:used|valid|maintained|current|correct|needed)|not\s(?:yet\s|been\s|fully\s){0,2}(?:tested|finished|complete|ready|approved|reviewed))\b`, 'i')),
  // "This is what we did in March."
  having('what|how', new RegExp(String.raw`^${FILE}\s(?:is|was|shows|records|tells|describes)\s(?:what|how)\s(?:we|they|it|was)\s(?:(?:was|were)\s)?(?:did|done|ran|used|fixed|solved|restored|[a-z]{3,}ed)\b`, 'i')),
  having('nobody|no one', /^(?:nobody|no one)\shas\s(?:ever\s|yet\s)?(?:tested|tried|run|reviewed)\s(?:this|it)\b/i),
  having('do not|don', /^(?:do not|don['’]t)\s(?:use|follow)\b(?:\s(?:this|it)\b(?!\s(?:to|for|on|if|when|unless|in)\b).*)?$/i),
);
const STATUS = new RegExp(`^${STATE}\\b`, 'i');
/** Keys of front matter that say it by themselves. */
const FLAGS = /^(?:draft|deprecated|obsolete|archived)$/i;

/** Whether a sentence at the top of a file says that the file is not followed as it stands. */
export function saysNotInUse(sentence: string): boolean {
  return NOT_IN_USE.test(plainWords(sentence).replace(/[\s.!]+$/, ''));
}

/** Whether a title does: "[DEPRECATED] Restore", "Restore (WIP)", "Draft: Restore". */
export function titleSaysNotInUse(title: string): boolean {
  return saysNotInUse(title) || remarksIn(title).some(saysNotInUse);
}

/** The metadata that does: `status: deprecated`, `draft: true`. */
export function notInUseByMetadata({ status, entries }: Metadata): { readonly text: string; readonly at: number } | undefined {
  if (status !== null && STATUS.test(status.value)) return { text: `status: ${status.value}`, at: status.span.start.offset };
  const flag = entries.find(({ key, value }) => FLAGS.test(key) && /^(?:true|yes)$/i.test(value));
  return flag === undefined ? undefined : { text: `${flag.key}: ${flag.value}`, at: flag.span.start.offset };
}
