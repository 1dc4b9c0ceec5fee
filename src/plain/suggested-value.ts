import type { Prompter } from './prompter.ts';

/** Asks for a value; the number of a suggestion, which was printed above, stands for it. */
export async function suggestedValue(name: string, suggestions: readonly string[], prompter: Prompter): Promise<string> {
  const given = await prompter.ask(`${name}${suggestions.length === 0 ? '' : ' (a value, or the number of one above)'}: `);
  return (/^[1-9]$/.test(given) ? suggestions[Number(given) - 1] : undefined) ?? given;
}
