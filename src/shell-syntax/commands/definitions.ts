import type { ShellDefinition, ShellWord } from '../../model/index.ts';
import type { Facts } from './facts.ts';

/** The functions and aliases that code defines, and the variables that can stand for a command. A function stands for what is between its braces. */
export function readDefinitions(code: string, { commands, functions, assignments }: Pick<Facts, 'commands' | 'functions' | 'assignments'>): readonly ShellDefinition[] {
  const aliases = commands.flatMap(({ words }): readonly ShellDefinition[] => {
    if (words[0]?.value !== 'alias') return [];
    return words.slice(1).flatMap(({ raw, value, start, end }) => {
      const [, name, text] = /^([^\s=]+)=(.*)$/s.exec(value ?? raw) ?? [];
      return name === undefined || text === undefined ? [] : [{ kind: 'alias' as const, name, text: text.replace(/^(["'])(.*)\1$/s, '$2'), start, end }];
    });
  });
  return [...functions.map(({ name, start, end }): ShellDefinition => ({ kind: 'function', name, text: bodyOf(code.slice(start, end)), start, end })), ...aliases, ...variables(commands, assignments)];
}

/** What a word calls: a name, or an unquoted variable alone, `$DC` or `${DC}`. */
export function calledName({ value, raw }: Pick<ShellWord, 'value' | 'raw'>): string | null {
  const variable = /^\$\{?(?<name>[A-Za-z_]\w*)\}?$/.exec(raw)?.groups?.['name'];
  return value ?? (variable === undefined ? null : `$${variable}`);
}

/** `DC="docker compose -f prod.yml"`, set once to a text without expansions, in any case and before it is called. */
function variables(commands: Facts['commands'], assignments: Facts['assignments']): readonly ShellDefinition[] {
  const settings = commands.filter(({ words, topLevel }) => words.length === 0 && topLevel).flatMap((command) => command.settings);
  return settings.flatMap(({ name, value, start, end }) => {
    const isOnce = assignments.filter((assignment) => assignment.name === name).length === 1;
    const isCalledBefore = commands.some((command) => command.start < start && command.words.some((word) => calledName(word) === `$${name}`));
    return isOnce && !isCalledBefore && value !== null && /^[\w./-]+(?:\s|$)/.test(value) ? [{ kind: 'alias' as const, name: `$${name}`, text: value, start, end }] : [];
  });
}

function bodyOf(definition: string): string {
  const open = definition.search(/[({](?!\s*\))/);
  return open < 0 ? definition : definition.slice(open);
}
