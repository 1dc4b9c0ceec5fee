import type { RunState } from '../events/index.ts';
import type { Plan } from '../plan/index.ts';
import type { TextField } from './text-field.ts';

/** What the walk shows; everything on screen is a pure function of this and the size of the terminal. */
export interface WalkModel {
  readonly phase: 'briefing' | 'walk' | 'closing' | 'ended';
  readonly plan: Plan;
  readonly operator: string;
  /** `null` until the operator says go. */
  readonly run: RunState | null;
  /** The piece on screen; `null` before the first and after the last. */
  readonly at: Place | null;
  /** A command is running. */
  readonly running: boolean;
  /** A step has been started and nothing may be pressed for another: from the key until the engine answers. */
  readonly busy: boolean;
  /** What the engine put on screen has stood there long enough to be read: until then keys run and answer nothing. */
  readonly armed: boolean;
  /** Another piece than that of `at` is looked at. */
  readonly look: Place | null;
  /** The operator's own text in place of the command on screen. */
  readonly edited: string | null;
  readonly dialog: Dialog | null;
  readonly overlay: 'help' | 'templates' | 'output' | 'text' | null;
  /** First line shown of what scrolls. */
  readonly scroll: number;
  /** First line of the command that is shown, and how many of its lines have been on screen. */
  readonly codeScroll: number;
  readonly codeSeen: number;
  /** First line of output that is shown, counted from the first that came; `null`: the last ones, as they come. */
  readonly outputTop: number | null;
  readonly search: string;
  /** What was replaced in the command is spelled out. */
  readonly values: boolean;
  /** One line for the operator, e.g. why nothing was run. */
  readonly message: string;
  readonly row: ClosingRow | null;
}

/** Output that is kept, by line numbers that never change. */
export interface OutputView {
  /** Number of the first line that is still there. */
  readonly first: number;
  /** One more than the number of the last. */
  readonly end: number;
  lines(from: number, to: number): readonly string[];
  /** The nearest line at or after (before) `from` that has the text, in any case; `null` where there is none. */
  find(text: string, from: number, by: 1 | -1): number | null;
}

export interface Place {
  readonly step: string;
  readonly piece: number;
}

/** The history row before it is written. */
export interface ClosingRow {
  readonly where: string;
  readonly columns: readonly string[];
  readonly cells: readonly string[];
  readonly suggestions: readonly (readonly string[])[];
  readonly index: number;
}

export type TextPurpose = 'parameter' | 'confirm' | 'unbound' | 'skip' | 'accept' | 'note' | 'edit' | 'search' | 'cell';

export type Dialog =
  | { readonly kind: 'pick'; readonly purpose: 'target' | 'section'; readonly title: string; readonly choices: readonly string[]; readonly filter: string; readonly index: number }
  | {
      readonly kind: 'text';
      readonly purpose: TextPurpose;
      readonly title: string;
      readonly lines: readonly string[];
      readonly field: TextField;
      /** Values that the arrows choose among; `-1`: what was typed. */
      readonly offers: readonly string[];
      readonly index: number;
      /** What must be typed. */
      readonly wanted?: string;
      /** Name of the parameter. */
      readonly name?: string;
    }
  | { readonly kind: 'keys'; readonly purpose: 'failed' | 'judge' | 'quit'; readonly title: string; readonly lines: readonly string[]; readonly check?: number };

/** What the controller is to do; the view itself runs nothing. */
export type Effect =
  | { readonly do: 'begin' }
  | { readonly do: 'choose'; readonly purpose: 'target' | 'section'; readonly value: string }
  | { readonly do: 'run'; readonly until: boolean }
  | { readonly do: 'stop' }
  | { readonly do: 'done' }
  | { readonly do: 'skip' | 'accept' | 'note'; readonly text: string }
  | { readonly do: 'judge'; readonly check: number; readonly status: 'held' | 'failed' }
  | { readonly do: 'set'; readonly name: string; readonly value: string }
  /** Something new is on screen by the operator's key: it too must stand a moment. */
  | { readonly do: 'arm' }
  | { readonly do: 'copy' | 'save' }
  | { readonly do: 'write-row' | 'no-row' }
  | { readonly do: 'leave' | 'abort' | 'interrupt' }
  /** Ctrl-Z: the shell gets the terminal until `fg`. */
  | { readonly do: 'suspend' };

/** A key as the terminal gives it. */
export interface KeyPress {
  /** `enter`, `newline`, `escape`, `tab`, `paste`, `up`, `down`, `left`, `right`, `home`, `end`, `pageup`, `pagedown`, `backspace`, `delete`, `ctrl-` and a letter, or the character. */
  readonly name: string;
  /** Text that was typed or pasted; `''` for other keys. */
  readonly text: string;
}
