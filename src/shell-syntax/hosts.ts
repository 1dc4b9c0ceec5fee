import type { CodeRange, ShellAnalysis } from '../model/index.ts';
import { meets, notRunHere } from './ranges.ts';

/** What follows `://`: a user, then the host, then the end of it. */
const AUTHORITY = /:\/\/(?:[^\s/@'"<>|;?#]{0,200}@)?([A-Za-z\d](?:[A-Za-z\d.-]{0,252}[A-Za-z\d])?)(?=[:/?#'"`\s)\]},;|&]|$)/y;

/** Hosts of the URLs in the words of commands; comments, placeholders and what is typed elsewhere have none. */
export function urlHosts(code: string, analysis: ShellAnalysis): readonly (CodeRange & { readonly host: string })[] {
  const skipped = notRunHere(analysis);
  const hosts: (CodeRange & { readonly host: string })[] = [];
  for (let at = code.indexOf('://'); at >= 0; at = code.indexOf('://', at + 3)) {
    AUTHORITY.lastIndex = at;
    const match = /[a-z]/i.test(code.charAt(at - 1)) ? AUTHORITY.exec(code) : null;
    const host = match?.[1];
    if (match === null || host === undefined) continue;
    const end = at + match[0].length;
    const range = { start: end - host.length, end };
    if (!meets(skipped, range) && !meets(analysis.placeholders, range)) hosts.push({ ...range, host: host.toLowerCase() });
  }
  return hosts;
}
