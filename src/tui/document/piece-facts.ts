import { isFar, type Place } from '../../model/index.ts';
import { filledWord, type Plan, type PlannedPiece } from '../../plan/index.ts';
import { doubtText, doubtWords } from '../../print/index.ts';
import type { RunPiece, SettleDoubt } from '../../walk/index.ts';
import { type Segment, segment } from '../rows/rows.ts';

/** Facts about the next command, a phrase each: its effect, its place, and what it needs. */
export function runFacts(prompt: RunPiece): readonly Segment[] {
  const { effect, effectWord, production, approval, on, interactive, follow, revealing, missingPrograms, unboundHosts, context, contextChanged, original, attempt } = prompt;
  return [
    effectPhrase(effect, effectWord),
    ...(production.yes ? [effect === 'reads' ? segment(`production: ${production.why}`, 'muted') : segment(`PRODUCTION: ${production.why}`, 'production')] : []),
    ...(on === null || on.kind === 'here' ? [] : [segment(placeWords(on), 'warn')]),
    ...context.map(({ kind, name, from }) => segment(`${kind.replaceAll('-', ' ')} ${name} (${from})`, 'muted')),
    ...contextChanged.map(({ kind, was, now }) => segment(`${kind.replaceAll('-', ' ')} changed: ${was ?? 'none'} before, ${now ?? 'none'} now`, 'bad')),
    ...(interactive === null ? [] : [segment(terminalWords(on, interactive), 'warn')]),
    ...(follow === null ? [] : [segment(`runs until you press x (${follow})`, 'warn')]),
    ...(revealing === null ? [] : [segment(`prints a secret (${revealing}): shown, not kept`, 'warn')]),
    ...(missingPrograms.length === 0 ? [] : [segment(`not installed: ${missingPrograms.join(', ')}`, 'bad')]),
    ...unboundHosts.map((host) => segment(`${host} may not belong to the target`, 'bad')),
    ...(original === null ? [] : [segment('changed by you; the journal keeps both', 'warn')]),
    ...(approval?.given == null ? [] : [segment(`approved by ${approval.given}`, 'good')]),
    ...(attempt > 1 ? [segment(`attempt ${attempt}`, 'muted')] : []),
  ];
}

function effectPhrase(effect: RunPiece['effect'], word: string | null): Segment {
  const because = word === null ? '' : ` (${word})`;
  if (effect === 'unknown') return segment(`effect unknown${because}`, 'warn');
  return segment(`${effect}${because}`, effect === 'destroys' ? 'bad' : 'muted');
}

/** Where a piece belongs, in words. */
export function placeWords(place: Place): string {
  switch (place.kind) {
    case 'here':
      return 'here';
    case 'ssh':
      return `on ${place.host}`;
    case 'kubectl':
      return `in pod ${place.namespace}/${place.pod}${place.container === null ? '' : ` (${place.container})`}`;
    case 'docker':
      return `in container ${place.container}`;
    case 'elsewhere':
      return `belongs in the session of ${place.opener}`;
  }
}

/** The doubts about a held piece, in the words that raised them; not the first one again where the question has it whole. */
export function doubtPhrases({ doubts }: SettleDoubt, heldWhole: boolean): readonly Segment[] {
  return doubts.slice(heldWhole ? 1 : 0).map((doubt) => segment(`${doubtWords(doubt.kind)}: ${doubtText(doubt)} (line ${doubt.line})`, 'warn'));
}

/** The other place in which a piece runs, shown before and after it ran. */
export function placeFact({ on }: Pick<PlannedPiece, 'on'>): readonly Segment[] {
  return isFar(on) ? [segment(placeWords(on), 'warn')] : [];
}

function terminalWords(on: Place | null, word: string): string {
  return isFar(on) ? `has no terminal there (${word})` : `gets the terminal (${word})`;
}

/** A value that is missing; where the text has an example in its place, that it is one. */
function neededWords(name: string, plan: Pick<Plan, 'parameters'>): string {
  const example = exampleOf(plan, name);
  return example === null ? name : `${name} (${example} is an example)`;
}

/** The value that the text gives as an example of a parameter. */
export function exampleOf({ parameters }: Pick<Plan, 'parameters'>, name: string): string | null {
  return parameters.find(({ parameter }) => parameter.name === name)?.parameter.example ?? null;
}

/** Facts about a piece before its turn. */
export function planFacts(planned: PlannedPiece, plan: Pick<Plan, 'parameters'>): readonly Segment[] {
  const { piece, missing, on } = planned;
  return [
    ...placeFact({ on }),
    ...(missing.length === 0 ? [] : [segment(`needs ${missing.map((name) => neededWords(name, plan)).join(', ')}`, 'warn')]),
    ...(piece.destructive === null ? [] : [segment(`destroys (${filledWord(planned, piece.destructive.word)})`, 'bad')]),
    ...(piece.interactive === null ? [] : [segment(terminalWords(on, piece.interactive.word), 'muted')]),
    ...(piece.follow === null ? [] : [segment(`runs until you press x (${piece.follow.word})`, 'muted')]),
  ];
}

/** Phrases in a row, parted by a dot. */
export function phrases(parts: readonly Segment[], dot: string): readonly Segment[] {
  return parts.flatMap((part, i) => (i === 0 ? [part] : [segment(` ${dot} `, 'muted'), part]));
}
