import type { WalkModel } from './model.ts';
import { pieceAt, stepOf } from './place.ts';

/** A key of the walk: help, footer and tests are made from this table. */
export interface KeyBinding {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly works: (model: WalkModel) => boolean;
}

/** The row is a question of its own, but what lies above it has its keys. */
const walking = (model: WalkModel): boolean => (model.phase === 'walk' || (model.phase === 'closing' && model.overlay !== null)) && model.dialog === null;
const onStep = (model: WalkModel): boolean => walking(model) && model.overlay === null;
const inOutput = (model: WalkModel): boolean => walking(model) && model.overlay === 'output';
const ready = (model: WalkModel): boolean => onStep(model) && !model.busy && model.at !== null && model.look === null;
const isManual = (model: WalkModel): boolean => stepOf(model)?.step.kind === 'manual';
const onCommand = (model: WalkModel): boolean => ready(model) && !isManual(model);
const ran = (model: WalkModel): boolean => model.at !== null && (model.run?.steps[model.at.step]?.pieces[model.at.piece]?.attempt ?? 0) > 0;
const lookedRan = (model: WalkModel): boolean => onStep(model) && !model.busy && model.look !== null && !isManual(model) && (model.run?.steps[model.look.step]?.pieces[model.look.piece]?.attempt ?? 0) > 0;
const isDestructive = (model: WalkModel): boolean => pieceAt(model.plan, model.at)?.piece.destructive != null;
const hasReplaced = (model: WalkModel): boolean => onStep(model) && (pieceAt(model.plan, model.look ?? model.at)?.replaced.some(({ was, now }) => was !== now) ?? false);

/** In the order of the footer. */
export const KEYS: readonly KeyBinding[] = [
  { key: 'enter', label: 'run', help: 'run the command, once all of it was shown; do a manual step', works: (model) => onCommand(model) && model.armed },
  { key: 'm', label: 'done', help: 'mark a manual step done', works: (model) => ready(model) && model.armed && isManual(model) },
  { key: 'x', label: 'stop', help: 'stop the running command: INT, then TERM, then KILL', works: (model) => model.running && model.dialog === null },
  { key: 'r', label: 'again', help: 'run it again; on a step that is looked at: make it the one to run', works: (model) => (onCommand(model) && model.armed && ran(model)) || lookedRan(model) },
  { key: 'R', label: 'until it holds', help: 'run it again until its check holds; never what destroys', works: (model) => onCommand(model) && model.armed && ran(model) && !isDestructive(model) },
  { key: 'e', label: 'edit', help: 'change the command before it runs; the journal keeps both', works: onCommand },
  { key: 's', label: 'skip', help: 'skip this, with a reason', works: ready },
  { key: 'o', label: 'output', help: 'the whole output on the whole screen', works: onStep },
  { key: 'v', label: 'values', help: 'what was replaced in the command, and what the runbook says there', works: hasReplaced },
  { key: 'p', label: 'text', help: 'the whole text of the step', works: onStep },
  { key: 't', label: 'messages', help: 'messages to send, filled with what the run knows', works: onStep },
  { key: 'n', label: 'note', help: 'write a note into the journal', works: (model) => walking(model) && model.overlay !== 'output' },
  { key: ']', label: 'look ahead', help: 'look at the next step; nothing runs from there', works: onStep },
  { key: '[', label: 'look back', help: 'look at the step before, with its output', works: onStep },
  { key: '/', label: 'search', help: 'search the output', works: inOutput },
  { key: 'n', label: 'next', help: 'in the output: the next line that was searched for', works: (model) => inOutput(model) && model.search !== '' },
  { key: 'N', label: 'previous', help: 'in the output: the line before that was searched for', works: (model) => inOutput(model) && model.search !== '' },
  { key: 'y', label: 'copy', help: 'copy what is shown to the clipboard', works: (model) => walking(model) && model.overlay !== null && model.overlay !== 'help' },
  { key: 'w', label: 'save', help: 'save the output to a file', works: inOutput },
  { key: '?', label: 'help', help: 'the keys', works: (model) => model.dialog === null && model.overlay === null },
  { key: 'q', label: 'quit', help: 'leave, after a question; the run can be resumed', works: (model) => model.dialog === null && model.overlay === null },
];

/** Moving about; not in the footer. */
export const MOVES: readonly (readonly [string, string])[] = [
  ['j k ↓ ↑', 'by a line: the command where it is longer than its room, else the output'],
  ['PgDn PgUp', 'by a page: the output'],
  ['g G', 'to the beginning, to the end'],
  ['Esc', 'close what lies above, back to the step'],
  ['Ctrl-C', 'stop the running command; at a question, leave with status 130'],
  ['Ctrl-Z', 'to the shell; fg comes back'],
];

/** Whether a key of the table works now. */
export function works(model: WalkModel, key: string): boolean {
  return KEYS.some((binding) => binding.key === key && binding.works(model));
}
