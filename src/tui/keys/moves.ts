/** What a key of moving about asks for. */
type Move = 'down' | 'up' | 'page-down' | 'page-up' | 'first' | 'last';

const MOVES: Readonly<Record<string, Move>> = {
  j: 'down', down: 'down', k: 'up', up: 'up',
  ' ': 'page-down', pagedown: 'page-down', pageup: 'page-up',
  g: 'first', home: 'first', G: 'last', end: 'last',
};

/** Where a key moves to; `null` for a key that moves nothing. */
export function moveOf(name: string): Move | null {
  return Object.hasOwn(MOVES, name) ? (MOVES[name] ?? null) : null;
}

/** The index that a key marks in a list of so many: the next or the one before; `null` for a key that is neither. */
export function markedBy(name: string, at: number, count: number): number | null {
  const move = moveOf(name);
  if (move !== 'down' && move !== 'up') return null;
  return Math.max(0, Math.min(at + (move === 'down' ? 1 : -1), count - 1));
}
