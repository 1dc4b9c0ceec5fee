import type { ShellDefinition } from '../../model/index.ts';
import type { Facts } from './facts.ts';

/** The functions and aliases that code defines. A function stands for what is between its braces. */
export function readDefinitions(code: string, { commands, functions }: Pick<Facts, 'commands' | 'functions'>): readonly ShellDefinition[] {
  const aliases = commands.flatMap(({ words }): readonly ShellDefinition[] => {
    if (words[0]?.value !== 'alias') return [];
    return words.slice(1).flatMap(({ raw, value, start, end }) => {
      const [, name, text] = /^([^\s=]+)=(.*)$/s.exec(value ?? raw) ?? [];
      return name === undefined || text === undefined ? [] : [{ kind: 'alias' as const, name, text: text.replace(/^(["'])(.*)\1$/s, '$2'), start, end }];
    });
  });
  return [...functions.map(({ name, start, end }): ShellDefinition => ({ kind: 'function', name, text: bodyOf(code.slice(start, end)), start, end })), ...aliases];
}

function bodyOf(definition: string): string {
  const open = definition.search(/[({](?!\s*\))/);
  return open < 0 ? definition : definition.slice(open);
}
