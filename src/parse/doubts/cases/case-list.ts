import type { List, ListItem, RootContent } from 'mdast';
import { enclosingSections } from '../../../model/index.ts';
import { rangeOf, saysWhatToDo, textOf } from '../../markdown/index.ts';
import { plainWords } from '../plain-words.ts';
import type { DoubtSources, Found } from '../sources.ts';

/** What leads from the case to the link: "see", "go to", an arrow. */
const SENDS = /(?:\b(?:see|go(?: on)? to|follow|use|read|try|apply|do|jump to|continue (?:with|at|in)|is|are)(?: the)?|[:→⇒–—-]|[-=]>)\s*$/i;
/** A case, and no part of a row: "Step 2: see …". */
const COUNTED = /^(?:step|phase|stage|part|chapter|section|day|week|\d)\b/i;

/** A list of cases above, each of which sends to a section of its own, where some of them send to one around the block: "Disk full: see [Grow the disk](#grow-the-disk)". */
export function namedInCaseList({ document, sections, titled, draft }: DoubtSources): Found | null {
  const around = new Set(enclosingSections(sections, draft.section).filter(({ index, heading }) => index !== titled && heading !== '').map(({ anchor }) => `#${anchor}`));
  for (const { nodes } of sections.slice(0, draft.section)) {
    for (const node of nodes) {
      const cases = node.type === 'list' ? casesOf(node) : [];
      const own = cases.find(({ url }) => around.has(url));
      if (own !== undefined && !cases.every(({ url }) => around.has(url))) return { text: own.text, at: rangeOf(document, node)?.start ?? draft.range.start, block: true };
    }
  }
  return null;
}

/** The items of a list that is not numbered and of which each names a case and sends to a section: none where one of them does not. */
function casesOf(list: List): readonly { readonly text: string; readonly url: string }[] {
  if (list.ordered === true || list.children.length < 2) return [];
  const cases = list.children.flatMap((item) => caseOf(item) ?? []);
  return cases.length === list.children.length ? cases : [];
}

function caseOf({ children, checked }: ListItem): { readonly text: string; readonly url: string } | null {
  const [only, ...more] = children;
  if (typeof checked === 'boolean' || only?.type !== 'paragraph' || more.length > 0) return null;
  const links = only.children.filter((node) => node.type === 'link');
  const [link] = links;
  if (link === undefined || links.length > 1 || !link.url.startsWith('#')) return null;
  const before = plainWords(textOf({ type: 'paragraph', children: only.children.slice(0, only.children.indexOf(link)) } satisfies RootContent)).trim();
  const name = before.replace(SENDS, '').replace(/[\s,:.–—-]+$/, '');
  return name === before || name === '' || COUNTED.test(name) || saysWhatToDo(name) ? null : { text: textOf(only), url: link.url };
}
