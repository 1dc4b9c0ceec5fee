import { closest, type CodeRange, isMarkdownName, type Runbook, type Span, spanAt, typingErrors, unescapedUri } from '../../model/index.ts';
import { allAnchors, folderOf, isOutsideOfRepository, markdown, missingPath, resolveLink } from '../facts/index.ts';
import { type Files, type Finding, worldRule } from '../rule.ts';

/** A link to judge: to another file, or (`missing` set) to a heading that this file does not have. */
interface LinkFact {
  readonly href: string;
  /** A path in plain text or backquotes, not a Markdown link. */
  readonly bare: boolean;
  readonly span: Span;
  /** Where the name of the heading stands; `null` where it is written in another way. */
  readonly anchor?: CodeRange | null;
  /** … and the name of the file. */
  readonly file?: CodeRange | null;
  readonly missing?: { readonly near: string | null };
}

export const brokenLink = worldRule<LinkFact>({
  id: 'broken-link',
  severity: 'error',
  summary: 'A link leads to a file or heading that does not exist.',
  scope: 'markdown',
  docs: {
    why: 'Half of an incident is following links. Checked are relative links, images, links to headings here and in other files, and bare paths such as `docs/ops/heroku.md` in a Related line, from the file\'s folder up to the repository\'s root. Links to other sites are not fetched.',
    bad: {
      path: 'docs/runbooks/rollback.md',
      files: { 'docs/runbooks/deploy-freeze.md': '# Deploy freeze\n\n## Start a freeze\n' },
      get text() { return markdown(`
        # Rollback

        Related: docs/runbooks/heroku.md

        [Freeze deploys](deploy-freeze.md#begin-a-freeze) first, then [verify](#verify).
      `); },
    },
    good: {
      path: 'docs/runbooks/rollback.md',
      files: { 'docs/runbooks/deploy-freeze.md': '# Deploy freeze\n\n## Start a freeze\n' },
      get text() { return markdown(`
        # Rollback

        Related: docs/runbooks/deploy-freeze.md

        [Freeze deploys](deploy-freeze.md#start-a-freeze) first, then [verify](#verify).

        ## Verify
      `); },
    },
  },
  facts: (runbook) => [...markdownLinks(runbook), ...barePaths(runbook)],
  judge: (link, path, { files }) => {
    const { href, span, missing } = link;
    if (missing !== undefined) return { message: `no heading here has the anchor "${href}"${meant(missing.near, '#')}`, span, ...repair(link.anchor, missing.near) };
    return judgeFile(link, path, files);
  },
});

/** A line of the source, as forges name it: `#L7`, `#L7-L12`. */
const LINE = /^L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?$/;

function judgeFile(link: LinkFact, path: string, files: Files): Finding | null {
  const { href, bare } = link;
  const [target = '', anchor = ''] = href.split('#');
  const found = resolveLink(target, path, bare, files);
  if (found === null && isOutsideOfRepository(target, path, files)) return null;
  if (found === null) return missingFile(link, target, path, files);
  if (anchor === '' || !isMarkdownName(found) || LINE.test(anchor)) return null;
  const anchors = files.anchors(found);
  if (anchors === null || hasAnchor(anchors, anchor)) return null;
  const near = nearest(anchor, anchors);
  return { message: `"${target}" has no heading with the anchor "#${anchor}"${meant(near, '#')}`, span: link.span, dependsOn: found, ...repair(link.anchor, near) };
}

function missingFile({ bare, span, file }: LinkFact, target: string, path: string, files: Files): Finding {
  const missing = missingPath(target, path);
  const near = bare ? null : nearFile(missing, files);
  return { message: `no file "${target}"${bare ? ' here or in a folder above' : meant(near, '')}`, span, dependsOn: missing, ...repair(file, near) };
}

/** Among more names than these there is no likely one, and to compare each with each link of each file would take longer than all else. */
const MOST_NAMES = 300;

/** The name of a file in the same folder that is most likely meant. */
function nearFile(missing: string, files: Files): string | null {
  const name = missing.slice(missing.lastIndexOf('/') + 1);
  const ending = /\.\w+$/.exec(name)?.[0];
  if (ending === undefined) return null;
  const names = files.names(folderOf(missing));
  if (names.length > MOST_NAMES) return null;
  const others = names.filter((other) => other.endsWith(ending)).map((other) => ({ other, errors: typingErrors(name, other) }));
  // A name that only has the other in it is of another page.
  const [best] = others.filter(({ other, errors }) => errors <= Math.floor((Math.max(name.length, other.length) - ending.length) / 3)).sort((a, b) => a.errors - b.errors);
  return best?.other ?? null;
}

/** The heading or file that is most likely meant; a person has to say whether it is. */
function repair(place: CodeRange | null | undefined, near: string | null): Pick<Finding, 'fix' | 'unsafe' | 'inEditor'> {
  return near === null || place === undefined || place === null ? {} : { fix: [{ ...place, text: near }], unsafe: true, inEditor: true };
}

function markdownLinks(runbook: Runbook): readonly LinkFact[] {
  const { structure, source } = runbook;
  const own = new Set(allAnchors(runbook));
  return structure.links.flatMap((link): LinkFact[] => {
    const href = unescapedUri(link.href.trim());
    if (link.kind === 'reference' || href === '' || href === '#' || isElsewhere(href)) return [];
    const anchor = anchorIn(source.text, link.href, link.span);
    if (!href.startsWith('#')) return [{ href: href.replace(/\?[^#]*/, ''), bare: false, span: link.span, anchor, file: fileIn(source.text, link.href, link.span) }];
    return hasAnchor(own, href.slice(1)) ? [] : [{ href, bare: false, span: link.span, anchor, missing: { near: nearest(href.slice(1), own) } }];
  });
}

/** Where the anchor of a link stands in the text. */
function anchorIn(text: string, href: string, { start, end }: Span): CodeRange | null {
  const anchor = /#(?<anchor>[^#]+)$/.exec(href)?.groups?.['anchor'];
  const at = anchor === undefined ? -1 : text.slice(start.offset, end.offset).lastIndexOf(`#${anchor}`);
  return anchor === undefined || at < 0 ? null : { start: start.offset + at + 1, end: start.offset + at + 1 + anchor.length };
}

/** Where the name of a link's file stands in the text. */
function fileIn(text: string, href: string, { start, end }: Span): CodeRange | null {
  const name = /[^/?#]+(?=[?#]|$)/.exec(href.replace(/[?#].*$/, ''))?.[0];
  const target = name === undefined ? -1 : text.slice(start.offset, end.offset).lastIndexOf(href);
  const at = target < 0 || name === undefined ? -1 : start.offset + target + href.replace(/[?#].*$/, '').lastIndexOf(name);
  return name === undefined || at < 0 ? null : { start: at, end: at + name.length };
}

/** Another site, a mail address, or text that a generator or a person fills in. */
function isElsewhere(href: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(href) || /[<>{}$*|]|%[A-Z]/.test(href);
}

/** Paths of Markdown files in Related lines, where no link stands around them. */
function barePaths({ metadata, source, structure }: Runbook): readonly LinkFact[] {
  return metadata.related.flatMap(({ value, span }): LinkFact[] => {
    const match = /(?:^|[\s`(])((?:[\w.@-]+\/)*[\w.@-]+\.(?:md|markdown)(?:#[\w-]+)?)(?=$|[\s`),.;])/.exec(value);
    const href = match?.[1];
    if (href === undefined || structure.links.some((link) => link.span.start.offset < span.end.offset && span.start.offset < link.span.end.offset)) return [];
    const start = source.text.indexOf(href, span.start.offset);
    return [{ href, bare: true, span: start === -1 || start > span.end.offset ? span : spanAt(source, start, start + href.length) }];
  });
}

/** Forges differ in letter case, in what they make of dots, and in how many hyphens a stripped sign leaves. */
function hasAnchor(anchors: ReadonlySet<string>, anchor: string): boolean {
  const wanted = unescapedUri(anchor).toLowerCase();
  if (anchors.has(wanted) || wanted === 'top' || anchors.has(wanted.replace(/^user-content-/, ''))) return true;
  const squeezed = squeeze(wanted);
  return squeezed !== '' && Array.from(anchors, squeeze).includes(squeezed);
}

/** The anchor that is most like one, or the only one that has all of it between two hyphens. */
function nearest(anchor: string, anchors: ReadonlySet<string>): string | null {
  const containing = [...anchors].filter((each) => `-${each}-`.includes(`-${anchor.toLowerCase()}-`));
  return closest(anchor, [...anchors])[0] ?? (containing.length === 1 ? (containing[0] ?? null) : null);
}

/** Behind a sign such as "⚠️" stands a selector that nobody sees or types. */
const squeeze = (anchor: string) => anchor.replace(/[-._]|[\uFE00-\uFE0F]/g, '');

const meant = (near: string | null, prefix: string) => (near === null ? '' : `; "${prefix}${near}" is one`);
