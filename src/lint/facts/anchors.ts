import type { Runbook } from '../../model/index.ts';

/** An id that an author gives a heading: `## Freeze {#freeze}`, `{: #freeze}`. */
const OWN_ID = /\{:?\s*#(?<id>[\w.:-]+)[^{}]*\}\s*$/;

/** Every anchor that links can lead to, lower case. */
export function allAnchors({ structure }: Runbook): readonly string[] {
  const ids = structure.headings.flatMap(({ text }) => OWN_ID.exec(text)?.groups?.['id'] ?? []);
  return [...structure.headings.map(({ anchor }) => anchor), ...ids, ...structure.anchors.map(({ value }) => value)].map((anchor) => anchor.toLowerCase());
}
