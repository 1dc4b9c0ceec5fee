import type { EffectMark, ShellWord } from '../../model/index.ts';
import { findEffects } from '../effects/index.ts';
import { type RawCommand, readScript } from '../commands/index.ts';
import { findRemote, type SessionKind } from './within-block.ts';

/** Sessions inside sessions: `ssh`, then `sudo -i`, then `psql`. */
const MAX_DEPTH = 5;

/** What the lines typed into a session do. Lines typed into a program are read as input of the command that started it. */
export function typedEffects(kind: SessionKind, command: RawCommand | null, lines: ShellWord, depth = 0): readonly EffectMark[] {
  const { start, end } = lines;
  if (kind === 'program') return command === null ? [] : findEffects([{ ...command, inputs: [lines], terminal: false }]).map((mark) => (mark.start < start || mark.start >= end ? { ...mark, start, end } : mark));
  return shellEffects(lines.raw, depth).map((mark) => ({ ...mark, start: mark.start + start, end: mark.end + start }));
}

function shellEffects(text: string, depth: number): readonly EffectMark[] {
  const facts = readScript(text, ({ pos, end }) => ({ start: pos, end }));
  if (facts.errors.length > 0) return [...findEffects(facts.commands), { effect: 'unknown', word: 'does not parse', start: 0, end: text.length }];
  const inner = depth < MAX_DEPTH ? findRemote(text, facts.commands) : null;
  if (inner === null || inner.lines === null) return findEffects(facts.commands);
  const { session } = inner;
  const before = facts.commands.filter(({ start }) => start < session.start);
  const after = shellEffects(text.slice(session.end), depth + 1).map((mark) => ({ ...mark, start: mark.start + session.end, end: mark.end + session.end }));
  return [...findEffects(before), ...typedEffects(inner.kind, inner.command, inner.lines, depth + 1), ...after];
}
