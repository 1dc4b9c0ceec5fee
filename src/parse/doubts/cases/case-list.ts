import type { List, ListItem, RootContent } from 'mdast';
import { enclosingSections } from '../../../model/index.ts';
import { rangeOf, saysWhatToDo, textOf } from '../../markdown/index.ts';
import { plainWords } from '../plain-words.ts';
import type { CaseList, DoubtSources, Found } from '../sources.ts';

/** What leads from the case to the link: "see", "go to", an arrow. */
const SENDS = /(?:\b(?:see|go(?: on)? to|follow|use|read|try|apply|do|jump to|continue (?:with|at|in)|is|are)(?: the)?|[:→⇒–—-]|[-=]>)\s*$/i;
/** A case, and no part of a row: "Step 2: see …". */
const COUNTED = /^(?:step|phase|stage|part|chapter|section|day|week|\d)\b/i;

type Case = CaseList['cases'][number];

/** The lists of cases of a file, each of which sends to a section: "Disk full: see [Grow the disk](#grow-the-disk)". */
export function caseLists({ document, sections }: Pick<DoubtSources, 'document' | 'sections'>): readonly CaseList[] {
  return sections.flatMap(({ index, nodes }) => nodes.flatMap((node) => {
    const cases = node.type === 'list' ? casesOf(node) : [];
    return cases.length === 0 ? [] : [{ section: index, at: rangeOf(document, node)?.start ?? 0, cases }];
  }));
}

/** A list of cases above that sends to a section around the block in some of them only. */
export function namedInCaseList({ caseLists: lists, sections, titled, draft }: DoubtSources): Found | null {
  const above = lists().filter(({ section }) => section < draft.section);
  if (above.length === 0) return null;
  const around = new Set(enclosingSections(sections, draft.section).filter(({ index, heading }) => index !== titled && heading !== '').map(({ anchor }) => `#${anchor}`));
  const found = above.find(({ cases }) => cases.some(({ url }) => around.has(url)) && !cases.every(({ url }) => around.has(url)));
  const own = found?.cases.find(({ url }) => around.has(url));
  return found === undefined || own === undefined ? null : { text: own.text, at: found.at, block: true };
}

/** The items of a list that is not numbered and of which each names a case and sends to a section: none where one of them does not. */
function casesOf(list: List): readonly Case[] {
  if (list.ordered === true || list.children.length < 2) return [];
  const cases = list.children.flatMap((item) => caseOf(item) ?? []);
  return cases.length === list.children.length ? cases : [];
}

function caseOf({ children, checked }: ListItem): Case | null {
  const [only, ...more] = children;
  if (typeof checked === 'boolean' || only?.type !== 'paragraph' || more.length > 0) return null;
  const links = only.children.filter((node) => node.type === 'link');
  const [link] = links;
  if (link === undefined || links.length > 1 || !link.url.startsWith('#')) return null;
  const before = plainWords(textOf({ type: 'paragraph', children: only.children.slice(0, only.children.indexOf(link)) } satisfies RootContent)).trim();
  const name = before.replace(SENDS, '').replace(/[\s,:.–—-]+$/, '');
  return name === before || name === '' || COUNTED.test(name) || saysWhatToDo(name) ? null : { text: textOf(only), url: link.url };
}
