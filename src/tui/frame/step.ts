import { runnable } from '../../execute/index.ts';
import { plainText } from '../../model/index.ts';
import { proseLines, wrapText } from '../../print/index.ts';
import type { WalkModel } from '../model.ts';
import { pieceOf, stepOf } from '../place.ts';
import { fold, look } from '../theme.ts';
import type { Theme } from '../theme.ts';

/** The command on screen, every line of it folded to the width; the operator's own text where they changed it. */
export function codeLines(model: WalkModel, width: number, mask: (text: string) => string): string[] {
  const step = stepOf(model);
  const piece = pieceOf(model);
  if (step === null || piece === null || step.step.kind !== 'command') return [];
  const code = model.edited ?? runnable(step.step, piece);
  return mask(code).replace(/^\s*\n/, '').trimEnd().split('\n').flatMap((line) => fold(line.replaceAll('\t', '    '), width - 2));
}

/** Title, place and prose of the step, without what the title says already. */
export function proseOf(model: WalkModel, width: number, theme: Theme): string[] {
  const step = stepOf(model)?.step;
  if (step === undefined) return [];
  const blocks = (step.kind === 'manual' ? [...step.prose, ...step.text] : step.prose).filter((block) => plainText([block]).replace(/[.:]$/, '') !== step.title);
  return [
    look(theme, 'dim', step.headings.join(' › ')),
    ...wrapText(pieceOf(model)?.title ?? step.title, width).map((line) => look(theme, 'bold', line)),
    ...step.callouts.flatMap(({ severity, text }) => wrapText(`${severity.toUpperCase()}: ${text}`, width).map((line) => look(theme, 'yellow', line))),
    ...proseLines(blocks, width),
  ];
}

/** Marks in words, what was replaced, what one should see. */
export function noteLines(model: WalkModel, width: number, theme: Theme, mask: (text: string) => string): string[] {
  const step = stepOf(model);
  const piece = pieceOf(model);
  if (step?.step.kind === 'manual') {
    return [...step.offers.map((offer) => `to run by hand: ${mask(offer)}`), ...step.expectations.map(({ text }) => `expected: ${text}`)].flatMap((line) => wrapText(line, width));
  }
  if (piece === null) return [];
  const { destructive, interactive, follow, remote } = piece.piece;
  const replaced = [...new Set(piece.replaced.filter(({ was, now }) => was !== now).map(({ was, now }) => `${was} is now ${mask(now)}`))];
  return [
    ...(destructive === null ? [] : [look(theme, 'red', `DESTRUCTIVE: ${destructive.word}`)]),
    ...(interactive === null ? [] : [look(theme, 'yellow', `gets the terminal: ${interactive.word}`)]),
    ...(follow === null ? [] : [look(theme, 'yellow', `never ends by itself (${follow.word}): x stops it`)]),
    ...piece.unboundHosts.map((host) => look(theme, 'red', `UNBOUND HOST: ${host}`)),
    ...(remote === null ? [] : [`then type at the other side (${remote.opener}): ${remote.typed.end > remote.typed.start ? 'the rest of the block' : 'what is to be done'}`]),
    ...(model.edited === null ? [] : [look(theme, 'yellow', 'changed by you; the journal keeps both')]),
    ...replaced.flatMap((line) => wrapText(line, width)),
    ...piece.expectations.flatMap(({ text }) => wrapText(`expected: ${mask(text)}`, width)),
    ...checkLines(model, width, theme),
  ];
}

function checkLines({ run, at }: WalkModel, width: number, theme: Theme): string[] {
  const piece = at === null ? undefined : run?.steps[at.step]?.pieces[at.piece];
  if (piece === undefined || piece.status === 'running') return piece?.finished === null && run?.current === null ? [look(theme, 'red', 'INTERRUPTED: nobody knows how far it came')] : [];
  const exit = piece.finished?.exitCode;
  return [
    ...piece.expectations.filter(({ status }) => status === 'failed').flatMap(({ text, reason }) => wrapText(`failed: ${text}: ${reason}`, width).map((line) => look(theme, 'red', line))),
    ...(exit != null && exit !== 0 ? [look(theme, 'red', `exit status ${exit}`)] : []),
  ];
}
