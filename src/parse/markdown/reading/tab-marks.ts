/** A mark of tabs in a line of text: one opens a tab, one closes it, one stands around a set of them; the words between them. */
export type TabMark = { readonly kind: 'open'; readonly label: string } | { readonly kind: 'close' } | { readonly kind: 'set' } | { readonly kind: 'words' };

const MARK =
  /<TabItem\b(?<item>[^>]*)>|\{\{[<%]\s*tab\s+(?<hugo>[^<>%]*?)\s*[%>]\}\}|\{%\s*tab\s+(?<book>[^%]*?)\s*%\}|(?<close><\/TabItem>|\{\{[<%]\s*\/\s*tab\s*[%>]\}\}|\{%\s*endtab\s*%\})|(?<around><\/?Tabs\b[^>]*>|\{\{[<%]\s*\/?\s*tabs\b[^<>%]*[%>]\}\}|\{%\s*(?:end)?tabs\b[^%]*%\})/g;

/** The marks of tabs in a text, in order, as Docusaurus, Hugo and GitBook write them; none where there are none. */
export function tabMarks(text: string): readonly TabMark[] {
  const marks: TabMark[] = [];
  let at = 0;
  for (const match of text.matchAll(MARK)) {
    if (text.slice(at, match.index).trim() !== '') marks.push({ kind: 'words' });
    at = match.index + match[0].length;
    const { item, hugo, book, close, around } = match.groups ?? {};
    const named = item ?? hugo ?? book;
    if (named !== undefined) marks.push({ kind: 'open', label: labelOf(named) });
    else if (close !== undefined) marks.push({ kind: 'close' });
    else if (around !== undefined) marks.push({ kind: 'set' });
  }
  if (marks.length === 0) return [];
  return text.slice(at).trim() === '' ? marks : [...marks, { kind: 'words' }];
}

function labelOf(attributes: string): string {
  const named = /\b(?:label|name|title|header)\s*=\s*["'{]+(?<text>[^"'}]+)["'}]+/.exec(attributes)?.groups?.['text'];
  return named ?? /["'](?<text>[^"']+)["']/.exec(attributes)?.groups?.['text'] ?? attributes.trim();
}
