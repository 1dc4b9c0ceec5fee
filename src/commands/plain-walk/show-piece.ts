import { plainText } from '../../model/index.ts';
import type { Block, Step } from '../../model/index.ts';
import type { Plan, PlannedPiece, PlannedStep } from '../../plan/index.ts';
import { runnable } from '../../execute/index.ts';
import { proseLines, wrapText } from '../../print/index.ts';
import type { Paint } from '../../print/index.ts';

/** The head of a step: where in the plan it is, and the prose before it. */
export function stepText(plan: Plan, { step }: PlannedStep, paint: Paint, width: number): string {
  const included = plan.steps.filter(({ included }) => included);
  const position = included.findIndex((planned) => planned.step.id === step.id) + 1;
  return [
    '',
    paint('bold', `[${position}/${included.length}] ${step.headings.join(' › ')}`),
    paint('bold', step.title),
    ...proseLines(proseOf(step), width),
    ...step.callouts.flatMap(({ severity, text }) => wrapText(paint('yellow', `${severity.toUpperCase()}: ${text}`), width)),
  ].join('\n');
}

/** What the title says already is not said again. */
function proseOf(step: Step): Block[] {
  const blocks = step.kind === 'manual' ? [...step.prose, ...step.text] : step.prose;
  return blocks.filter((block) => plainText([block]).replace(/[.:]$/, '') !== step.title);
}

/** A piece as it would run: its command, its marks in words, what was replaced, what should be seen. */
export function pieceText(step: PlannedStep, piece: PlannedPiece, paint: Paint): string {
  const { destructive, interactive, follow, remote } = piece.piece;
  const code = step.step.kind === 'command' ? runnable(step.step, piece) : '';
  return [
    ...(piece.title === null || piece.title === step.step.title ? [] : [`\n${paint('bold', piece.title)}`]),
    ...code.replace(/^\s*\n/, '').trimEnd().split('\n').map((line) => paint('cyan', `    ${line}`)),
    ...(remote === null ? [] : [`  then type there (${remote.opener}):`, ...typedLines(piece)]),
    ...piece.replaced.filter(({ was, now }) => was !== now).map(({ was, now, name }) => `  ${was} is now ${now} (${name})`).filter(once),
    ...(destructive === null ? [] : [paint('red', `  DESTRUCTIVE: ${destructive.word}`)]),
    ...(interactive === null ? [] : [paint('yellow', `  gets the terminal: ${interactive.word}`)]),
    ...(follow === null ? [] : [paint('yellow', `  does not end by itself (${follow.word}): Ctrl-C stops it`)]),
    ...piece.unboundHosts.map((host) => paint('red', `  UNBOUND HOST: ${host} is not known to belong to the target`)),
    ...piece.expectations.map(({ text }) => `  expected: ${text}`),
  ].join('\n');
}

function typedLines({ piece, code }: PlannedPiece): string[] {
  const lines = code.text.trimEnd().split('\n');
  const typed = piece.remote === null ? 0 : piece.remote.typed.end - piece.remote.typed.start;
  return typed === 0 ? [] : lines.slice(1).map((line) => `    ${line}`);
}

function once<T>(value: T, index: number, all: readonly T[]): boolean {
  return all.indexOf(value) === index;
}
