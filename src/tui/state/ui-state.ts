import type { At, Prompt, Reply, Running } from '../../walk/index.ts';
import { TOP } from '../document/viewport.ts';
import type { Reading } from '../document/reading.ts';
import { textField, type TextField } from './text-field.ts';

/** The state of the screen besides the walk itself. Everything on screen is a pure function of this, the walk and the size. */
export interface UiState {
  readonly phase: 'briefing' | 'walk';
  readonly prompt: Prompt | null;
  readonly running: Running | null;
  /** Whether a reply is on its way; no further one is taken until the walk answers. */
  readonly busy: boolean;
  /** Whether the question has been shown long enough; until then keys run and answer nothing. */
  readonly armed: boolean;
  readonly reading: Reading;
  /** Whether the view follows the output of the running piece. */
  readonly follow: boolean;
  /** The command that was asked about last, if it acts on production: it does so too while it runs, and when it has failed. */
  readonly inProduction: At | null;
  /** Another step that the operator is looking at, from which nothing can be run. */
  readonly look: At | null;
  readonly pane: 'document' | 'outline';
  readonly outlineAt: number;
  /** Sections whose fold the operator has changed. */
  readonly toggled: ReadonlySet<number>;
  /** What was replaced in the framed command is spelled out. */
  readonly values: boolean;
  /** The prompt's own input has the keys; Escape lends them to the document. */
  readonly typing: boolean;
  readonly field: TextField;
  /** The choice or suggestion that is marked; `-1` is the text. */
  readonly choice: number;
  /** Cells of the history row as changed so far. */
  readonly cells: readonly string[];
  readonly ask: Ask | null;
  readonly overlay: Overlay | null;
  /** Why the input was refused, shown beside it. */
  readonly refused: string;
  /** One line for the operator. */
  readonly message: string;
}

/** A question of the screen's own, above the walk's prompt. */
export type Ask =
  | { readonly kind: 'skip' | 'accept' | 'note' | 'edit' | 'passed' | 'approve' | 'search' | 'go-to' | 'change' | 'quit' }
  /** A cell of the history row. */
  | { readonly kind: 'cell'; readonly index: number }
  /** The word to type before the command runs. */
  | { readonly kind: 'confirm'; readonly word: string; readonly why: string }
  /** `y` lets it run. */
  | { readonly kind: 'yes'; readonly why: string }
  | { readonly kind: 'change-value'; readonly name: string; readonly suggestions: readonly string[] }
  /** Another way among alternatives, by their index in the plan. */
  | { readonly kind: 'change-choice'; readonly group: number };

/** Whether a question is answered from a list that typing filters. */
export function hasList({ kind }: Ask): boolean {
  return kind === 'go-to' || kind === 'change' || kind === 'change-choice';
}

/** Whether a question has a text to type; the others take one key. */
export function hasField({ kind }: Ask): boolean {
  return kind !== 'quit' && kind !== 'yes';
}

/** The overlay over the document. */
export interface Overlay {
  readonly kind: 'help' | 'messages' | 'output';
  /** First row (help, messages) or line (output) that is shown; `null`: the last lines, as they come. */
  readonly top: number | null;
  /** The message that is marked. */
  readonly at: number;
  readonly search: string;
  /** The message whose blanks were pointed out: sent again, it goes as it is. */
  readonly pointedOut?: number;
  /** What went where since this was opened. */
  readonly sent?: readonly string[];
}

/** What a key causes outside the screen; the reducer itself has no effects. */
export type Effect =
  | { readonly do: 'reply'; readonly reply: Reply }
  | { readonly do: 'copy'; readonly text: string }
  | { readonly do: 'send'; readonly to: string; readonly text: string }
  | { readonly do: 'begin' | 'stop' | 'arm' | 'save' | 'interrupt' | 'close' | 'leave' }
  /** Ctrl-Z: the shell gets the terminal until `fg`. */
  | { readonly do: 'suspend' };

/** The result of a key: the next state, and at most one effect. */
export interface Step {
  readonly ui: UiState;
  readonly effect: Effect | null;
}

/** The screen before anything has begun. */
export const INITIAL: UiState = {
  phase: 'briefing', prompt: null, running: null, busy: false, armed: true, reading: { top: TOP, read: TOP }, follow: true, inProduction: null, look: null, pane: 'document', outlineAt: 0, toggled: new Set(), values: false,
  typing: true, field: textField(''), choice: -1, cells: [], ask: null, overlay: null, refused: '', message: '',
};

/** A state, and nothing to do. */
export function only(ui: UiState): Step {
  return { ui, effect: null };
}

/** Said of what runs until it has ended. */
export const ASKED_TO_STOP = 'asked it to stop; after 3 s it is killed';

/** Stops what runs, and says so: a command may take its time, or not listen at all. */
export function stopping(ui: UiState): Step {
  return { ui: { ...ui, message: ASKED_TO_STOP }, effect: { do: 'stop' } };
}
