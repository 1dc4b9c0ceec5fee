import { loadText } from '../../catalog/opening/index.ts';
import { diskFiles, resolveLink } from '../../lint/index.ts';
import { type Runbook, isRunbookError, type Span, unescapedUri } from '../../model/index.ts';
import type { OpenTexts } from './open-texts.ts';
import type { FilePlace } from './places.ts';

/** A heading or anchor of a text, by the name that a link gives it. */
interface Anchor {
  readonly name: string;
  /** The heading's words, `''` for an anchor in HTML. */
  readonly heading: string;
  readonly span: Span;
}

/** Where links into a text can lead. */
export function anchorsOf({ structure }: Runbook): readonly Anchor[] {
  const headings = structure.headings.map(({ anchor, text, span }) => ({ name: /\{:?\s*#([\w.:-]+)[^{}]*\}\s*$/.exec(text)?.[1] ?? anchor, heading: text, span }));
  return [...headings, ...structure.anchors.map(({ value, span }) => ({ name: value, heading: '', span }))];
}

/** The file that the path of a link means, or `null` where there is none. */
export function linkedFile(target: string, { cwd, path }: FilePlace, bare: boolean): FilePlace | null {
  const found = resolveLink(unescapedUri(target), path, bare, diskFiles(cwd, () => null));
  return found === null ? null : { cwd, path: found };
}

/** The text of a file, open or on disk; `null` where it cannot be read. */
export function readLinked({ cwd, path }: FilePlace, texts: OpenTexts): Runbook | null {
  try {
    return texts.parse(texts.textsFrom(cwd).get(path) ?? loadText(path, cwd), path);
  } catch (error) {
    if (isRunbookError(error)) return null;
    throw error;
  }
}
