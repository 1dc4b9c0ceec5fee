import { having, oneLine } from '../../model/index.ts';

/** The words of a text in which code and quotations count for nothing: each is one blank, so that what stands around them does not join. */
export function withoutQuotes(text: string): string {
  return oneLine(text.replace(/`[^`]*`|"[^"]*"|“[^”]*”|«[^»]*»/g, ' '));
}

/** A sentence as the patterns of doubts read it: from its first word on, code and quotations left out. */
export function plainWords(sentence: string): string {
  return fromFirstWord(withoutQuotes(sentence));
}

/** The same of a heading, also without the number of its procedure: "R1 — Restart it". A sentence that begins so tells of a machine: "db1: restart it". */
export function plainHeading(heading: string): string {
  return plainWords(heading.replace(/^[A-Z]{1,3}-?\d{1,3}(?:\s*:\s|\s+[–—-]\s)/, ''));
}

/** What a heading or a sentence has in brackets: "Drain (after the review)", "Drain [DBA only]"; a bracket that it begins with may have been taken off. */
const IN_BRACKETS = /(?:[([]|^)(?<remark>[^()[\]]{2,80})[)\]]/g;

export function remarksIn(text: string): readonly string[] {
  return [...text.matchAll(IN_BRACKETS)].map(({ groups }) => (groups?.['remark'] ?? '').trim());
}

/** What a sentence may begin with that is no case: "In any case, restart it", "Unless stated otherwise, run it as root". What somebody has to say or agree to is one. */
const SAID = '(?:defined|described|documented|indicated|listed|mentioned|noted|said|shown|specified|stated)';
const NO_CASE = [
  having('case|event|circumstance|situation', /^(?:in|under) (?:any|both|either|(?:(?:nearly|almost|practically|virtually) )?(?:all|every)) (?:cases?|events?|circumstances?|situations?)\b(?! (?:of|in|where|that|with|without|like)\b)[\s,:]*(?=\S)/i),
  having('otherwise', new RegExp(`^(?:unless|(?:if|where) not) (?:explicitly )?(?:otherwise ${SAID}|${SAID} otherwise)\\s*,?\\s*(?=\\S)`, 'i')),
];

/** The mark of a callout without a colon: "Attention Stop the writers first". */
const MARK_ALONE = /^(?:Attention|Warning|Caution|Danger|Important|Notice|Beware|ATTENTION|WARNING|CAUTION|DANGER|IMPORTANT|NOTICE|BEWARE)\s+(?=\p{Lu}\p{Ll})/u;

/** Without what stands before the first word: numbers, marks, pictures, `Step 2:`, `Note:`, and what is no case. */
export function fromFirstWord(text: string): string {
  return NO_CASE.reduce((words, pattern) => pattern.without(words), withoutMarks(text).replace(MARK_ALONE, ''));
}

function withoutMarks(text: string): string {
  return text.replace(/^(?:[\s\d.():*_>#^↑–—\p{Extended_Pictographic}\uFE0F-]|step\s+\d+[a-z]?\b|\([a-z]\)|(?:note|notice|info|nb|fyi|tip|hint|important|warning|careful|beware|caution|danger|attention|critical)\s*:)+/iu, '').trim();
}
