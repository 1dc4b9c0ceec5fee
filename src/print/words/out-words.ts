/** Why something is out, without the flag that would bring it in: in a walk it is chosen or gone to. */
export function outWords(reason: string): string {
  return reason.replace(/; --section [^;]*$/, '');
}

/** The sections that a run left out, with their lines: `"Troubleshooting" (line 71)`. */
export function leftOutWords({ sections }: { readonly sections: readonly { readonly heading: string; readonly line: number }[] }): string {
  return sections.map(({ heading, line }) => `"${heading}" (line ${line})`).join(', ');
}

/** What the end of a run names to go on with: `Resume with: runbook resume …`. */
export function nextWords({ status, next }: { readonly status: string; readonly next: string }): string {
  return `${status === 'left' || status === 'aborted' ? 'Resume with' : 'Report'}: ${next}`;
}
