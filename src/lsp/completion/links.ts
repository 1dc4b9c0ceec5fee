import { dirname, join, resolve } from 'node:path';
import { isMarkdownName, type Runbook, unescapedUri } from '../../model/index.ts';
import { entriesIn } from '../../state/index.ts';
import { anchorsOf, linkedFile, type OpenText, type OpenTexts, readLinked } from '../texts/index.ts';
import { type Offer, offers } from './offer.ts';

/** In the address of a link: headings after `#`, else files and folders; `null` where there is none. */
export function inLink(open: OpenText, texts: OpenTexts, before: string): readonly Offer[] | null {
  const href = /(?:\]\(\s*<?|^\s{0,3}\[[^\]]+\]:\s*<?)(?<href>[^\s)<>]*)$/.exec(before)?.groups?.['href'];
  if (href === undefined || /^[a-z][a-z0-9+.-]*:/i.test(href)) return null;
  const hash = href.indexOf('#');
  if (hash >= 0) return headings(open, texts, href.slice(0, hash), href.slice(hash));
  const own = href === '' ? headings(open, texts, '', '') : [];
  return [...own, ...files(open, href)];
}

/** The text that the path of a link means; `''` is the text itself. */
function linkedRunbook(open: OpenText, texts: OpenTexts, path: string): Runbook | null {
  if (path === '') return open.runbook;
  const file = linkedFile(path, open, false);
  return file === null ? null : readLinked(file, texts);
}

function headings(open: OpenText, texts: OpenTexts, path: string, typed: string): readonly Offer[] {
  const runbook = linkedRunbook(open, texts, path);
  return runbook === null ? [] : offers('heading', typed, anchorsOf(runbook).filter(({ name }) => name !== '').map(({ name, heading }) => [`#${name}`, heading]));
}

/** What lies in the folder that a path leads to so far: folders and Markdown files. */
function files({ cwd, path }: OpenText, href: string): readonly Offer[] {
  const slash = href.lastIndexOf('/') + 1;
  const folder = join(dirname(resolve(cwd, path)), unescapedUri(href.slice(0, slash)));
  const entries = entriesIn(folder).filter(({ name }) => !name.startsWith('.') && name !== 'node_modules');
  const typed = href.slice(slash);
  return [
    ...offers('file', typed, entries.filter((entry) => !entry.isDirectory() && isMarkdownName(entry.name)).map(({ name }) => [encodeURI(name), ''])),
    ...offers('folder', typed, entries.filter((entry) => entry.isDirectory()).map(({ name }) => [`${encodeURI(name)}/`, ''])),
  ];
}
