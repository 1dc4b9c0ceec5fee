import type { CodeRange, ShellAnalysis, ShellWord } from '../../model/index.ts';
import type { Role } from '../theme.ts';
import type { Segment } from './rows.ts';

interface Painted extends CodeRange {
  readonly role: Role;
}

/** Shell code in the looks that the parse gives: marked are the places that got a value, and the examples that will get one. */
export function shellSegments(shell: ShellAnalysis, code: string, { replaced = [], examples = [] }: { readonly replaced?: readonly CodeRange[]; readonly examples?: readonly CodeRange[] } = {}): readonly Segment[] {
  return paint(code, [...layersOf(shell), ...examples.map((range): Painted => ({ ...range, role: 'example' }))], replaced);
}

/** In the order of painting: what comes later lies above. */
function layersOf(shell: ShellAnalysis): readonly Painted[] {
  const words = shell.commands.flatMap(({ nameWord, args }): Painted[] => [...args.flatMap(wordLayers), { ...rangeOf(nameWord), role: 'command' }]);
  return [
    ...words,
    ...shell.heredocs.map((range): Painted => ({ ...rangeOf(range), role: 'string' })),
    ...shell.reads.map((range): Painted => ({ ...rangeOf(range), role: 'variable' })),
    ...shell.assignments.map((range): Painted => ({ start: range.start, end: range.start + range.name.length, role: 'variable' })),
    ...shell.placeholders.map((range): Painted => ({ ...rangeOf(range), role: 'warn' })),
    ...shell.comments.map((range): Painted => ({ ...rangeOf(range), role: 'comment' })),
  ];
}

function wordLayers(word: ShellWord): readonly Painted[] {
  if (word.raw.startsWith('-')) return [{ ...rangeOf(word), role: 'option' }];
  return /["']/.test(word.raw) ? [{ ...rangeOf(word), role: 'string' }] : [];
}

function rangeOf({ start, end }: CodeRange): CodeRange {
  return { start, end };
}

/** Neighbours of one look become one segment. */
function paint(code: string, layers: readonly Painted[], replaced: readonly CodeRange[]): readonly Segment[] {
  const roles: Role[] = Array.from({ length: code.length }, () => 'text');
  for (const { start, end, role } of layers) roles.fill(role, start, end);
  const marked = new Uint8Array(code.length);
  for (const { start, end } of replaced) marked.fill(1, start, end);
  const segments: Segment[] = [];
  for (let from = 0; from < code.length; ) {
    let to = from + 1;
    while (to < code.length && roles[to] === roles[from] && marked[to] === marked[from]) to++;
    const role = roles[from] ?? 'text';
    segments.push({ text: code.slice(from, to), roles: marked[from] === 1 ? [role, 'replaced'] : [role] });
    from = to;
  }
  return segments;
}
