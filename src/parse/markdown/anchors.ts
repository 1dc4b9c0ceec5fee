import { isAscii } from '../../model/index.ts';
/** Makes heading anchors as forges do: unique in a file, counted from the second of a kind. */
export function anchorMaker(): (heading: string) => string {
  const seen = new Map<string, number>();
  return (heading) => {
    const base = anchorOf(heading);
    let anchor = base;
    for (let count = seen.get(base) ?? 0; seen.has(anchor); anchor = `${base}-${count}`) {
      count += 1;
      seen.set(base, count);
    }
    seen.set(anchor, 0);
    return anchor;
  };
}

/** A heading's anchor: lower case, no punctuation, a hyphen for each blank. */
export function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(isAscii(heading) ? /[^\w\- ]/g : /[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** Words as a short id: `Pre-flight (≤ 60 s)` is `pre-flight`. */
export function slugOf(words: string): string {
  const bare = words.replace(/\([^()]*\)/g, ' ');
  return anchorOf(spaced(bare)) || anchorOf(spaced(words));
}

/** A blank for everything that is no letter and no digit. */
function spaced(words: string): string {
  return words.replace(isAscii(words) ? /[^A-Za-z\d]+/g : /[^\p{L}\p{M}\p{N}]+/gu, ' ');
}
