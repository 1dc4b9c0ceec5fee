/** Why something is out, without the flag that would bring it in: in a walk it is chosen or gone to. */
export function outWords(reason: string): string {
  return reason.replace(/; --section [^;]*$/, '');
}

/** The sections that a run left out, with their lines: `"Troubleshooting" (line 71)`. */
export function leftOutWords({ sections }: { readonly sections: readonly { readonly heading: string; readonly line: number }[] }): string {
  return sections.map(({ heading, line }) => `"${heading}" (line ${line})`).join(', ');
}

/** The values that can be changed, in words that stay in a row: `release`, or how many there are. */
export function valuesWords(names: readonly string[]): string {
  return names.length <= 3 ? names.join(', ') : `one of ${names.length} values`;
}

/** What the end of a run names to go on with: `Resume with: runbook resume …`, `Report: runbook runs report …`. */
export function nextWords(next: string): string {
  return `${next.startsWith('runbook runs ') ? 'Report' : 'Resume with'}: ${next}`;
}
