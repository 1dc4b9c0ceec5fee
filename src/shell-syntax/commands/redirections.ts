import type { Redirection } from 'unbash';
import type { ShellWord } from '../../model/index.ts';
import type { RawWrite } from './facts.ts';
import { readWord, type WordSource } from './words.ts';

const READS: ReadonlySet<string> = new Set(['<', '<<', '<<-', '<<<', '<&']);
const WRITES: ReadonlySet<string> = new Set(['>', '>>', '>|', '&>', '&>>', '<>', '>&']);

/** Whether standard input is redirected. */
export function readsInput(redirects: readonly Redirection[]): boolean {
  return redirects.some((redirect) => READS.has(redirect.operator) && isInput(redirect));
}

/** The file that standard input comes from, or `null`. */
export function inputFile(redirects: readonly Redirection[], source: WordSource): ShellWord | null {
  const found = redirects.findLast((redirect) => redirect.operator === '<' && isInput(redirect));
  return found?.type === 'Redirect' && found.target !== undefined ? readWord(found.target, source) : null;
}

/** The text that stands in a heredoc or a here-string. */
export function inputText(redirect: Redirection, source: WordSource): readonly ShellWord[] {
  if (redirect.type === 'HereDoc') {
    const range = source.place(redirect.body);
    const raw = redirect.body.text;
    return [{ ...range, raw, value: raw }];
  }
  if (redirect.type === 'HereString' && redirect.target !== undefined) return [readWord(redirect.target, source)];
  return [];
}

/** Where redirections write; a copy of a descriptor (`2>&1`) writes nothing of its own. */
export function writesOf(redirects: readonly Redirection[], source: WordSource): readonly RawWrite[] {
  return redirects.flatMap((redirect) => {
    if (!WRITES.has(redirect.operator) || redirect.type === 'HereDoc' || redirect.target === undefined) return [];
    const target = readWord(redirect.target, source);
    if (redirect.operator === '>&' && /^(?:\d+-?|-)$/.test(target.raw)) return [];
    return [{ ...source.place(redirect), operator: redirect.operator, target }];
  });
}

function isInput({ descriptor }: Redirection): boolean {
  return descriptor === undefined || (descriptor.type === 'FileDescriptor' && descriptor.value === 0);
}
