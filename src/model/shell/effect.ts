/** What a command does to the world. `unknown` may be anything. */
export type Effect = 'reads' | 'changes' | 'unknown' | 'destroys';

/** From weakest to strongest. */
const ORDER: readonly Effect[] = ['reads', 'changes', 'unknown', 'destroys'];

/** Whether an effect is stronger than another: `destroys` > `unknown` > `changes` > `reads`. */
export function isStronger(effect: Effect, than: Effect): boolean {
  return ORDER.indexOf(effect) > ORDER.indexOf(than);
}

/** The first of the strongest effects, or `null` if there are none. */
export function strongestEffect<T extends { readonly effect: Effect }>(marks: readonly T[]): T | null {
  let strongest: T | null = null;
  for (const mark of marks) if (strongest === null || isStronger(mark.effect, strongest.effect)) strongest = mark;
  return strongest;
}

/** An effect with the word that it was read from: `destroys (rollback)`, `effect unknown (deploy.sh)`. */
export function effectWords({ effect, word }: { readonly effect: Effect; readonly word: string }): string {
  const said = effect === 'unknown' ? 'effect unknown' : effect;
  return word === '' || word === effect ? said : `${said} (${word})`;
}
