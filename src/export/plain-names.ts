import { cutText, isVisible, RunbookError, visible } from '../model/index.ts';
import type { Exported } from './types.ts';

/** The longest description of an input. */
const LONGEST = 200;

/** A text for a description: on one line, and without expressions of the forge. */
export function explained(text: string): string {
  return cutText(visible(text.replace(/\s+/g, ' ')).trim().replaceAll('${{', '$ {{').replaceAll('$[[', '$ [['), LONGEST);
}

/**
 * Refuses names that a forge or a shell would read as something else, since names go to the forge unchanged and come back to runbook.
 * @throws RunbookError for the first.
 */
export function refuseOddNames({ file, targets, environment, surface, skip, settle }: Exported): void {
  refuseNames('the path', [file]);
  refuseNames('the target', targets);
  refuseNames('the environment', environment === null ? [] : [environment]);
  refuseNames('the choice', surface.choices.flatMap(({ labels }) => labels));
  refuseNames('the step', [...surface.choices.flatMap(({ steps }) => steps), ...skip, ...settle]);
}

/**
 * Refuses names with an odd character, naming it.
 * @throws RunbookError for the first.
 */
export function refuseNames(what: string, names: readonly string[], oddityOf: (name: string) => string | null = oddity): void {
  for (const name of names) {
    const why = oddityOf(name);
    if (why !== null) throw new RunbookError({ what: `${what} ${JSON.stringify(name)} cannot be exported`, why, advice: 'give it a plain name in the runbook' });
  }
}

function oddity(name: string): string | null {
  if (/[\r\n]/.test(name)) return 'it holds a line break';
  if (!isVisible(name)) return 'it holds characters that cannot be seen';
  if (/\$\{\{|\}\}|\$\[\[/.test(name)) return 'the forge would read an expression in it';
  return name.trim() === '' ? 'it is empty' : null;
}

/**
 * Inputs with generated names, since a parameter inferred from prose may be written in any script.
 * @throws RunbookError where two come to the same.
 */
export function refuseSameNames(what: string, names: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const name of names) {
    const folded = name.toLowerCase();
    if (seen.has(folded)) throw new RunbookError({ what: `two ${what} are called ${name}`, why: 'a forge could not tell one from the other', advice: 'rename one of them in the runbook' });
    seen.set(folded, name);
  }
}
