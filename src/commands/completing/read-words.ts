import type { Command, Option } from 'commander';

/** What the words before the cursor mean. */
export interface ReadWords {
  readonly positionals: readonly string[];
  /** Names of the options that were given. */
  readonly given: ReadonlySet<string>;
  /** The option whose value the next word is. */
  readonly open: Option | null;
  /** `--` was said: no option follows. */
  readonly ended: boolean;
}

/** Reads an unfinished call, in which nothing counts as an error. */
export function readWords(command: Command, words: readonly string[]): ReadWords {
  const positionals: string[] = [];
  const given = new Set<string>();
  let open: Option | null = null;
  for (const [index, word] of words.entries()) {
    if (open !== null) open = null;
    else if (word === '--') return { positionals: [...positionals, ...words.slice(index + 1)], given, open, ended: true };
    else if (word.startsWith('-') && word !== '-') {
      const option = optionOf(command, word);
      if (option === undefined) continue;
      given.add(option.name());
      if (option.required && !word.includes('=')) open = option;
    } else positionals.push(word);
  }
  return { positionals, given, open, ended: false };
}

/** The option named by a word such as `--format` or `--format=json`. */
export function optionOf(command: Command, word: string): Option | undefined {
  const name = word.split('=', 1)[0] ?? '';
  return command.options.find((option) => option.long === name || option.short === name);
}
