import { runnable } from '../../execute/index.ts';
import { plainText } from '../../model/index.ts';
import type { Block } from '../../model/index.ts';
import type { PlannedPiece, PlannedStep } from '../../plan/index.ts';
import { proseLines, wrapText } from '../../print/index.ts';
import type { WalkModel } from '../model.ts';
import { places, pieceOf, stepOf } from '../place.ts';
import { drawMark, fold, look } from '../theme.ts';
import type { Theme } from '../theme.ts';

/** The command on screen, every line of it folded to the width, what was replaced marked; the operator's own text where they changed it. */
export function codeLines(model: WalkModel, width: number, theme: Theme, mask: (text: string) => string): string[] {
  const step = stepOf(model);
  const piece = pieceOf(model);
  if (step === null || piece === null || step.step.kind !== 'command') return [];
  const edited = model.look === null ? model.edited : null;
  const code = edited === null ? marked(runnable(step.step, piece), piece, theme, mask) : mask(edited);
  return code.replace(/^\s*\n/, '').trimEnd().split('\n').flatMap((line) => fold(line.replaceAll('\t', '    '), width - 2));
}

/** Offsets hold only in the text that nothing was masked in. */
function marked(code: string, { code: planned, replaced }: PlannedPiece, theme: Theme, mask: (text: string) => string): string {
  const masked = mask(code);
  if (masked !== code || !planned.text.startsWith(code)) return masked;
  return replaced
    .filter(({ was, now, end }) => was !== now && end <= code.length)
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => text.slice(0, start) + look(theme, 'underline', look(theme, 'bold', text.slice(start, end))) + text.slice(end), code);
}

/** Whether the text of the step begins with its title, as one that was taken from it does. */
export function textSaysTitle(model: WalkModel): boolean {
  const step = stepOf(model);
  const [first] = step === null ? [] : blocksOf(step);
  return first !== undefined && plainText([first]).startsWith((pieceOf(model)?.title ?? step?.step.title ?? '').replace(/…$/, ''));
}

/** Place in the plan, title, and the callouts: what stays in view however long the text is. */
export function headLines(model: WalkModel, width: number, theme: Theme, withTitle = true): string[] {
  const step = stepOf(model);
  if (step === null) return [];
  const included = model.plan.steps.filter((planned) => planned.included);
  const number = included.indexOf(step) + 1;
  const pieces = step.pieces.length > 1 ? `, part ${places(model.plan).filter((place) => place.step === step.step.id).findIndex(({ piece }) => piece === (model.look ?? model.at)?.piece) + 1} of ${step.pieces.length}` : '';
  const title = pieceOf(model)?.title ?? step.step.title;
  const says = model.look === null ? '' : `${look(theme, 'inverse', ' LOOKING ')} `;
  return [
    `${says}${look(theme, 'dim', `${number > 0 ? `Step ${number} of ${included.length}` : 'Not in the plan'}${pieces} · ${step.step.headings.join(' › ')}`)}`,
    ...(withTitle ? wrapText(title, width).map((line) => look(theme, 'bold', line)) : []),
    ...step.step.callouts.flatMap(({ severity, text }) => wrapText(`${severity.toUpperCase()}: ${text}`, width).map((line) => look(theme, 'yellow', line))),
  ];
}

/** The prose of the step, without what its title says already. */
export function proseOf(model: WalkModel, width: number, theme: Theme): string[] {
  const planned = stepOf(model);
  return planned === null ? [] : proseLines(blocksOf(planned), width, drawMark(theme));
}

function blocksOf({ step }: PlannedStep): Block[] {
  return (step.kind === 'manual' ? [...step.prose, ...step.text] : [...step.prose]).filter((block) => plainText([block]).replace(/[.:]$/, '') !== step.title);
}

/** All that the runbook says about the step, for a screen of its own. */
export function textOf(model: WalkModel, width: number, theme: Theme): string[] {
  return [...headLines(model, width, theme, !textSaysTitle(model)), '', ...proseOf(model, width, theme)];
}

/** Marks in words, what was replaced, what one should see, what was seen. */
export function noteLines(model: WalkModel, width: number, theme: Theme, mask: (text: string) => string): string[] {
  const step = stepOf(model);
  const piece = pieceOf(model);
  if (step?.step.kind === 'manual') {
    return [...step.offers.map((offer) => `to run by hand: ${mask(offer)}`), ...step.expectations.map(({ text }) => `expected: ${text}`)].flatMap((line) => wrapText(line, width));
  }
  if (piece === null) return [];
  const { destructive, interactive, follow } = piece.piece;
  return [
    ...(destructive === null ? [] : [look(theme, 'red', `DESTRUCTIVE: ${destructive.word}`)]),
    ...(interactive === null ? [] : wrapText(`gets the terminal: ${interactive.word}`, width).map((line) => look(theme, 'yellow', line))),
    ...(follow === null ? [] : wrapText(`never ends by itself (${follow.word}): x stops it`, width).map((line) => look(theme, 'yellow', line))),
    ...piece.unboundHosts.map((host) => look(theme, 'red', `UNBOUND HOST: ${host}`)),
    ...typedThere(piece, mask).flatMap((line) => fold(line, width)),
    ...(model.edited === null || model.look !== null ? [] : [look(theme, 'yellow', 'changed by you; the journal keeps both')]),
    ...replacedLines(model, piece, theme, mask).flatMap((line) => wrapText(line, width)),
    ...piece.expectations.flatMap(({ text }) => wrapText(`expected: ${mask(text)}`, width)),
    ...seenLines(model, width, theme, mask),
  ];
}

function replacedLines({ values }: WalkModel, { replaced }: PlannedPiece, theme: Theme, mask: (text: string) => string): string[] {
  // Without colour nothing else tells that a word is not the runbook's own.
  if (!values && theme.colour) return [];
  return [...new Set(replaced.filter(({ was, now }) => was !== now).map(({ was, now, because, name }) => `${was} is now ${mask(now)} (${because === 'target' ? 'the target' : name})`))];
}

/** What the block says to type once its first line has opened a session elsewhere. */
export function typedThere({ piece: { remote }, code }: PlannedPiece, mask: (text: string) => string): string[] {
  if (remote === null) return [];
  const lines = remote.typed.end > remote.typed.start ? mask(code.text).trimEnd().split('\n').slice(1) : [];
  return [`then type at the other side (${remote.opener})${lines.length === 0 ? ' what is to be done' : ':'}`, ...lines.map((line) => `    ${line}`)];
}

function seenLines({ run, at, look: looked }: WalkModel, width: number, theme: Theme, mask: (text: string) => string): string[] {
  const place = looked ?? at;
  const piece = place === null ? undefined : run?.steps[place.step]?.pieces[place.piece];
  if (piece === undefined) return [];
  if (piece.status === 'running') return piece.finished === null && run?.current === null ? [look(theme, 'red', 'INTERRUPTED: nobody knows how far it came')] : [];
  const exit = piece.finished?.exitCode;
  return [
    ...piece.expectations.filter(({ status }) => status === 'failed').flatMap(({ text, reason }) => wrapText(`failed: ${text}: ${mask(reason)}`, width).map((line) => look(theme, 'red', line))),
    ...(exit != null && exit !== 0 ? [look(theme, 'red', `exit status ${exit}`)] : []),
    ...(looked === null ? [] : [`${piece.status}${piece.accepted === null ? '' : `, accepted: ${piece.accepted}`}${piece.attempt > 1 ? `, ${piece.attempt} attempts` : ''}`]),
  ];
}
