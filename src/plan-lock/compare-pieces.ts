import type { Difference, LockedDoubt, LockedPiece } from './types.ts';

type Said = Pick<Difference, 'kind' | 'text'>;

/** The differences between the pieces of a step, which are matched by their index. */
export function comparePieces(was: readonly LockedPiece[], now: readonly LockedPiece[]): readonly Said[] {
  const count: readonly Said[] = was.length === now.length ? [] : [{ kind: 'changed', text: `was in ${pieces(was)}, is in ${pieces(now)}` }];
  return [
    ...count,
    ...now.flatMap((piece, index) => {
      const old = was[index];
      const name = now.length > 1 ? `piece ${index}: ` : '';
      return old === undefined ? [] : comparePiece(old, piece).map((said): Said => ({ ...said, text: `${name}${said.text}` }));
    }),
  ];
}

function pieces(list: readonly unknown[]): string {
  return list.length === 1 ? 'one piece' : `${list.length} pieces`;
}

function comparePiece(was: LockedPiece, now: LockedPiece): readonly Said[] {
  const code: readonly Said[] = was.code === now.code ? [] : [{ kind: 'changed', text: 'its code changed' }];
  return [
    ...code,
    ...effect(was, now),
    ...change('belongs to', was.on ?? 'here', now.on ?? 'here'),
    ...change('needs a terminal for', was.interactive ?? 'nothing', now.interactive ?? 'nothing'),
    ...change('does not end by itself for', was.follow ?? 'nothing', now.follow ?? 'nothing'),
    ...change('prints a secret by', was.revealing ?? 'nothing', now.revealing ?? 'nothing'),
    ...change('has the pins', was.pins ?? 'none', now.pins ?? 'none'),
    ...change('takes', was.parameters.join(', ') || 'no value', now.parameters.join(', ') || 'no value'),
    ...(was.checks.join() === now.checks.join() ? [] : [{ kind: 'changed' as const, text: was.checks.length === now.checks.length ? 'a check changed' : `had ${checks(was)}, has ${checks(now)}` }]),
    ...compareDoubts(was.doubts, now.doubts, was.code === now.code),
  ];
}

function checks({ checks: list }: LockedPiece): string {
  if (list.length === 0) return 'no check';
  return list.length === 1 ? 'one check' : `${list.length} checks`;
}

function effect(was: LockedPiece, now: LockedPiece): readonly Said[] {
  const word = now.word === null ? '' : ` (${now.word})`;
  return was.effect === now.effect && was.word === now.word ? [] : [{ kind: 'changed', text: was.effect === now.effect ? `is \`${now.effect}\` by ${now.word ?? 'nothing'}, was by ${was.word ?? 'nothing'}` : `was \`${was.effect}\`, is \`${now.effect}\`${word}` }];
}

function change(what: string, was: string, now: string): readonly Said[] {
  return was === now ? [] : [{ kind: 'changed', text: `${what} ${now}, was ${was}` }];
}

/** A settlement applies only to the words and the code that it was given for. */
function compareDoubts(was: readonly LockedDoubt[], now: readonly LockedDoubt[], sameCode: boolean): readonly Said[] {
  const gone = was.filter(({ kind }) => !now.some((doubt) => doubt.kind === kind)).map(({ kind }): Said => ({ kind: 'gone', text: `\`${kind}\` is no doubt any more` }));
  return [
    ...gone,
    ...now.flatMap((doubt): readonly Said[] => {
      const old = was.find(({ kind }) => kind === doubt.kind);
      if (old === undefined) return [{ kind: 'new', text: `\`${doubt.kind}\` is a new doubt` }];
      if (old.words !== doubt.words) return [old.settled === null ? { kind: 'changed', text: `the words of \`${doubt.kind}\` changed` } : { kind: 'void', text: `words changed: settlement of \`${doubt.kind}\` is void` }];
      return old.settled !== null && !sameCode ? [{ kind: 'void', text: `code changed: settlement of \`${doubt.kind}\` is void` }] : [];
    }),
  ];
}
