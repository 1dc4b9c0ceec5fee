import type { EffectMark, ShellDefinition } from '../../model/index.ts';
import { findEffects } from '../effects/index.ts';
import { readScript } from '../nested.ts';
import { findRemote, type OpenedSession } from './within-block.ts';

/** Sessions inside sessions: `ssh`, then `sudo -i`, then `psql`. */
const MAX_DEPTH = 5;

/** What the lines typed into a session do, each where it stands. */
export function typedEffects({ command, kind, lines }: OpenedSession, definitions: readonly ShellDefinition[], depth = 0): readonly EffectMark[] {
  if (lines === null) return [];
  if (kind === 'program') return findEffects([{ ...command, inputs: [lines], terminal: false }], definitions).map((mark) => (mark.start < lines.start ? { ...mark, start: lines.start, end: lines.end } : mark));
  const { start } = lines;
  return shellEffects(lines.raw, definitions, depth).map((mark) => ({ ...mark, start: mark.start + start, end: mark.end + start }));
}

function shellEffects(text: string, definitions: readonly ShellDefinition[], depth: number): readonly EffectMark[] {
  const facts = readScript(text, ({ pos, end }) => ({ start: pos, end }));
  if (facts.errors.length > 0) return [...findEffects(facts.commands, definitions), { effect: 'unknown', word: 'does not parse', start: 0, end: text.length }];
  const inner = depth < MAX_DEPTH ? findRemote(text, facts.commands, 0) : null;
  if (inner?.lines == null) return findEffects(facts.commands, definitions);
  const { session } = inner;
  const before = facts.commands.filter(({ start }) => start < session.start);
  const after = shellEffects(text.slice(session.end), definitions, depth + 1).map((mark) => ({ ...mark, start: mark.start + session.end, end: mark.end + session.end }));
  return [...findEffects(before, definitions), ...typedEffects(inner, definitions, depth + 1), ...after];
}
