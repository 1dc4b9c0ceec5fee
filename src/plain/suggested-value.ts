import type { Prompter } from './prompter.ts';
import { numbered } from './say-prompt.ts';

/** Prints what is suggested, and asks for a value. */
export async function askWithSuggestions(name: string, suggestions: readonly string[], prompter: Prompter): Promise<string> {
  for (const line of numbered(suggestions)) prompter.say(line);
  return suggestedValue(name, suggestions, prompter);
}

/** Asks for a value; the number of a suggestion, which was printed above, stands for it. */
export async function suggestedValue(name: string, suggestions: readonly string[], prompter: Prompter): Promise<string> {
  const given = await prompter.ask(`${name}${suggestions.length === 0 ? '' : ' (a value, or the number of one above)'}: `);
  return (/^[1-9]$/.test(given) ? suggestions[Number(given) - 1] : undefined) ?? given;
}
