import type { RunState } from '../../events/index.ts';
import type { Plan } from '../../plan/index.ts';
import { answersGiven, type At, doubtsAsked, unapproved } from '../../walk/index.ts';
import { outputPlace } from '../state/output-place.ts';
import type { UiState } from '../state/ui-state.ts';

/** What decides whether a key counts. */
export interface KeyContext {
  readonly ui: UiState;
  readonly plan: Plan;
  readonly state: RunState;
  readonly focus: At | null;
  /** Whether something up to the end of the framed command has not been on screen yet. */
  readonly unread: boolean;
  readonly messages: number;
  /** Whether the run is a resumed one. */
  readonly resumed: boolean;
  readonly webhooks: readonly string[];
  readonly outline: boolean;
}

/** A key of the walk: the footer, the help and what the reducer takes are all made from this table. */
interface KeyBinding {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly works: (context: KeyContext) => boolean;
}

type Kind = NonNullable<UiState['prompt']>['kind'];

const asked = ({ ui }: KeyContext, ...kinds: readonly Kind[]): boolean => ui.prompt !== null && ui.armed && !ui.busy && ui.look === null && kinds.includes(ui.prompt.kind);
const inDocument = ({ ui }: KeyContext): boolean => ui.overlay === null && ui.phase === 'walk' && !hasInput(ui);
const inOutput = ({ ui }: KeyContext): boolean => ui.overlay?.kind === 'output';
/** A held piece can be settled once it and everything leading to it has been on screen; leaving it out is always allowed. */
const answers = (c: KeyContext, answer: string): boolean => asked(c, 'settle-doubt', 'piece-failed') && !(c.ui.prompt?.kind === 'settle-doubt' && c.unread && answer !== 'skip') && (doubtsAsked(c.ui.prompt)[0]?.answers as readonly string[] | undefined)?.includes(answer) === true;
const failed = ({ ui }: KeyContext): Extract<NonNullable<UiState['prompt']>, { kind: 'piece-failed' }> | null => (ui.prompt?.kind === 'piece-failed' && ui.armed && !ui.busy ? ui.prompt : null);
const ran = ({ state }: KeyContext, at: At | null): boolean => at !== null && state.steps[at.step] !== undefined;

/** Whether the keys that are typed go into the prompt's own input. */
export function hasInput({ prompt, typing, ask, overlay }: UiState): boolean {
  return ask === null && overlay === null && typing && (prompt?.kind === 'choose-target' || prompt?.kind === 'enter-parameter');
}

/** Something is asked in a run that has begun and not ended. */
const isUnderWay = ({ ui: { prompt } }: KeyContext): boolean => prompt !== null && prompt.kind !== 'choose-target' && prompt.kind !== 'record-row' && prompt.kind !== 'finished';

const hasAnswers = ({ plan, state }: KeyContext): boolean => {
  const { values, choices, doubts, checks } = answersGiven(plan, state);
  return values.length + choices.length + doubts.length + checks.length > 0;
};
const atBriefing = ({ ui }: KeyContext): boolean => ui.phase === 'briefing' && ui.overlay === null && !ui.busy;
const isList = ({ ui }: KeyContext): boolean => (ui.typing && asked({ ui } as KeyContext, 'choose-alternative')) || (hasInput(ui) && ui.armed && !ui.busy);

/** In the order of the footer. */
export const KEYS: readonly KeyBinding[] = [
  { key: 'enter', label: 'start', help: 'begin the run', works: (c) => atBriefing(c) && !c.resumed },
  { key: 'enter', label: 'resume', help: '', works: (c) => atBriefing(c) && c.resumed },
  { key: 'enter', label: 'read on', help: 'show what comes before the command or the choice, then the command, whole; at the end, what stands below the last step', works: (c) => asked(c, 'run-piece', 'do-by-hand', 'settle-doubt', 'enter-parameter', 'choose-alternative', 'end-run', 'record-row', 'finished') && inDocument(c) && c.unread },
  { key: 'enter', label: 'run', help: 'run the framed command, once all of it was on screen; do a step by hand', works: (c) => asked(c, 'run-piece') && inDocument(c) && !c.unread && unapproved(c.ui.prompt) === null },
  { key: 'A', label: 'approve', help: 'a second person lets the framed command run, with their name', works: (c) => asked(c, 'run-piece') && inDocument(c) && !c.unread && unapproved(c.ui.prompt)?.proven === false },
  { key: 'enter', label: 'done', help: 'a step by hand is done', works: (c) => asked(c, 'do-by-hand') && inDocument(c) && !c.unread },
  { key: 'enter', label: 'choose', help: 'take what is marked', works: (c) => isList(c) && c.ui.prompt?.kind !== 'enter-parameter' && c.ui.overlay === null && (c.ui.choice >= 0 || c.ui.field.value !== '') },
  { key: 'enter', label: 'answer', help: 'take the value', works: (c) => isList(c) && c.ui.prompt?.kind === 'enter-parameter' },
  { key: 'enter', label: 'type', help: 'to the input', works: ({ ui, unread }) => !ui.typing && ui.armed && !unread && ui.overlay === null && (ui.prompt?.kind === 'enter-parameter' || ui.prompt?.kind === 'choose-target') },
  { key: 'enter', label: 'choose', help: '', works: (c) => !c.ui.typing && asked(c, 'choose-alternative') && inDocument(c) && !c.unread },
  { key: 'escape', label: 'other keys', help: 'from an empty input to the other keys', works: ({ ui }) => hasInput(ui) && ui.armed && ui.field.value === '' && ui.choice < 0 },
  { key: 'enter', label: 'end the run', help: 'end the run; go to a section that was left out with :', works: (c) => asked(c, 'end-run') && inDocument(c) && !c.unread },
  { key: ':', label: 'go there', help: '', works: (c) => asked(c, 'end-run') && inDocument(c) },
  { key: 'enter', label: 'write the row', help: 'write the history row', works: (c) => asked(c, 'record-row') && inDocument(c) && !c.unread },
  { key: 'enter', label: 'leave', help: 'leave the ended walk', works: (c) => asked(c, 'finished') && inDocument(c) && !c.unread },
  { key: 'x', label: 'stop', help: 'stop the running command: INT, then TERM, then KILL', works: (c) => c.ui.running !== null && inDocument(c) },
  { key: 'y', label: 'yes', help: 'the check holds', works: (c) => asked(c, 'judge') && inDocument(c) },
  { key: 'n', label: 'no', help: 'the check does not hold', works: (c) => asked(c, 'judge') && inDocument(c) },
  { key: 'u', label: "can't tell", help: 'the check stays unverified', works: (c) => asked(c, 'judge') && inDocument(c) },
  { key: 'm', label: 'done', help: 'a step by hand is done; an interrupted command ran', works: (c) => inDocument(c) && (asked(c, 'interrupted') || answers(c, 'done')) },
  { key: 'm', label: 'done', help: '', works: (c) => inDocument(c) && asked(c, 'do-by-hand') && !c.unread },
  { key: 'h', label: 'run here', help: 'a held command runs here after all', works: (c) => inDocument(c) && answers(c, 'here') },
  { key: 'r', label: 'settle: run it', help: 'a held command is to run', works: (c) => inDocument(c) && answers(c, 'run') },
  { key: 'T', label: 'what the file sets', help: 'the value that the command sets counts', works: (c) => inDocument(c) && answers(c, 'theirs') },
  { key: 'M', label: 'what was given', help: 'the value that was given counts', works: (c) => inDocument(c) && answers(c, 'mine') },
  { key: 'P', label: 'passed: go on', help: 'what the runbook wants first is so; asks for the reason', works: (c) => inDocument(c) && answers(c, 'passed') },
  { key: 'F', label: 'finish here', help: 'nothing is left to do, as the runbook says: the run ends, and all is well', works: (c) => inDocument(c) && answers(c, 'finish') },
  { key: 'X', label: 'stop here', help: 'the run ends at what it was to stop for', works: (c) => inDocument(c) && answers(c, 'stop') },
  { key: 'r', label: 'retry', help: 'try the command again; on a step that is looked at: make it the next', works: (c) => inDocument(c) && (failed(c) !== null || asked(c, 'interrupted')) },
  { key: 'r', label: 'make it next', help: '', works: (c) => inDocument(c) && c.ui.look !== null && c.ui.prompt !== null && ran(c, c.ui.look) },
  { key: 'R', label: 'until it holds', help: 'try again until the check holds; never what destroys', works: (c) => inDocument(c) && failed(c)?.untilItHolds === true && failed(c)?.gate === undefined },
  { key: 'a', label: 'accept anyway', help: 'go on although it failed, with a reason', works: (c) => inDocument(c) && failed(c) !== null && failed(c)?.gate === undefined },
  { key: 'e', label: 'edit', help: 'change the command before it runs; the journal keeps both', works: (c) => inDocument(c) && (asked(c, 'run-piece') || answers(c, 'edit')) },
  { key: 'e', label: 'change', help: 'change the marked cell of the history row', works: (c) => inDocument(c) && asked(c, 'record-row') },
  { key: '-', label: 'no row', help: 'write no history row', works: (c) => inDocument(c) && asked(c, 'record-row') },
  { key: 's', label: 'skip', help: 'skip this, with a reason', works: (c) => inDocument(c) && (asked(c, 'run-piece', 'do-by-hand', 'piece-failed', 'interrupted') || answers(c, 'skip')) },
  { key: 'o', label: 'output', help: 'all output of the step, or of the one that ran before it, on the whole screen', works: (c) => inDocument(c) && outputPlace(c) !== null },
  { key: 'v', label: 'values', help: 'what was replaced in the command', works: (c) => inDocument(c) && c.ui.prompt?.kind === 'run-piece' && c.ui.prompt.replaced.some(({ was, now }) => was !== now) },
  { key: ':', label: 'go to', help: 'go to a step or section, by some of its letters', works: (c) => inDocument(c) && isUnderWay(c) },
  { key: 'c', label: 'change', help: 'change an answer that was given: a value, a choice, what settled a held command, a check by eye', works: (c) => inDocument(c) && isUnderWay(c) && hasAnswers(c) },
  { key: 'n', label: 'note', help: 'write a note into the journal', works: (c) => inDocument(c) && !asked(c, 'judge') && (c.ui.running !== null || isUnderWay(c)) },
  { key: 'N', label: 'note', help: 'write a note, where n means no', works: (c) => asked(c, 'judge') && inDocument(c) },
  { key: 't', label: 'messages', help: 'messages to send, filled with what the run knows', works: (c) => inDocument(c) && c.messages > 0 },
  { key: 'z', label: 'fold', help: 'fold or unfold the section', works: (c) => inDocument(c) || (c.ui.phase === 'briefing' && c.ui.overlay === null) },
  { key: ']', label: 'ahead', help: 'look at the next step; nothing runs from there', works: inDocument },
  { key: '[', label: 'back', help: 'look at the step before, with its output', works: inDocument },
  { key: 'p', label: 'text', help: "the step's text, from its first line", works: (c) => inDocument(c) && c.focus !== null },
  { key: 'tab', label: 'outline', help: 'between outline and document', works: (c) => inDocument(c) && c.outline },
  { key: '/', label: 'search', help: 'search the output', works: inOutput },
  { key: 'n', label: 'next', help: 'in the output: the next line that was searched for', works: (c) => inOutput(c) && c.ui.overlay?.search !== '' },
  { key: 'N', label: 'previous', help: 'in the output: the line before that was searched for', works: (c) => inOutput(c) && c.ui.overlay?.search !== '' },
  { key: 'y', label: 'copy', help: 'copy the output, or the marked message, to the clipboard', works: ({ ui }) => ui.overlay?.kind === 'output' || ui.overlay?.kind === 'messages' },
  { key: 's', label: 'send', help: 'send the marked message, once all of it was on screen; of several webhooks a number takes one', works: ({ ui, webhooks }) => ui.overlay?.kind === 'messages' && webhooks.length > 0 },
  { key: 'w', label: 'save', help: 'save the output to a file', works: inOutput },
  { key: '?', label: 'help', help: 'the keys', works: ({ ui }) => ui.overlay === null && (!hasInput(ui) || ui.field.value === '') },
  { key: 'q', label: 'quit', help: 'leave, after a question; the run can be resumed', works: (c) => c.ui.overlay === null && !hasInput(c.ui) && c.ui.prompt?.kind !== 'finished' && c.ui.prompt?.kind !== 'record-row' },
];

/** Moving about; in the footer only where there is room. */
export const MOVES: readonly (readonly [string, string])[] = [
  ['j k ↓ ↑', 'by a line'],
  ['PgDn PgUp Space', 'by a page'],
  ['g G', 'to the beginning, to the end'],
  ['Esc', 'close what lies above, back to the framed step'],
  ['Ctrl-C', 'stop the running command; at a question, leave with status 130'],
  ['Ctrl-Z', 'to the shell; fg comes back'],
  ['Ctrl-U Ctrl-W', 'in an input: delete to its beginning, a word'],
];

/** Whether a key of the table counts now. */
export function works(context: KeyContext, key: string): boolean {
  return KEYS.some((binding) => binding.key === key && binding.works(context));
}
