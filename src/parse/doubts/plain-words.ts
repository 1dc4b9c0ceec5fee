/** The words of a text in which code and quotations count for nothing: each is one blank, so that what stands around them does not join. */
export function withoutQuotes(text: string): string {
  return text.replace(/`[^`]*`|"[^"]*"|“[^”]*”|«[^»]*»/g, ' ').replace(/\s+/g, ' ').trim();
}

/** A sentence as the patterns of doubts read it: from its first word on, code and quotations left out. */
export function plainWords(sentence: string): string {
  return fromFirstWord(withoutQuotes(sentence));
}

/** Without what stands before the first word: numbers, marks, pictures, `Step 2:`, `Note:`. */
export function fromFirstWord(text: string): string {
  return text.replace(/^(?:[\s\d.():*_>#–—\p{Extended_Pictographic}\uFE0F-]|step\s+\d+[a-z]?\b|[a-z]{1,3}-?\d{1,3}(?=\s*:\s|\s+[–—-]\s)|\([a-z]\)|(?:note|notice|info|nb|fyi|tip|hint|important|warning|careful|beware|caution|danger|attention|critical)\s*:)+/iu, '').trim();
}
