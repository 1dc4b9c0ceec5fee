import type { WalkModel } from './model.ts';

/** A key of the walk: help, footer and tests are made from this table. */
export interface KeyBinding {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly works: (model: WalkModel) => boolean;
}

const ready = (model: WalkModel): boolean => model.phase === 'walk' && model.dialog === null && model.overlay === null && !model.busy && model.at !== null;
const isManual = (model: WalkModel): boolean => model.plan.steps.find(({ step }) => step.id === model.at?.step)?.step.kind === 'manual';
const onCommand = (model: WalkModel): boolean => ready(model) && !isManual(model);
const ran = (model: WalkModel): boolean => model.at !== null && (model.run?.steps[model.at.step]?.pieces[model.at.piece]?.attempt ?? 0) > 0;
const isDestructive = (model: WalkModel): boolean => model.plan.steps.find(({ step }) => step.id === model.at?.step)?.pieces[model.at?.piece ?? 0]?.piece.destructive != null;
const walking = (model: WalkModel): boolean => model.phase === 'walk' && model.dialog === null;

/** In the order of the footer. */
export const KEYS: readonly KeyBinding[] = [
  { key: 'enter', label: 'run', help: 'run the command on screen, all of which has been shown; do a manual step', works: onCommand },
  { key: 'm', label: 'done', help: 'mark a manual step done', works: (model) => ready(model) && isManual(model) },
  { key: 'x', label: 'stop', help: 'stop the running command: INT, then TERM, then KILL', works: (model) => model.running && model.dialog === null },
  { key: 'e', label: 'edit', help: 'change the command before it runs; the journal keeps both', works: onCommand },
  { key: 's', label: 'skip', help: 'skip this, with a reason', works: ready },
  { key: 'r', label: 'again', help: 'run it again', works: (model) => onCommand(model) && ran(model) },
  { key: 'R', label: 'until it holds', help: 'run it again until its check holds; never what destroys', works: (model) => onCommand(model) && ran(model) && !isDestructive(model) },
  { key: 'n', label: 'note', help: 'write a note into the journal', works: walking },
  { key: 't', label: 'templates', help: 'messages to send, filled with what the run knows', works: (model) => walking(model) && model.overlay === null },
  { key: 'o', label: 'output', help: 'the whole output on the whole screen', works: (model) => walking(model) && model.overlay === null },
  { key: '/', label: 'search', help: 'search the output', works: (model) => walking(model) && model.overlay === 'output' },
  { key: 'y', label: 'copy', help: 'copy what is shown to the clipboard', works: (model) => walking(model) && model.overlay !== null && model.overlay !== 'help' },
  { key: 'w', label: 'save', help: 'save the output to a file', works: (model) => walking(model) && model.overlay === 'output' },
  { key: '?', label: 'help', help: 'the keys', works: (model) => model.dialog === null && model.overlay === null },
  { key: 'q', label: 'quit', help: 'leave, after a question; the run can be resumed', works: (model) => model.dialog === null && model.overlay === null },
];

/** Moving about; not in the footer. */
export const MOVES: readonly (readonly [string, string])[] = [
  ['j k ↓ ↑', 'move by a line'],
  ['PgDn PgUp', 'move by a page'],
  ['g G', 'to the beginning, to the end'],
  ['Esc', 'close what lies above'],
  ['Ctrl-C', 'stop the running command; at a question, leave with status 130'],
];

/** Whether a key of the table works now. */
export function works(model: WalkModel, key: string): boolean {
  return KEYS.some((binding) => binding.key === key && binding.works(model));
}
