import type { CodeRange, ShellAnalysis } from '../model/index.ts';

const URL = /\b[a-z][a-z\d+.-]*:\/\/(?:[^\s/@'"<>|;]*@)?([A-Za-z\d](?:[A-Za-z\d.-]*[A-Za-z\d])?)(?=[:/?#'"\s)\\,;|&]|$)/gi;

/** Hosts of the URLs in the words of commands; comments and what is typed elsewhere have none. */
export function urlHosts(code: string, analysis: ShellAnalysis): readonly (CodeRange & { readonly host: string })[] {
  const skipped: readonly CodeRange[] = [...analysis.comments, ...analysis.remotes.map(({ typed }) => typed)].sort((a, b) => a.start - b.start);
  const hosts: (CodeRange & { readonly host: string })[] = [];
  let next = 0;
  for (const match of code.matchAll(URL)) {
    const host = match[1];
    if (host === undefined) continue;
    const start = match.index + match[0].length - host.length;
    const range = { start, end: start + host.length };
    while ((skipped[next]?.end ?? Infinity) <= start) next += 1;
    const isSkipped = (skipped[next]?.start ?? Infinity) <= start;
    const isFilled = analysis.placeholders.some((placeholder) => placeholder.start < range.end && range.start < placeholder.end);
    if (!isSkipped && !isFilled) hosts.push({ ...range, host: host.toLowerCase() });
  }
  return hosts;
}
